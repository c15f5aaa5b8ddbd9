// Applies background, colours, sharpness, mirroring and rotation after scaling.
import sharp, {type Raw, type Sharp} from 'sharp'
import type {OutputFormat, RenditionParams} from './rendition-params.ts'
import type {RenditionPlan} from './rendition-plan.ts'

export const WHITE = {r: 255, g: 255, b: 255, alpha: 1}
/** `blur=1` in libvips. */
const SIGMA = 0.1
/** A wider blur would take seconds. On a smaller picture it looks the same. */
const WIDEST_SIGMA = 16

/** The frames of an animation are below each other, each as high as the canvas. */
export async function applyEffects(
  image: Sharp,
  params: RenditionParams,
  {scaled, canvas}: RenditionPlan,
  format: OutputFormat,
  pages = 1,
): Promise<Sharp> {
  const background = params.background ?? WHITE
  if (params.background || format === 'jpeg') image.flatten({background})
  const across = canvas.width - scaled.width
  const down = canvas.height - scaled.height
  if (across > 0 || down > 0) {
    const left = Math.floor(across / 2)
    const top = Math.floor(down / 2)
    image.extend({left, right: across - left, top, bottom: down - top, background})
  }
  if (params.saturation) image.modulate({saturation: Math.max(0, 1 + params.saturation / 100)})
  if (params.invert) image.negate({alpha: false})
  if (!needsPasses(params, pages)) return soften(image, params)

  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  const raw: Raw = {width: info.width, height: canvas.height, channels: info.channels}
  const length = raw.width * raw.height * raw.channels
  const frames: Buffer[] = []
  let size = raw
  for (let start = 0; start < data.length; start += length) {
    const done = await inPasses(data.subarray(start, start + length), raw, params)
    frames.push(done.data)
    size = done.raw
  }
  if (frames.length === 1) return sharp(frames[0], {raw: size})
  const strip = {...size, height: size.height * frames.length, pageHeight: size.height}
  return sharp(Buffer.concat(frames), {raw: strip})
}

const sigmaOf = ({blur = 0}: RenditionParams): number => blur * SIGMA

/**
 * sharp mirrors and rotates before it crops, whatever the order of calls. Each frame must be
 * processed by itself.
 */
function needsPasses(params: RenditionParams, pages: number): boolean {
  const {flip, rotate, blur, sharpen} = params
  if (flip.horizontal || flip.vertical || rotate !== 0) return true
  return sigmaOf(params) > WIDEST_SIGMA || (pages > 1 && (blur ?? sharpen) !== undefined)
}

function soften(image: Sharp, params: RenditionParams): Sharp {
  if (params.blur) image.blur(Math.max(0.3, Math.min(WIDEST_SIGMA, sigmaOf(params))))
  if (params.sharpen) image.sharpen({sigma: 0.5 + params.sharpen / 50})
  return image
}

/** One frame, one step after the other. */
async function inPasses(
  frame: Buffer,
  raw: Raw,
  params: RenditionParams,
): Promise<{data: Buffer; raw: Raw}> {
  const first = sharp(frame, {raw})
  const shrink = Math.max(1, sigmaOf(params) / WIDEST_SIGMA)
  if (shrink > 1) first.resize({...smaller(raw, shrink), fit: 'fill'})
  const softened = await output(soften(first, params))
  const second = sharp(softened.data, {raw: softened.raw})
  if (shrink > 1) second.resize({width: raw.width, height: raw.height, fit: 'fill'})
  const {horizontal, vertical} = params.flip
  const mirrored = await output(second.flop(horizontal).flip(vertical))
  if (params.rotate === 0) return mirrored
  return output(sharp(mirrored.data, {raw: mirrored.raw}).rotate(params.rotate))
}

const smaller = ({width, height}: Raw, by: number) => ({
  width: Math.max(1, Math.round(width / by)),
  height: Math.max(1, Math.round(height / by)),
})

async function output(image: Sharp): Promise<{data: Buffer; raw: Raw}> {
  const {data, info} = await image.raw().toBuffer({resolveWithObject: true})
  const {width, height, channels} = info
  return {data, raw: {width, height, channels}}
}
