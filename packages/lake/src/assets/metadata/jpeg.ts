// JPEG: a list of segments, each with its marker and length.
import type {Rewrite} from './rewrite.ts'

/** Keeps the picture's own segments, JFIF, the colour profile and Adobe's colour transform. */
export const rewriteJpeg: Rewrite = (file, {exif, xmp}) => {
  const kept: Buffer[] = [file.subarray(0, 2)]
  let headed = false
  const head = () => {
    if (headed) return
    headed = true
    if (exif) kept.push(segmentOf('Exif\0\0', exif))
    if (xmp) kept.push(segmentOf('http://ns.adobe.com/xap/1.0/\0', xmp))
  }
  let at = 2
  while (at < file.length) {
    if (file.readUInt8(at) !== 0xff) return null
    while (file.readUInt8(at + 1) === 0xff) at++
    const marker = file.readUInt8(at + 1)
    if (marker === 0xd9) {
      // Data after the end is dropped, for example a phone's second picture with its own EXIF.
      kept.push(file.subarray(at, at + 2))
      return Buffer.concat(kept)
    }
    let end = at + 2 + file.readUInt16BE(at + 2)
    const segment = file.subarray(at, end)
    // JFIF must be first.
    if (marker !== 0xe0) head()
    if (marker === 0xda) end = endOfScan(file, end)
    if (keepsSegment(marker, segment)) kept.push(file.subarray(at, end))
    at = end
  }
  return null
}

function keepsSegment(marker: number, segment: Buffer): boolean {
  const begins = (text: string) => segment.toString('latin1', 4, 4 + text.length) === text
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return begins('JFIF\0')
  if (marker === 0xe2) return begins('ICC_PROFILE\0')
  return marker === 0xee && begins('Adobe')
}

/** Scan data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file.readUInt8(at + 1)
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return file.length
}

/** An APP1 segment. */
function segmentOf(name: string, content: Buffer): Buffer {
  const payload = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const header = Buffer.from([0xff, 0xe1, 0, 0])
  header.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([header, payload])
}
