// One byte range of a request, as sent by video players and resumed downloads.

export type ByteRange = {start: number; end: number} | 'unsatisfiable' | null

/**
 * Null if the whole file must be sent: no header, another unit, several ranges or an invalid
 * header.
 * @param header the Range header
 * @param size of the file in bytes
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  if (match[1] === '') {
    const length = Math.min(size, Number(match[2]))
    return length === 0 ? 'unsatisfiable' : {start: size - length, end: size - 1}
  }
  const start = Number(match[1])
  const end = match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))
  if (match[2] !== '' && Number(match[2]) < start) return null
  return start >= size ? 'unsatisfiable' : {start, end}
}
