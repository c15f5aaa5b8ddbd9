// Finds out what a file is, and reads it.
import {LIMITS, NO_TEXT, TOO_LARGE} from '../limits.ts'
import {IntakeError, type Reading} from '../lines.ts'
import {declaredInPage, decode} from './charset.ts'
import {mainPartOf, readDocx} from './docx.ts'
import {readHtml} from './html.ts'
import {readMail} from './mail.ts'
import {readText} from './text.ts'
import {HAS_ENTITIES} from './tree.ts'
import {refusedKind} from './unreadable.ts'
import {Zip} from './zip.ts'

export interface ReadOptions {
  fileName?: string
  mediaType?: string
  signal?: AbortSignal
}

/**
 * Reads an article from a file: text, HTML, Word or a mail. The file's first bytes say what it is, its name only where
 * they do not. Throws an `IntakeError` with a sentence for a journalist if it cannot be read.
 */
export async function read(file: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted()
  if (file.length === 0) throw new IntakeError('This file is empty.')
  if (file.length > LIMITS.file) throw new IntakeError(TOO_LARGE)
  const reading = await readKnown(file, options).catch((error: unknown) => {
    if (error instanceof IntakeError || options.signal?.aborted) throw error
    throw new IntakeError('This file cannot be read. Copy the text of the article and paste it.', {
      cause: error,
    })
  })
  if (reading.lines.length === 0) throw new IntakeError(NO_TEXT)
  return reading
}

async function readKnown(file: Uint8Array, options: ReadOptions): Promise<Reading> {
  const refused = refusedKind(file)
  if (refused) throw new IntakeError(refused)
  if (isZip(file)) return await readZip(file, options)
  const {fileName = '', mediaType = '', signal} = options
  const declared = /charset\s*=\s*"?([\w.:-]+)/i.exec(mediaType)?.[1] ?? null
  const head = new TextDecoder('windows-1252').decode(file.subarray(0, 4096))
  if (isMail(head, fileName, mediaType)) {
    // A mail in a mail is opened by the reader of mails: what is attached is read like a file.
    const readFile = async (attached: Uint8Array, name: string | null): Promise<Reading> =>
      await read(attached, {...(name ? {fileName: name} : {}), ...(signal ? {signal} : {})})
    return await readMail(file, {signal, readFile})
  }
  const source = decode(file, declared ?? declaredInPage(file))
  if (isHtml(source, fileName, mediaType)) return await readHtml(source, {signal})
  if (isProgramData(source)) {
    throw new IntakeError(
      'This file is not a text. Save the article as a Word file (.docx) or as plain text.',
    )
  }
  if (/^\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE[^>[]*\[\s*<!ENTITY\s/i.test(source)) {
    throw new IntakeError(HAS_ENTITIES)
  }
  return readText(source)
}

const isZip = ([first, second, third]: Uint8Array): boolean =>
  first === 0x50 && second === 0x4b && (third === 3 || third === 5)

async function readZip(file: Uint8Array, {fileName = '', signal}: ReadOptions): Promise<Reading> {
  const zip = new Zip(file, signal)
  const is = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name))
  const main = await mainPartOf(zip, signal)
  if (main) {
    if (/\.do[ct]m$/i.test(fileName) || is(/(?:^|\/)vbaProject\.bin$/i)) {
      throw new IntakeError(
        'This file has macros, which are programs. Save it in Word as .docx without them.',
      )
    }
    return await readDocx(zip, main, signal)
  }
  if (is(/^xl\//)) throw new IntakeError('This is a spreadsheet. Copy its text and paste it.')
  if (is(/^ppt\//)) throw new IntakeError('These are slides. Copy their text and paste it.')
  if (is(/^(?:content\.xml|Index\/|index\.xml)/)) {
    throw new IntakeError(
      'This is a file of another word processor. Save it as a Word file (.docx).',
    )
  }
  throw new IntakeError('This is a zip file. Open it, and choose the article in it.')
}

/** A mail begins with its headers, and some of them only programs write. */
function isMail(head: string, fileName: string, mediaType: string): boolean {
  const [headers = ''] = head.replace(/^(?:ï»¿)?(?:From .*\r?\n)?/, '').split(/\r?\n\r?\n/)
  const lines = headers.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line))
  const areHeaders = lines.every((line) => /^[\w-]+:/.test(line))
  const isNamed =
    /\.(?:eml|mht|mhtml)$/i.test(fileName) ||
    /^(?:message\/rfc822|multipart\/related)/i.test(mediaType)
  const isByProgram = lines.some((line) =>
    /^(?:mime-version|message-id|received|return-path):/i.test(line),
  )
  return areHeaders && (isNamed || (isByProgram && lines.length > 1))
}

const TAG =
  /<(?:!doctype\s+html|\/?(?:html|head|body|meta|title|p|div|br|span|b|strong|i|em|a|h[1-6]|ul|ol|li|dl|table|img|hr|pre|center|u|small|su[bp]|article|section|main|header|footer|nav|aside|font|blockquote|figure|script|style|link|base)(?=[\s/>]))[^<>]*>/i

/** HTML begins with a tag; a page's name says that it is one if a tag is in it somewhere. */
function isHtml(source: string, fileName: string, mediaType: string): boolean {
  const isNamed =
    /\.x?html?$/i.test(fileName) || /^(?:text\/html|application\/xhtml)/i.test(mediaType)
  const start = withoutComments(source.slice(0, 20_000).replace(/^\s*<\?xml[^>]*>/, ''))
  return isNamed ? TAG.test(start) : start.search(TAG) === 0
}

/** A page without the comments at its beginning. */
function withoutComments(page: string): string {
  let rest = page.trimStart()
  while (rest.startsWith('<!--') && rest.includes('-->')) {
    rest = rest.slice(rest.indexOf('-->') + 3).trimStart()
  }
  return rest
}

/** A text has hardly any control characters. */
function isProgramData(source: string): boolean {
  const sample = source.slice(0, 4096)
  const strange = sample.match(/[[\p{Cc}--[\t\n\v\f\r\x85]]\uFFFD]/gv)?.length ?? 0
  return strange > 2 && strange * 20 > sample.length
}
