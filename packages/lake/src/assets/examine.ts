// Measures a picture: its size, its transparency, its placeholders. It decodes a file that nobody has
// checked, so only the decoder's process calls it.
import {readFile} from 'node:fs/promises'
import sharp, {type Sharp} from 'sharp'
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'
import {exifMetadata} from './exif.ts'
import {palette} from './palette.ts'
import {blurHash, lqip, thumbHash} from './placeholders.ts'
import type {ImageType} from './sniff.ts'

export interface ExamineRequest {
  /** Path of the uploaded bytes. */
  file: string
  extension: ImageType['extension']
  /** Width × height that may be decoded. */
  maxPixels: number
  /** What the client asks for by `meta[]`. `none` leaves only dimensions and transparency. */
  meta: readonly string[]
}

export interface ExaminedImage {
  /** Pixels, after EXIF orientation: crops are measured on the picture as it is seen. */
  width: number
  height: number
  /** `metadata` of the asset document. Never a position, whatever `meta[]` asks: it is public. */
  metadata: {[key: string]: Json}
}

/** Where the client asks for nothing by name. */
const DEFAULT_META = ['lqip', 'palette', 'blurhash', 'thumbhash']
/** Pages show drawings this large, however small the size is that they give themselves. */
const DRAWING_PIXELS = 2000

/** @throws BadRequest `invalidImage` for too many pixels; whatever libvips says of a damaged file */
export async function examine(request: ExamineRequest): Promise<ExaminedImage> {
  const {file, extension, maxPixels, meta} = request
  const isDrawing = extension === 'svg'
  // From memory a drawing has no folder, so it cannot load another file.
  const input = isDrawing ? await readFile(file) : file
  // `metadata` reads only the header, so a decompression bomb is refused before it is unpacked.
  const header = await sharp(input, {limitInputPixels: false}).metadata()
  const {width, height} = header.autoOrient
  assertSize(width, height, maxPixels)
  const decode = () => sharp(input, {limitInputPixels: maxPixels, failOn: 'error'}).autoOrient()

  // One pass over the whole file: it also finds what is damaged or cut off.
  const small = await decode()
    .resize(64, 64, {fit: 'inside'})
    .ensureAlpha()
    .toColourspace('srgb')
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  const hasAlpha = header.hasAlpha
  const metadata: {[key: string]: Json} = {
    _type: 'sanity.imageMetadata',
    dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
    hasAlpha,
    isOpaque: !hasAlpha || (await isOpaque(decode())),
  }
  if (isDrawing) await tryLarge(input, Math.max(width, height))
  const asked = meta.length > 0 ? meta : DEFAULT_META
  const pixels = {data: small.data, width: small.info.width, height: small.info.height}
  if (asked.includes('lqip')) metadata.lqip = await lqip(pixels, metadata.isOpaque === true)
  if (asked.includes('palette')) metadata.palette = palette(small.data)
  if (asked.includes('blurhash')) metadata.blurHash = blurHash(pixels)
  if (asked.includes('thumbhash')) metadata.thumbHash = thumbHash(pixels)
  if (meta.includes('exif')) {
    const exif = exifMetadata(await readFile(file))
    if (exif) metadata.exif = exif
  }
  return {width, height, metadata}
}

function assertSize(width: number, height: number, maxPixels: number): void {
  if (width * height <= maxPixels && width <= 100_000 && height <= 100_000) return
  const most = Math.floor(maxPixels / 1_000_000)
  throw new BadRequest(
    `This picture has ${width} × ${height} pixels; at most ${most} million can be taken. Scale it down.`,
    'invalidImage',
  )
}

/** sharp's own `stats` answers it too, and takes twenty times as long. */
async function isOpaque(image: Sharp): Promise<boolean> {
  const alpha = await image.toColourspace('srgb').extractChannel('alpha').raw().toBuffer()
  return alpha.every((value) => value === 255)
}

/** A filter that costs nothing on a small drawing may cost minutes on the same one enlarged. */
async function tryLarge(drawing: string | Buffer, longerSide: number): Promise<void> {
  const density = (72 * DRAWING_PIXELS) / longerSide
  if (density <= 72) return
  await sharp(drawing, {density, limitInputPixels: false}).extractChannel('alpha').raw().toBuffer()
}
