// Makes one rendition with sharp: upright, in sRGB, with the credit as its only metadata. Only the
// decoder process may call it.
import {readFile} from 'node:fs/promises'
import sharp, {type Sharp} from 'sharp'
import {applyEffects, WHITE} from './effects.ts'
import type {RenditionCredit} from './metadata/rendition-credit.ts'
import {rewriteMetadata} from './metadata/rewrite.ts'
import {xmpPacket} from './metadata/xmp-packet.ts'
import {motionOf, type Motion} from './motion.ts'
import type {ImageFileName} from './names.ts'
import type {OutputFormat, RenditionParams} from './rendition-params.ts'
import {planRendition, type RenditionPlan} from './rendition-plan.ts'

export interface RenderRequest {
  /** Path of the original. */
  source: string
  name: ImageFileName
  /** Null for the unchanged picture with other metadata. */
  params: RenditionParams | null
  format: OutputFormat
  /** Written into the rendition. */
  credit: RenditionCredit | null
  maxPixels: number
}

/** Quality if no rendition was requested: keeps the picture close to the original. */
const PLAIN_QUALITY = 90

export async function render(request: RenderRequest): Promise<Uint8Array> {
  const {name, params, format, credit} = request
  const plain = params ? null : await plainOf(request)
  if (plain) return plain
  const plan = params ? planRendition(params, name) : wholePicture(name)
  const {canvas} = plan
  const motion = params?.still ? null : await motionOf({...request, canvas})
  const image = await open(request, plan, motion !== null)
  const finished = encode(
    params ? await applyEffects(image, params, plan, format, motion?.pages) : image,
    request,
    format,
    motion,
  )
  const file = await finished.toBuffer()
  if (!credit || format === 'avif') return file
  return rewriteMetadata(format, file, 1, credit) ?? file
}

/** The unchanged picture; null if its pixels must be changed. */
async function plainOf({source, name, credit}: RenderRequest): Promise<Uint8Array | null> {
  if (!['jpg', 'png', 'webp', 'gif'].includes(name.extension)) return null
  const {orientation = 1} = await sharp(source, {limitInputPixels: false}).metadata()
  return rewriteMetadata(name.extension, await readFile(source), orientation, credit)
}

function wholePicture({width, height}: ImageFileName): RenditionPlan {
  const size = {width, height}
  return {extract: {left: 0, top: 0, ...size}, scaled: size, canvas: size, entropy: false}
}

/** Opens the original, cropped and scaled as planned. */
async function open(
  {source, name, maxPixels}: RenderRequest,
  {extract, scaled, entropy}: RenditionPlan,
  animated: boolean,
): Promise<Sharp> {
  const options = {limitInputPixels: maxPixels, failOn: 'none', animated} as const
  if (name.extension === 'svg')
    return openDrawing(source, name, {extract, scaled, entropy}, options)
  const image = sharp(source, options).autoOrient()
  if (extract.width !== name.width || extract.height !== name.height) image.extract(extract)
  // The busiest part would differ from frame to frame.
  const position = animated ? 'centre' : 'entropy'
  const cover = entropy ? ({fit: 'cover', position} as const) : ({fit: 'fill'} as const)
  return image.resize({...scaled, ...cover})
}

/** A drawing is rasterised at the size that is needed, so that it is sharp when enlarged. */
async function openDrawing(
  source: string,
  name: ImageFileName,
  {extract, scaled, entropy}: Pick<RenditionPlan, 'extract' | 'scaled' | 'entropy'>,
  options: {limitInputPixels: number; failOn: 'none'; animated: boolean},
): Promise<Sharp> {
  const wanted = Math.max(1, scaled.width / extract.width, scaled.height / extract.height)
  const most = Math.sqrt(options.limitInputPixels / (name.width * name.height)) * 0.99
  const density = 72 * Math.max(1, Math.min(wanted, most))
  // A drawing in memory has no folder, so it cannot load another file.
  const drawing = await readFile(source)
  const {width, height} = await sharp(drawing, {...options, density}).metadata()
  const [x, y] = [width / name.width, height / name.height]
  const left = Math.min(width - 1, Math.round(extract.left * x))
  const top = Math.min(height - 1, Math.round(extract.top * y))
  return sharp(drawing, {...options, density})
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.round(extract.width * x))),
      height: Math.max(1, Math.min(height - top, Math.round(extract.height * y))),
    })
    .resize({...scaled, fit: entropy ? 'cover' : 'fill', position: entropy ? 'entropy' : 'centre'})
}

function encode(
  image: Sharp,
  {params, credit}: RenderRequest,
  format: OutputFormat,
  motion: Motion | null,
): Sharp {
  const timing = motion?.timing
  const quality = params?.quality ?? PLAIN_QUALITY
  switch (format) {
    case 'jpeg':
      return image.flatten({background: params?.background ?? WHITE}).jpeg({
        quality,
        progressive: params?.progressive ?? false,
      })
    case 'webp':
      // A third faster than the default, with hardly more bytes.
      return image.webp({quality, effort: 2, ...timing})
    case 'avif':
      // libheif writes the boxes of this format, so sharp must add the XMP.
      if (credit) image.withXmp(xmpPacket(credit).toString())
      return image.avif({quality, effort: 2})
    case 'gif':
      return image.gif({effort: 3, ...timing})
    case 'png':
      return image.png()
  }
}
