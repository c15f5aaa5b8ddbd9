// PNG: a signature, then chunks, each with its length, type and checksum.
import {crc32} from 'node:zlib'
import type {Rewrite} from './rewrite.ts'

const ANCILLARY = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
)

/**
 * Keeps critical chunks, whose names begin with a capital letter, and chunks for colours and
 * frames.
 */
export const rewritePng: Rewrite = (file, {exif, xmp}) => {
  const kept: Buffer[] = [file.subarray(0, 8)]
  let at = 8
  while (at < file.length) {
    const end = at + 12 + file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    if (end > file.length) return null
    if (/^[A-Z]/.test(type) || ANCILLARY.has(type)) kept.push(file.subarray(at, end))
    // Before the pixels, because some readers do not look after them.
    if (type === 'IHDR') {
      if (exif) kept.push(chunkOf('eXIf', exif))
      // Keyword, not compressed, no language, no translated keyword.
      if (xmp) kept.push(chunkOf('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), xmp))
    }
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

function chunkOf(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
