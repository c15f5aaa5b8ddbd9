// Placeholders that a page shows while the picture loads, in the three notations of Sanity's
// `metadata`.
import {encode} from 'blurhash'
import sharp from 'sharp'
import {rgbaToThumbHash} from 'thumbhash'

/** A small version of the picture: interleaved 8-bit RGBA, at most 100 pixels on each side. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
}

/** A data URL of a picture that is 20 pixels wide. */
export async function lqip({data, width, height}: Pixels, isOpaque: boolean): Promise<string> {
  const thumbnail = sharp(data, {raw: {width, height, channels: 4}}).resize(20)
  const encoded = isOpaque
    ? await thumbnail.removeAlpha().jpeg({quality: 60}).toBuffer()
    : await thumbnail.png({palette: true}).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${encoded.toString('base64')}`
}

/** https://blurha.sh, with more detail along the longer side. */
export function blurHash({data, width, height}: Pixels): string {
  const [across, down] = width >= height ? [4, 3] : [3, 4]
  return encode(new Uint8ClampedArray(data), width, height, across, down)
}

/** https://evanw.github.io/thumbhash/, in base64. */
export function thumbHash({data, width, height}: Pixels): string {
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64')
}
