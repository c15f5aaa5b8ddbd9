// Detects a file's type by its content. Names and Content-Type headers can be wrong, so only these
// bytes decide whether the picture library gets the file.

type ImageExtension = 'jpg' | 'png' | 'gif' | 'webp' | 'tif' | 'avif' | 'svg'

export interface ImageType {
  extension: ImageExtension
  mimeType: string
  /** For people, for example `JPEG picture`. */
  title: string
}

export type Sniffed =
  | {image: ImageType}
  /** Recognised, but not a picture that can be uploaded here. `title` begins with "a" or "an". */
  | {image: null; mimeType: string; title: string}
  | null

const image = (extension: ImageExtension, mimeType: string, title: string): Sniffed => ({
  image: {extension, mimeType, title: `${title} picture`},
})
const other = (mimeType: string, title: string): Sniffed => ({image: null, mimeType, title})

/** How many bytes `sniff` needs. An SVG can begin with a long comment. */
export const SNIFF_BYTES = 65_536

/** @param head the file's first bytes, at best `SNIFF_BYTES` of them */
export function sniff(head: Uint8Array): Sniffed {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const ascii = (start: number, end: number) => bytes.toString('latin1', start, end)
  const hex = (length: number) => bytes.toString('hex', 0, length)

  if (hex(3) === 'ffd8ff') return image('jpg', 'image/jpeg', 'JPEG')
  if (hex(8) === '89504e470d0a1a0a') return image('png', 'image/png', 'PNG')
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return image('gif', 'image/gif', 'GIF')
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return image('webp', 'image/webp', 'WebP')
  if (['49492a00', '4d4d002a'].includes(hex(4))) return image('tif', 'image/tiff', 'TIFF')
  if (ascii(4, 8) === 'ftyp') return sniffContainer(ascii(8, 12), bytes)
  if (ascii(0, 5) === '%PDF-') return other('application/pdf', 'a PDF document')
  if (ascii(0, 4) === '8BPS') return other('image/vnd.adobe.photoshop', 'a Photoshop file')
  if (ascii(0, 2) === 'BM' && ascii(6, 10) === '\0\0\0\0')
    return other('image/bmp', 'a BMP picture')
  if (hex(2) === 'ff0a' || hex(8) === '0000000c4a584c20')
    return other('image/jxl', 'a JPEG XL picture')
  if (hex(8) === '0000000c6a502020') return other('image/jp2', 'a JPEG 2000 picture')
  if (hex(4) === '504b0304') return other('application/zip', 'a ZIP archive or an Office document')
  return sniffText(bytes)
}

function sniffContainer(majorBrand: string, bytes: Buffer): Sniffed {
  const length = Math.min(bytes.readUInt32BE(0), bytes.length, 256)
  const brands = [majorBrand]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(bytes.toString('latin1', at, at + 4))
  if (brands.includes('avif') || brands.includes('avis')) return image('avif', 'image/avif', 'AVIF')
  const heic = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']
  if (brands.some((brand) => heic.includes(brand))) return other('image/heic', 'a HEIC picture')
  return other('video/mp4', 'a film or sound recording')
}

function sniffText(bytes: Buffer): Sniffed {
  if (bytes.includes(0)) return null
  let text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  // Declaration, processing instructions, comments and doctype can precede the root element.
  const prolog = /^\s*(?:<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE\s+svg\b[^[>]*(?:\[[^]*?\]\s*)?>)/i
  for (let match = prolog.exec(text); match; match = prolog.exec(text)) {
    text = text.slice(match[0].length)
  }
  if (/^\s*<(?:[a-z]+:)?svg[\s>/]/i.test(text)) return image('svg', 'image/svg+xml', 'SVG')
  if (/^\s*<(?:!doctype\s+html|html|head|body|script)\b/i.test(text)) {
    return other('text/html', 'a web page')
  }
  return null
}
