// Writes PNG (ISO/IEC 15948) with nothing but web standards: the site runs wherever those are.

/** Bytes in memory that nobody else writes to: what digests and answers take. */
export type Bytes = Uint8Array<ArrayBuffer>

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** RGBA pixels, `size` square, as a PNG file. */
export async function encodePng(pixels: Bytes, size: number): Promise<Bytes> {
  const row = size * 4
  // Each row begins with its filter: 0, none.
  const rows = new Uint8Array((row + 1) * size)
  for (let y = 0; y < size; y++)
    rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, size)
  view.setUint32(4, size)
  // Eight bits a channel; red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8)
  return joined([
    new Uint8Array(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', await deflated(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** A PNG file as the one picture of an ICO file, for those that ask for `/favicon.ico`. */
export function icoOf(png: Bytes, size: number): Bytes {
  const header = new Uint8Array(22)
  const view = new DataView(header.buffer)
  view.setUint16(2, 1, true)
  view.setUint16(4, 1, true)
  header.set([size, size, 0, 0], 6)
  view.setUint16(10, 1, true)
  view.setUint16(12, 32, true)
  view.setUint32(14, png.length, true)
  view.setUint32(18, header.length, true)
  return joined([header, png])
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function chunk(type: string, data: Bytes): Bytes {
  const typed = joined([new TextEncoder().encode(type), data])
  const framed = new Uint8Array(typed.length + 8)
  const view = new DataView(framed.buffer)
  view.setUint32(0, data.length)
  framed.set(typed, 4)
  view.setUint32(typed.length + 4, crc32(typed))
  return framed
}

function crc32(bytes: Bytes): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
