// Measures a picture: size, transparency, placeholders. It decodes a file that nothing has checked
// before, so only the decoder process may call it.
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
  /** Maximum width × height to decode. */
  maxPixels: number
  /** The client's `meta[]` parameters. `none` leaves only dimensions and transparency. */
  meta: readonly string[]
}

export interface ExaminedImage {
  /** Pixels, after EXIF orientation: crops refer to the upright picture. */
  width: number
  height: number
  /**
   * `metadata` of the asset document. It is public, so it never contains a position, whatever
   * `meta[]` requests.
   */
  metadata: {[key: string]: Json}
}

/** Used if the client requests nothing. */
const DEFAULT_META = ['lqip', 'palette', 'blurhash', 'thumbhash']
/** Pages show drawings this large, even if the drawing declares a small size. */
const DRAWING_PIXELS = 2000

/**
 * @throws BadRequest `invalidImage` for too many pixels, and errors of libvips for a damaged file
 */
export async function examine(request: ExamineRequest): Promise<ExaminedImage> {
  const {file, extension, maxPixels, meta} = request
  const isDrawing = extension === 'svg'
  // A drawing in memory has no folder, so it cannot load another file.
  const input = isDrawing ? await readFile(file) : file
  // `metadata` reads only the header, so a decompression bomb is refused before it is decoded.
  const header = await sharp(input, {limitInputPixels: false}).metadata()
  const {width, height} = header.autoOrient
  assertSize(width, height, maxPixels)
  const decode = () => sharp(input, {limitInputPixels: maxPixels, failOn: 'error'}).autoOrient()

  // Reads the whole file once, which also detects a damaged or truncated file.
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

/** sharp's `stats` gives the same result and takes twenty times as long. */
async function isOpaque(image: Sharp): Promise<boolean> {
  const alpha = await image.toColourspace('srgb').extractChannel('alpha').raw().toBuffer()
  return alpha.every((value) => value === 255)
}

/** A filter can be cheap on a small drawing and take minutes on the enlarged one. */
async function tryLarge(drawing: string | Buffer, longerSide: number): Promise<void> {
  const density = (72 * DRAWING_PIXELS) / longerSide
  if (density <= 72) return
  await sharp(drawing, {density, limitInputPixels: false}).extractChannel('alpha').raw().toBuffer()
}
