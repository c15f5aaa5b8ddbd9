// Pictures in small files that take minutes or gigabytes to decode.
import sharp from 'sharp'

const drawing = (side: number, content: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${content}</svg>`,
  )

const filtered = (side: number, filter: string): Buffer =>
  drawing(
    side,
    `<filter id="f" x="0" y="0" width="1" height="1">${filter}</filter><rect width="${side}" height="${side}" filter="url(#f)"/>`,
  )

const TURBULENCE = '<feTurbulence type="turbulence" baseFrequency="0.9" numOctaves="9"/>'.repeat(
  170,
)
const WEIGHTS = '1 '.repeat(400)
const CONVOLUTION = `<feConvolveMatrix order="20" kernelMatrix="${WEIGHTS}"/>`.repeat(12)
const MORPHOLOGY = '<feMorphology operator="dilate" radius="200"/>'.repeat(100)

/** Drawings of about 12 kB. librsvg works on each of them for minutes, or ends in memory. */
export const HOSTILE_DRAWINGS = {
  turbulence: filtered(2000, TURBULENCE),
  convolution: filtered(2000, CONVOLUTION),
  morphology: filtered(2000, MORPHOLOGY),
  'a small drawing that is costly once it is enlarged': filtered(10, TURBULENCE),
  'references to references': references(),
}

function references(): Buffer {
  let groups = '<rect id="a0" width="9" height="9" opacity=".5"/>'
  for (let n = 1; n < 6; n++) {
    groups += `<g id="a${n}">${`<use href="#a${n - 1}" x="1"/>`.repeat(12)}</g>`
  }
  return drawing(2000, `<defs>${groups}</defs>${'<use href="#a5"/>'.repeat(3)}`)
}

/** A picture of one colour: a few kB as a file, whatever its size. */
export const flatPicture = (
  side: number,
  format: 'avif' | 'gif' | 'tiff' | 'webp' | 'png' | 'jpeg',
): Promise<Buffer> => {
  const background = {r: 10, g: 20, b: 30, alpha: 0.5}
  const image = sharp({create: {width: side, height: side, channels: 4, background}})
  const options = {
    avif: {effort: 0},
    gif: {effort: 1},
    webp: {effort: 0},
    tiff: {compression: 'deflate' as const},
  }
  return image.toFormat(format, options[format as 'avif']).toBuffer()
}

/** An animation with this many frames, each of one colour. */
export function animation(side: number, frames: number): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * 4 * frames, 255)
  for (let n = 0; n < frames; n++)
    pixels.fill(n * 20, n * side * side * 4, (n + 1) * side * side * 4)
  const raw = {width: side, height: side * frames, channels: 4 as const, pageHeight: side}
  return sharp(pixels, {raw}).gif({effort: 1}).toBuffer()
}
