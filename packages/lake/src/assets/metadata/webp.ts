// WebP: a RIFF file of chunks. Only the extended form, which begins with VP8X, may hold metadata.
import type {Rewrite} from './rewrite.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04
const HAS_ALPHA = 0x10

export const rewriteWebp: Rewrite = (file, {exif, xmp}) => {
  const kept: Buffer[] = []
  const total = Math.min(file.length, 8 + file.readUInt32LE(4))
  let at = 12
  while (at + 8 <= total) {
    const length = file.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (end > file.length) return null
    if (KEPT.has(file.toString('latin1', at, at + 4))) kept.push(file.subarray(at, end))
    at = end
  }
  if (kept[0]?.toString('latin1', 0, 4) === 'VP8X') {
    kept[0] = Buffer.from(kept[0])
  } else if (exif || xmp) {
    const extended = extendedHeader(kept[0])
    if (!extended) return null
    kept.unshift(extended)
  }
  const [header] = kept
  if (header?.toString('latin1', 0, 4) === 'VP8X') {
    const flags = header.readUInt8(8) & ~(HAS_EXIF | HAS_XMP)
    header.writeUInt8(flags | (exif ? HAS_EXIF : 0) | (xmp ? HAS_XMP : 0), 8)
  }
  if (exif) kept.push(chunkOf('EXIF', exif))
  if (xmp) kept.push(chunkOf('XMP ', xmp))
  const body = Buffer.concat(kept)
  const riff = Buffer.from(file.subarray(0, 12))
  riff.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([riff, body])
}

/** VP8X for a picture in the simple form. Repeats the picture's size and transparency. */
function extendedHeader(picture: Buffer | undefined): Buffer | null {
  const type = picture?.toString('latin1', 0, 4)
  if (!picture || (type !== 'VP8 ' && type !== 'VP8L')) return null
  const lossless = type === 'VP8L'
  // Lossy: a frame header of six bytes, then twice 14 bits. Lossless: a signature, then 14 bits and
  // 14 bits, each less one.
  const bits = picture.readUInt32LE(lossless ? 9 : 14)
  const width = lossless ? (bits & 0x3fff) + 1 : bits & 0x3fff
  const height = lossless ? ((bits >>> 14) & 0x3fff) + 1 : (bits >>> 16) & 0x3fff
  const content = Buffer.alloc(10)
  content.writeUInt8(lossless && (bits >>> 28) & 1 ? HAS_ALPHA : 0, 0)
  content.writeUIntLE(width - 1, 4, 3)
  content.writeUIntLE(height - 1, 7, 3)
  return chunkOf('VP8X', content)
}

function chunkOf(type: string, content: Buffer): Buffer {
  const header = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  header.writeUInt32LE(content.length, 4)
  return Buffer.concat([header, content, Buffer.alloc(content.length % 2)])
}
