// Reads mails, also pages that a browser saved as one file (.mht).
import PostalMime, {type Attachment, type Email} from 'postal-mime'
import {IntakeError, type Line, type Picture, type Reading} from '../lines.ts'
import {tidy} from './clean.ts'
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

/** Reads the text of a mail, its pictures, and an attached article if it has no text of its own. */
export async function readMail(file: Uint8Array, {signal, readFile}: Options): Promise<Reading> {
  const mail = await parse(file)
  signal?.throwIfAborted()
  const used = new Set<Attachment>()
  const body = await readBody(mail, used, signal)
  const article = mail.attachments.find(isArticle)
  const reading =
    article && !hasText(body.lines) ? await readFile(bytesOf(article), article.filename) : body
  reading.lines = withoutSignature(reading.lines)
  markReplyHeaders(reading.lines)
  addPictures(
    reading,
    mail.attachments.filter((attachment) => !used.has(attachment)),
  )
  return {...reading, format: 'mail', title: titleOf(mail.subject) ?? reading.title}
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

const isArticle = ({mimeType, filename}: Attachment): boolean =>
  /\.(?:docx|docm|html?|txt|text|md)$/i.test(filename ?? '') ||
  /^(?:text\/(?:html|plain)|application\/vnd\.openxmlformats-officedocument\.wordprocessingml)/.test(
    mimeType,
  )

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
