// Files are recognised by what is in them, and hostile ones do no harm.
import {deflateRawSync} from 'node:zlib'
import {strToU8, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {intake} from '../../src/index.ts'
import {IntakeError} from '../../src/lines.ts'
import {docx, DOT, paragraph, readingOf, run, textsOf} from './support.ts'

const WORD = docx({body: paragraph(run('Text'))})
const MAIL = 'Message-ID: <1@x>\nFrom: a@example.org\n\nText'

const FORMATS: [name: string, file: string | Uint8Array, fileName: string, format: string][] = [
  ['a Word file with a wrong name', WORD, 'story.txt', 'docx'],
  ['a page with a wrong name', '<!DOCTYPE html><p>Text', 'story.txt', 'html'],
  ['a page without a head', '<div>Text</div>', '', 'html'],
  ['a page behind a comment', '<!-- saved from x -->\n<html><p>Text', '', 'html'],
  ['a page that begins with text', 'Text <b>bold</b>', 'story.html', 'html'],
  ['a text that mentions a tag', 'The <b> tag', 'story.txt', 'text'],
  ['a text with a name of a page', 'Text only', 'story.html', 'text'],
  ['a mail', MAIL, '', 'mail'],
  ['a mail with its name', 'From: a@example.org\n\nText', 'story.eml', 'mail'],
  ['a text that begins like a mail', 'From: the mayor\nTo: all\n\nText', 'story.txt', 'text'],
]

test.each(FORMATS)('recognises %s', async (_name, file, fileName, format) => {
  expect((await readingOf(file, {fileName})).format).toBe(format)
})

const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))
const office = (name: string): Uint8Array =>
  latin(`\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1${'\0'.repeat(500)}${[...name].join('\0')}\0`)
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

const REFUSED: [name: string, file: Uint8Array, sentence: string][] = [
  ['an empty file', latin(''), 'This file is empty.'],
  [
    'a PDF',
    latin('%PDF-1.7\n'),
    'This is a PDF. Open it, copy the text of the article and paste it, or ask for the Word file.',
  ],
  [
    'an RTF file',
    latin('{\\rtf1 x'),
    'This is an RTF file. Open it in Word and save it as a Word file (.docx).',
  ],
  [
    'an old Word file',
    office('WordDocument'),
    'This is an old Word file (.doc). Open it in Word and save it as .docx.',
  ],
  [
    'a Word file with a password',
    office('EncryptedPackage'),
    'This file has a password. Save it in Word without one.',
  ],
  [
    'a mail of Outlook',
    office('__substg1.0_0037001F'),
    'This is a mail of Outlook. Save it as .eml, or copy its text and paste it.',
  ],
  ['a picture', DOT, 'This is a picture. Upload it as a photo.'],
  ['a film', latin('\0\0\0\x20ftypisom'), 'This is a recording, not a text.'],
  ['a spreadsheet', zip('xl/workbook.xml'), 'This is a spreadsheet. Copy its text and paste it.'],
  ['slides', zip('ppt/presentation.xml'), 'These are slides. Copy their text and paste it.'],
  [
    'a file of LibreOffice',
    zip('mimetype', 'content.xml'),
    'This is a file of another word processor. Save it as a Word file (.docx).',
  ],
  ['any zip file', zip('a.txt'), 'This is a zip file. Open it, and choose the article in it.'],
  [
    'a program',
    latin('\x7FELF\x02\x01\x01\0\0\0\0\0\x03\0>\0\x01'.repeat(9)),
    'This file is not a text. Save the article as a Word file (.docx) or as plain text.',
  ],
  [
    'a page without text',
    latin('<html><body><div id="app"></div></body></html>'),
    'There is no text in this file. Copy the text of the article and paste it.',
  ],
  [
    'a Word file that was cut off',
    WORD.subarray(0, WORD.length - 100),
    'This file is damaged or was not saved completely. Ask for it once more.',
  ],
  [
    'a file of 51 MB',
    new Uint8Array(51 * 1024 * 1024).fill(0x61),
    'This file is larger than 50 MB. Save the article without the rest.',
  ],
]

test.each(REFUSED)('says what to do with %s', async (_name, file, sentence) => {
  const reading = readingOf(file)
  await expect(reading).rejects.toBeInstanceOf(IntakeError)
  await expect(reading).rejects.toThrow(sentence)
})

test('says what to do with a file of nothing but buttons', async () => {
  const buttons = new TextEncoder().encode('Share\n\nPrint')
  await expect(intake(buttons)).rejects.toThrow('There is no text in this file.')
})

