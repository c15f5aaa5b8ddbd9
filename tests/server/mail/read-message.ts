// Reads an e-mail as a mail program does: headers unfolded and decoded, the body in plain text.

export interface Message {
  /** By lower-case name, decoded. */
  headers: Record<string, string>
  /** As they came: `name: value`, unfolded. */
  headerLines: string[]
  text: string
}

export function readMessage(raw: string): Message {
  const end = raw.indexOf('\r\n\r\n')
  const headerLines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = Object.fromEntries(
    headerLines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())]
    }),
  )
  const encoding = headers['content-transfer-encoding'] ?? '7bit'
  const text = decodeBody(raw.slice(end + 4), encoding).replaceAll('\r\n', '\n')
  return {headers, headerLines, text}
}

/** RFC 2047: words that stand side by side belong together. */
function decodeWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    )
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, ''))
  return body
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
