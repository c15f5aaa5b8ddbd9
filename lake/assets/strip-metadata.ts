// Takes position data, names and comments out of a picture file without touching its pixels. The
// credit lines go too; they live in documents, and the original keeps everything.

/** Bytes without metadata, or null where that cannot be done losslessly: encode the picture anew. */
type Strip = (file: Buffer, orientation: number) => Buffer | null

/**
 * @param extension of the stored file
 * @param file its bytes
 * @param orientation EXIF orientation 1–8; a turned JPEG keeps that one number
 */
export function stripMetadata(extension: string, file: Buffer, orientation: number): Buffer | null {
  const strip = STRIPS[extension]
  if (!strip) return null
  try {
    return strip(file, orientation)
  } catch (error) {
    // A reader ran past the end: the structure is unusual, so nothing of it is passed on.
    if (error instanceof RangeError) return null
    throw error
  }
}

const STRIPS: Record<string, Strip> = {
  jpg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
  gif: stripGif,
}

/** Keeps the picture's own segments, JFIF, the colour profile and Adobe's colour transform. */
function stripJpeg(file: Buffer, orientation: number): Buffer | null {
  const kept: Buffer[] = [file.subarray(0, 2)]
  let headed = orientation === 1
  const head = () => {
    if (!headed) kept.push(orientationSegment(orientation))
    headed = true
  }
  let at = 2
  while (at < file.length) {
    if (file.readUInt8(at) !== 0xff) return null
    while (file.readUInt8(at + 1) === 0xff) at++
    const marker = file.readUInt8(at + 1)
    if (marker === 0xd9) {
      // What follows the end, such as a phone's second picture with its own EXIF, is left behind.
      kept.push(file.subarray(at, at + 2))
      return Buffer.concat(kept)
    }
    let end = at + 2 + file.readUInt16BE(at + 2)
    const segment = file.subarray(at, end)
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

/** An EXIF segment that holds the orientation and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const header = Buffer.from([0xff, 0xe1, 0, 0])
  header.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([header, payload])
}

const PNG_ANCILLARY = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
)

/** Critical chunks begin with a capital; of the others only what colours and frames need. */
function stripPng(file: Buffer, orientation: number): Buffer | null {
  if (orientation !== 1) return null
  const kept: Buffer[] = [file.subarray(0, 8)]
  let at = 8
  while (at < file.length) {
    const end = at + 12 + file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    if (end > file.length) return null
    if (/^[A-Z]/.test(type) || PNG_ANCILLARY.has(type)) kept.push(file.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])

function stripWebp(file: Buffer, orientation: number): Buffer | null {
  if (orientation !== 1) return null
  const kept: Buffer[] = []
  const total = Math.min(file.length, 8 + file.readUInt32LE(4))
  let at = 12
  while (at + 8 <= total) {
    const length = file.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (end > file.length) return null
    const type = file.toString('latin1', at, at + 4)
    if (WEBP_CHUNKS.has(type)) {
      const chunk = Buffer.from(file.subarray(at, end))
      // The header announces EXIF (8) and XMP (4), which are gone.
      if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~0x0c, 8)
      kept.push(chunk)
    }
    at = end
  }
  const body = Buffer.concat(kept)
  const header = Buffer.from(file.subarray(0, 12))
  header.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([header, body])
}

/** Bytes of a colour table, by the flags that announce it. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/** Comments and application blocks go, except the one that repeats an animation. */
function stripGif(file: Buffer): Buffer | null {
  const blocksEnd = (from: number) => {
    let at = from
    while (file.readUInt8(at) !== 0) at += file.readUInt8(at) + 1
    return at + 1
  }
  let at = 13 + colours(file.readUInt8(10))
  const kept: Buffer[] = [file.subarray(0, at)]
  for (;;) {
    const kind = file.readUInt8(at)
    if (kind === 0x3b) return Buffer.concat([...kept, file.subarray(at, at + 1)])
    if (kind === 0x2c) {
      const end = blocksEnd(at + 11 + colours(file.readUInt8(at + 9)))
      kept.push(file.subarray(at, end))
      at = end
    } else if (kind === 0x21) {
      const label = file.readUInt8(at + 1)
      const end = blocksEnd(at + 2)
      const name = file.toString('latin1', at + 3, at + 14)
      const repeats = label === 0xff && (name === 'NETSCAPE2.0' || name === 'ANIMEXTS1.0')
      if (label === 0xf9 || label === 0x01 || repeats) kept.push(file.subarray(at, end))
      at = end
    } else {
      return null
    }
  }
}
