// GIF: a colour table, then blocks of sub-blocks.
import type {Rewrite} from './rewrite.ts'

/** Removes comments and application blocks, except the one for repetition. */
export const rewriteGif: Rewrite = (file, {xmp}) => {
  const blocksEnd = (from: number) => {
    let at = from
    while (file.readUInt8(at) !== 0) at += file.readUInt8(at) + 1
    return at + 1
  }
  let at = 13 + colours(file.readUInt8(10))
  const kept: Buffer[] = [file.subarray(0, at)]
  for (;;) {
    const kind = file.readUInt8(at)
    if (kind === 0x3b) {
      if (xmp) kept.push(xmpBlock(xmp))
      return Buffer.concat([...kept, file.subarray(at, at + 1)])
    }
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

/** Size of a colour table in bytes, from its flags. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

/**
 * The packet is not divided into blocks. If a decoder reads any of its bytes as a length, it gets
 * into the descending numbers after the packet and from there to the end (XMP specification, part
 * 3).
 */
function xmpBlock(xmp: Buffer): Buffer {
  const falling = Buffer.from(Array.from({length: 256}, (_, index) => 255 - index))
  return Buffer.concat([
    Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1'),
    xmp,
    Buffer.from([1]),
    falling,
    Buffer.from([0]),
  ])
}
