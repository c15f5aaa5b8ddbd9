// An EXIF block with orientation, creator and copyright only. Written here because libvips replaces
// non-ASCII characters with question marks.
import type {RenditionCredit} from './rendition-credit.ts'

const ASCII = 2
const SHORT = 3
const ORIENTATION = 0x0112
const ARTIST = 0x013b
const COPYRIGHT = 0x8298

/** PNG and WebP hold more together with the XMP. A JPEG segment holds 64 kB. */
const MOST_BYTES = 20_000

/**
 * A TIFF structure, as JPEG, PNG and WebP embed it, or null if it would be empty. Text is UTF-8, as
 * the Metadata Working Group recommends.
 */
export function exifBlock(orientation: number, credit: RenditionCredit | null): Buffer | null {
  const texts: [tag: number, text: string | undefined][] = [
    [ARTIST, credit?.creator],
    [COPYRIGHT, credit?.copyrightNotice],
  ]
  const entries: {tag: number; type: number; count: number; value: Buffer}[] = []
  if (orientation !== 1) {
    const value = Buffer.alloc(4)
    value.writeUInt16BE(orientation)
    entries.push({tag: ORIENTATION, type: SHORT, count: 1, value})
  }
  for (const [tag, text] of texts) {
    if (!text) continue
    const value = Buffer.from(`${text.replaceAll('\0', '')}\0`)
    if (value.length <= MOST_BYTES) entries.push({tag, type: ASCII, count: value.length, value})
  }
  if (entries.length === 0) return null

  const directory = Buffer.alloc(8 + 2 + entries.length * 12 + 4)
  directory.write('MM\0*', 0, 'latin1')
  directory.writeUInt32BE(8, 4)
  directory.writeUInt16BE(entries.length, 8)
  const values: Buffer[] = []
  let end = directory.length
  for (const [index, {tag, type, count, value}] of entries.entries()) {
    const at = 10 + index * 12
    directory.writeUInt16BE(tag, at)
    directory.writeUInt16BE(type, at + 2)
    directory.writeUInt32BE(count, at + 4)
    if (value.length <= 4) {
      value.copy(directory, at + 8)
      continue
    }
    directory.writeUInt32BE(end, at + 8)
    // A value begins at an even offset.
    const padded = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.alloc(1)])
    values.push(padded)
    end += padded.length
  }
  return Buffer.concat([directory, ...values])
}