describe('a hostile file', () => {
  /** A Word file whose main part is packed, and said to have some size when it is not. */
  function withMainPart(packed: Uint8Array, size: number): Uint8Array {
    const file = zipSync({'word/document.xml': packed}, {level: 0})
    const view = new DataView(file.buffer)
    const directory = file.length - 22 - 46 - 'word/document.xml'.length
    view.setUint16(8, 8, true)
    view.setUint32(22, size, true)
    view.setUint16(directory + 10, 8, true)
    view.setUint32(directory + 24, size, true)
    return file
  }

  test.each([1, 100_000_000, 0xffff_ffff])('may say that it has %i bytes', async (size) => {
    const xml = `<w:document><w:body>${paragraph(run('Text '.repeat(1000)))}</w:body></w:document>`
    expect((await textsOf(withMainPart(deflateRawSync(xml), size)))[0]).toHaveLength(4999)
  })

  test('unpacks to no more than 200 MB, whatever it says', {tags: ['full']}, async () => {
    const bomb = withMainPart(deflateRawSync(new Uint8Array(210 * 1024 * 1024)), 1)
    await expect(textsOf(bomb)).rejects.toThrow(
      'This file is larger than 200 MB when it is unpacked.',
    )
  })

  test.each(['<table><tr><td>', '<div>', '<ul><li>', '<b>', '<blockquote>'])(
    'may nest %s 5,000 times',
    async (tag) => {
      expect(await textsOf(`${tag.repeat(5000)}One</p><p>two`)).toEqual(['One', 'two'])
    },
  )

  test('may not nest elements without end', async () => {
    await expect(textsOf('<b>x'.repeat(100_000))).rejects.toThrow('This file was not made by')
  })

  test('may nest tables of Word 5,000 times', async () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(5000)
    const close = '</w:tc></w:tr></w:tbl>'.repeat(5000)
    expect(await textsOf(docx({body: `${open}${paragraph(run('Text'))}${close}`}))).toEqual([
      'Text',
    ])
  })

  const entities = '<!ENTITY a "aaaa"><!ENTITY file SYSTEM "file:///etc/passwd">'
  const xml = (type: string, name: string): Uint8Array =>
    docx({
      body: paragraph(run('Text')),
      files: {
        [name]: strToU8(
          `<?xml version="1.0"?>${type}<w:document><w:body>${paragraph(run('&file;'))}</w:body></w:document>`,
        ),
      },
    })
  const ENTITIES: [name: string, file: string | Uint8Array, fileName: string][] = [
    ['Word file', xml(`<!DOCTYPE x [${entities}]>`, 'word/document.xml'), 'a.docx'],
    ['part of a Word file', xml(`<!DOCTYPE x [${entities}]>`, 'docProps/core.xml'), 'a.docx'],
    [
      'document type with a comment',
      xml(`<!DOCTYPE x [<!-- -->\n${entities}]>`, 'word/document.xml'),
      'a.docx',
    ],
    ['page', `<!DOCTYPE html [${entities}]><html><body><p>&file;</p></body></html>`, 'a.xhtml'],
    ['text', `<?xml version="1.0"?>\n<!DOCTYPE x [\n${entities}]>\n<x>&file;</x>`, 'a.txt'],
  ]
  test.each(ENTITIES)('may not declare entities: a %s', async (_name, file, fileName) => {
    await expect(textsOf(file, {fileName})).rejects.toThrow('This file declares entities')
  })

  test('may show how entities are declared', async () => {
    const page = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><p>Text</p><!DOCTYPE svg [${entities}]>`
    expect((await textsOf(page))[0]).toBe('Text')
    expect(await textsOf('Write <!DOCTYPE x [<!ENTITY a "b">]>.')).toHaveLength(1)
  })

  const MACROS: [name: string, file: Uint8Array, fileName: string][] = [
    ['with its name', WORD, 'a.docm'],
    [
      'with another name',
      docx({body: paragraph(run('Text')), files: {'word/vbaProject.bin': DOT}}),
      'a.docx',
    ],
  ]
  test.each(MACROS)('may not have macros: %s', async (_name, file, fileName) => {
    await expect(textsOf(file, {fileName})).rejects.toThrow('This file has macros')
  })

  test('has scripts that never become text or links', async () => {
    const html =
      '<p onclick="bad()">One <a href="javascript:bad()">two</a> <a href="&#106;ava\nscript:bad()">three</a><img src="javascript:bad()" onerror="bad()"></p><a href="data:text/html,bad">four</a>'
    const {lines, pictures} = await readingOf(`<html>${html}`)
    expect(lines.map(({text, marks}) => [text, marks])).toEqual([
      ['One two three', []],
      ['four', []],
    ])
    expect(pictures).toEqual([])
  })

  test('has at most 200 pictures', async () => {
    const pictures = (count: number): string => `<p>Text</p>${'<img src="a.jpg">'.repeat(count)}`
    expect((await readingOf(pictures(200))).pictures).toHaveLength(200)
    await expect(readingOf(pictures(201))).rejects.toThrow('This file has more than 200 pictures.')
  })

  test('may be one long line', async () => {
    const line = 'word '.repeat(400_000).trim()
    expect(await textsOf(line)).toEqual([line])
    expect(await textsOf(`<p>${line}`)).toEqual([line])
  })

  test('has styles and relations that lead nowhere', async () => {
    const body = paragraph(
      `<w:hyperlink r:id="rId9">${run('One', '<w:rStyle w:val="none"/>')}</w:hyperlink>`,
      '<w:pStyle w:val="__proto__"/>',
    )
    expect(await textsOf(docx({body}))).toEqual(['One'])
  })
})

test('stops when it is told to', async () => {
  await expect(textsOf('Text', {signal: AbortSignal.abort()})).rejects.toThrow(/abort/i)
  const controller = new AbortController()
  const reading = readingOf(`<p>${'word '.repeat(1_000_000)}`, {signal: controller.signal})
  controller.abort()
  await expect(reading).rejects.toThrow(/abort/i)
})
