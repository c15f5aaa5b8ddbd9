// Reads mails, also pages that a browser saved as one file (.mht).
import PostalMime, {type Attachment, type Email} from 'postal-mime'
import {IntakeError, type Line, type Picture, type Reading} from '../lines.ts'
import {columnsOf, tidy} from './clean.ts'
import {pictureTypeOf} from './docx-parts.ts'
import {readHtml} from './html.ts'
import {checkPictures} from './limits.ts'
import type {Attached} from './pictures.ts'
import {readText} from './text.ts'

interface Options {
  signal?: AbortSignal | undefined
  /** Reads an attached file. */
  readFile: (file: Uint8Array, fileName: string | null) => Promise<Reading>
}

/** A mail of this many columns can be the words that go with an attached article. */
const NOTE_COLUMNS = 500

/** Reads the text of a mail with its pictures, or the article that is attached to a short note. */
export async function readMail(file: Uint8Array, {signal, readFile}: Options): Promise<Reading> {
  const mail = await parse(file)
  signal?.throwIfAborted()
  const used = new Set<Attachment>()
  const body = await readBody(mail, used, signal)
  body.lines = withoutSignature(body.lines)
  markReplyHeaders(body.lines)
  const [article, ...others] = mail.attachments.filter(isArticle)
  const isRead = article && (!hasText(body.lines) || (isNote(body.lines) && others.length === 0))
  if (isRead) used.add(article)
  const reading = isRead ? below(body, await readAttached(article, readFile)) : body
  const rest = mail.attachments.filter((attachment) => !used.has(attachment))
  addPictures(reading, rest)
  const subject = titleOf(mail.subject)
  const unread = rest.flatMap((one) => (typeOf(one) === null && one.filename) || [])
  return {
    ...reading,
    format: 'mail',
    title: isRead ? (reading.title ?? subject) : (subject ?? reading.title),
    ...(unread.length > 0 ? {unread} : {}),
  }
}

/** "My story is attached": too short for an article. */
function isNote(lines: Line[]): boolean {
  const own = lines.filter(({hint}) => hint !== 'furniture')
  return columnsOf(own.map(({text}) => text).join(' ')) <= NOTE_COLUMNS
}

async function readAttached(article: Attachment, readFile: Options['readFile']): Promise<Reading> {
  try {
    return await readFile(bytesOf(article), article.filename)
  } catch (error) {
    if (!(error instanceof IntakeError) || !article.filename) throw error
    throw new IntakeError(`${article.filename}, attached to this mail: ${error.message}`)
  }
}

/** An attached article below the words of its mail. Pictures of the mail come behind it. */
function below(note: Reading, article: Reading): Reading {
  const words = note.lines.filter(({text}) => text !== '')
  const [first, ...more] = article.lines
  const pictures = [...article.pictures]
  const shown = note.lines.flatMap(({picture}): Line[] => {
    const found = note.pictures[picture ?? -1]
    if (!found?.bytes) return []
    checkPictures(pictures.length + 1)
    return [{text: '', startsGroup: true, picture: pictures.push(found) - 1, marks: []}]
  })
  return {
    ...article,
    pictures,
    lines: [
      ...words.map(({text, startsGroup, marks}): Line => ({
        text,
        startsGroup,
        marks,
        hint: 'furniture',
      })),
      ...(first ? [{...first, startsGroup: true}] : []),
      ...more,
      ...shown,
    ],
  }
}

async function parse(file: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(file, {maxNestingDepth: 50})
  } catch {
    throw new IntakeError('This mail cannot be read. Copy its text and paste it.')
  }
}

async function readBody(
  {html, text, attachments}: Email,
  used: Set<Attachment>,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const attached: Attached = (address) => {
    const found = attachments.find((attachment) => isAt(attachment, address))
    if (found) used.add(found)
    return found && {...pictureOf(found), address}
  }
  if (html) {
    const reading = await readHtml(html, {signal, attached})
    if (hasText(reading.lines)) return reading
  }
  return readText(text ?? '')
}

const hasText = (lines: Line[]): boolean => lines.some(({text}) => text !== '')

/** `cid:photo@mail` is the part with the ID `<photo@mail>`. */
function isAt({contentId}: Attachment, address: string): boolean {
  const id = /^cid:(.+)$/i.exec(address)?.[1]
  if (!id || !contentId) return false
  const bare = contentId.replace(/^<|>$/g, '')
  return bare === id || bare === decoded(id)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const bytesOf = ({content}: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

const typeOf = ({mimeType, filename}: Attachment): string | null =>
  mimeType.startsWith('image/') ? mimeType : pictureTypeOf(filename ?? '')

const pictureOf = (attachment: Attachment): Picture => ({
  bytes: bytesOf(attachment),
  mediaType: typeOf(attachment),
  fileName: attachment.filename,
  address: null,
  alt: null,
})

/** Mail programs add files such as `ATT00001.txt`. */
const isArticle = ({mimeType, filename}: Attachment): boolean =>
  !/^ATT\d+\./.test(filename ?? '') &&
  (/\.(?:docx|docm|html?|txt|text|md)$/i.test(filename ?? '') ||
    /^(?:text\/(?:html|plain)|application\/vnd\.openxmlformats-officedocument\.wordprocessingml)/.test(
      mimeType,
    ))

/** Pictures that the text does not show are behind it. */
function addPictures({lines, pictures}: Reading, attachments: Attachment[]): void {
  for (const attachment of attachments) {
    const isAttached = attachment.disposition !== null || attachment.contentId !== undefined
    if (typeOf(attachment) === null || !isAttached) continue
    checkPictures(pictures.length + 1)
    const picture = pictures.push(pictureOf(attachment)) - 1
    lines.push({text: '', startsGroup: true, picture, marks: []})
  }
}

/** The subject without what programs put before it. */
function titleOf(subject: string | undefined): string | null {
  return (
    tidy(subject ?? '').replace(
      /^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|回复|转发)\s*[:：]\s*)+/i,
      '',
    ) || null
  )
}

const REPLY_HEADERS = [
  /^(?:On|Am|Le|El|Il|Op) .{6,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef).{0,80}:$/i,
  /^-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d'origine|Message transféré|Mensaje original|Mensaje reenviado|転送メッセージ|元のメッセージ) ?-{2,}$/i,
  /^Begin forwarded message:$/i,
]
const FIELD =
  /^\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|Datum|An|Betreff|De|Envoyé|À|Objet|Para|Enviado|Fecha|Asunto|差出人|送信日時|日時|宛先|件名)\s?\*?[:：]/i

/** Marks what programs write above a mail that is quoted. */
function markReplyHeaders(lines: Line[]): void {
  for (const [index, line] of lines.entries()) {
    const isHeader = REPLY_HEADERS.some((pattern) => pattern.test(line.text))
    const beside = lines
      .slice(Math.max(index - 3, 0), index + 4)
      .filter(({text}) => FIELD.test(text))
    if (isHeader || (FIELD.test(line.text) && beside.length > 2)) line.hint = 'furniture'
  }
}

/** Marks a few lines below the line `--`, and removes that. */
function withoutSignature(lines: Line[]): Line[] {
  const start = lines.findLastIndex(({text}) => text === '--')
  const signature = lines.slice(start + 1)
  const isShort = signature.length <= 12 && signature.every(({text}) => text.length <= 200)
  if (start < 0) return lines
  if (isShort) for (const line of signature) line.hint = 'furniture'
  return lines.filter(({text}) => text !== '--')
}
