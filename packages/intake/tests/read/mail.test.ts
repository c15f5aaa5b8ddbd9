// Mails become lines and pictures.
import {describe, expect, test} from 'vitest'
import {docx, DOT, linesOf, paragraph, readingOf, run, textsOf, utf8} from './support.ts'

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const HEAD = 'From: Ann Vane <ann@example.org>\nTo: desk@example.org\nMIME-Version: 1.0\n'

/** A part of a mail. */
const part = (headers: string, content: string): string => `${headers}\n\n${content}\n`
const html = (content: string): string => part('Content-Type: text/html; charset=utf-8', content)
const plain = (content: string): string => part('Content-Type: text/plain; charset=utf-8', content)
const dot = (headers = ''): string =>
  part(
    `Content-Type: image/png; name="dot.png"\nContent-Transfer-Encoding: base64\n${headers}`.trim(),
    base64(DOT),
  )

/** A mail or a part with parts. */
const multipart = (kind: string, ...parts: string[]): string => {
  const boundary = `=_${kind}`
  const body = parts.map((each) => `--${boundary}\n${each}`).join('\n')
  return part(`Content-Type: multipart/${kind}; boundary="${boundary}"`, `${body}\n--${boundary}--`)
}
const mail = (content: string, subject = 'Harbour'): string =>
  `${HEAD}Subject: ${subject}\n${content}`

const TEXTS: [name: string, content: string, texts: string[]][] = [
  ['plain text', plain('One\n\ntwo'), ['One', 'two']],
  [
    'quoted-printable of Windows',
    part(
      'Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable',
      'Sch=F6ne Gr=\n=FC=DFe',
    ),
    ['Schöne Grüße'],
  ],
  [
    'base64 of Japan',
    part(
      'Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64',
      'GyRCMyQbKEI=',
    ),
    ['海'],
  ],
  [
    'HTML rather than plain text',
    multipart('alternative', plain('Bad'), html('<p>Good</p>')),
    ['Good'],
  ],
  [
    'plain text where the HTML is empty',
    multipart('alternative', plain('Good'), html('<p></p>')),
    ['Good'],
  ],
]

test.each(TEXTS)('reads %s', async (_name, content, texts) => {
  expect(await textsOf(mail(content))).toEqual(texts)
})

const SUBJECTS: [subject: string, title: string | null][] = [
  ['Harbour closed', 'Harbour closed'],
  ['Fwd: RE: Harbour closed', 'Harbour closed'],
  ['=?utf-8?Q?H=C3=A4fen?=', 'Häfen'],
  ['', null],
]

test.each(SUBJECTS)('takes "%s" as its title', async (subject, title) => {
  const reading = await readingOf(mail(plain('Text'), subject))
  expect([reading.format, reading.title]).toEqual(['mail', title])
})

describe('pictures', () => {
  test('that the text shows are where they are shown', async () => {
    const content = multipart(
      'related',
      html('<div><img src="cid:dot%40x" alt="A boat"></div><div>Below</div>'),
      dot('Content-ID: <dot@x>\nContent-Disposition: inline'),
    )
    const {lines, pictures} = await readingOf(mail(content))
    expect(lines.map(({text, picture}) => picture ?? text)).toEqual([0, 'Below'])
    expect(pictures).toEqual([
      {
        bytes: DOT,
        mediaType: 'image/png',
        fileName: 'dot.png',
        address: 'cid:dot%40x',
        alt: 'A boat',
      },
    ])
  })

  test('that are attached come behind the text', async () => {
    const content = multipart(
      'mixed',
      plain('Text'),
      dot('Content-Disposition: attachment; filename="a.png"'),
    )
    const {lines, pictures} = await readingOf(mail(content))
    expect(lines.map(({text, picture}) => picture ?? text)).toEqual(['Text', 0])
    expect(pictures).toEqual([
      {bytes: DOT, mediaType: 'image/png', fileName: 'a.png', address: null, alt: null},
    ])
  })
})

describe('an attached article', () => {
  const attached = (name: string, content: Uint8Array): string =>
    part(
      `Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"`,
      base64(content),
    )
  const word = docx({body: paragraph(run('From Word'))})
  const story = attached('Story.docx', word)
  const other = attached('Notes.txt', utf8('Other'))
  const pdf = attached('plan.pdf', utf8('%PDF-1.7'))
  const long = plain('The story is in the mail itself. '.repeat(20))
  const shown = multipart(
    'related',
    html('<p>Hi</p><img src="cid:dot@x">'),
    dot('Content-ID: <dot@x>\nContent-Disposition: inline'),
  )
  const LONG = expect.stringMatching(/^The story is in/)

  const CASES: [
    name: string,
    parts: string[],
    lines: (string | number)[],
    furniture: string[],
    unread: string[],
  ][] = [
    ['is read where the mail has no text', [plain(' '), story], ['From Word'], [], []],
    [
      'is read below a note',
      [plain('Hi,\n\nsee the file.'), story],
      ['From Word'],
      ['Hi,', 'see the file.'],
      [],
    ],
    ['may be a text', [plain('Hi'), other], ['Other'], ['Hi'], []],
    [
      'gets the pictures beside it',
      [plain('Hi'), story, dot('Content-Disposition: attachment')],
      ['From Word', 0],
      ['Hi'],
      [],
    ],
    ['gets the pictures of the note', [shown, story], ['From Word', 0], ['Hi'], []],
    [
      'is read beside a file of a mail program',
      [plain('Hi'), story, attached('ATT00001.txt', utf8('x'))],
      ['From Word'],
      ['Hi'],
      ['ATT00001.txt'],
    ],
    ['is only named beside an article', [long, story], [LONG], [], ['Story.docx']],
    [
      'is only named beside another',
      [plain('Hi'), story, other],
      ['Hi'],
      [],
      ['Story.docx', 'Notes.txt'],
    ],
    ['is only named if it cannot be read', [plain('Hi'), pdf], ['Hi'], [], ['plan.pdf']],
  ]
  test.each(CASES)('%s', async (_name, parts, expected, furniture, unread) => {
    const reading = await readingOf(mail(multipart('mixed', ...parts)))
    const of = (isFurniture: boolean) =>
      reading.lines
        .filter(({hint}) => (hint === 'furniture') === isFurniture)
        .map(({text, picture}) => picture ?? text)
    expect([of(false), of(true)]).toEqual([expected, furniture])
    expect(reading.unread ?? []).toEqual(unread)
    expect(reading).toMatchObject({format: 'mail', title: 'Harbour'})
  })

  test('that is refused is named with the reason', async () => {
    const damaged = attached('Story.docx', word.subarray(0, word.length - 100))
    await expect(textsOf(mail(multipart('mixed', plain('Hi'), damaged)))).rejects.toThrow(
      'Story.docx, attached to this mail: This file is damaged',
    )
  })
})

test('a forwarded mail is read, and its headers are not the article', async () => {
  const inner = part('Content-Type: message/rfc822', mail(html('<p>The story</p>'), 'Story'))
  const lines = await linesOf(mail(multipart('mixed', html('<p>See below</p>'), inner)))
  expect(lines.filter(({hint}) => !hint).map(({text}) => text)).toEqual(['See below', 'The story'])
})

const PROGRAMS: [name: string, content: string, article: string[]][] = [
  ['the signature', plain('The story\n\n-- \nAnn Vane\n+44 1'), ['The story']],
  [
    'a signature of Gmail',
    html('<div>The story</div><div class="gmail_signature">Ann</div>'),
    ['The story'],
  ],
  [
    'the line above a quoted mail',
    plain('The story\n\nOn Mon, 3 May 2025, Ann Vane wrote:\n> One'),
    ['The story'],
  ],
  [
    'the headers of a forwarded mail',
    plain(
      'Hi\n\n---------- Forwarded message ---------\nFrom: Ann Vane\nDate: Mon, 3 May\nSubject: Story\nTo: desk@example.org\n\nThe story',
    ),
    ['Hi', 'The story'],
  ],
  [
    'the headers of a German reply',
    plain('Von: Ann Vane\nGesendet: Montag\nAn: Desk\nBetreff: Hafen\n\nDie Geschichte'),
    ['Die Geschichte'],
  ],
]

test.each(PROGRAMS)('%s does not belong to the article', async (_name, content, article) => {
  const lines = await linesOf(mail(content))
  expect(lines.filter(({hint}) => !hint).map(({text}) => text)).toEqual(article)
})

test('a line that only looks like a header belongs to the article', async () => {
  const [line] = await linesOf(mail(plain('To: the mayor. A letter\n\nText')))
  expect(line).toEqual({text: 'To: the mayor. A letter'})
})

test('a long text below two hyphens is not a signature', async () => {
  const lines = await linesOf(
    mail(plain(`Hi\n-- \n${'A long story that nobody would sign with. '.repeat(8)}`)),
  )
  expect(lines.map(({hint}) => hint)).toEqual([undefined, undefined])
})

test('parts within parts without end are refused', async () => {
  let content = plain('Text')
  for (let level = 0; level < 60; level++) {
    content = `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n${content}\n--b${level}--\n`
  }
  await expect(textsOf(mail(content))).rejects.toThrow('This mail cannot be read.')
})
