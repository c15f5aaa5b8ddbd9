// Looks into an uploaded picture: is it one, which, how large, and what the asset document says
// about it. Refuses damaged files and decompression bombs in a sentence for a journalist.
import {open, readFile, stat} from 'node:fs/promises'
import sharp from 'sharp'
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'
import {exifMetadata} from './exif.ts'
import {palette} from './palette.ts'
import {blurHash, lqip, thumbHash} from './placeholders.ts'
import {sniff, SNIFF_BYTES, type ImageType} from './sniff.ts'

export interface InspectOptions {
  /** Width × height that may be decoded. */
  maxPixels: number
  /** Seconds that decoding may take. */
  seconds: number
  /** What the client asks for by `meta[]`. `none` leaves only dimensions and transparency. */
  meta: readonly string[]
  /** The request's Content-Type: a claim to be checked. */
  contentType?: string
}

export interface InspectedImage {
  type: ImageType
  /** Pixels, after EXIF orientation: crops are measured on the picture as it is seen. */
  width: number
  height: number
  /** `metadata` of the asset document. Never a position, whatever `meta[]` asks: it is public. */
  metadata: {[key: string]: Json}
}

const MAX_SVG_BYTES = 10_000_000
/** Where the client asks for nothing by name. */
const DEFAULT_META = ['lqip', 'palette', 'blurhash', 'thumbhash']

/**
 * @param file path of the uploaded bytes
 * @throws BadRequest `invalidImage` with the reason
 */
export async function inspectImage(file: string, options: InspectOptions): Promise<InspectedImage> {
  const type = await imageType(file)
  assertClaim(type, options.contentType)
  if (type.extension === 'svg') await assertHarmlessSvg(file)
  try {
    return await examine(file, type, options)
  } catch (error) {
    if (error instanceof BadRequest) throw error
    throw refusal(error, type)
  }
}

async function imageType(file: string): Promise<ImageType> {
  const found = sniff(await readHead(file))
  if (found?.image) return found.image
  const formats = 'Pictures can be uploaded as JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG.'
  if (!found) throw invalid(`This file is not a picture, whatever its name says. ${formats}`)
  const way = /HEIC/.test(found.title)
    ? ' Export it as JPEG first (on an iPhone: Settings, Camera, Formats, Most Compatible).'
    : ''
  throw invalid(`This file is ${found.title}, which cannot be used as a picture.${way} ${formats}`)
}

/** Clients derive the header from the name: a `.png` that holds a JPEG is told so. */
function assertClaim(type: ImageType, contentType = ''): void {
  const claim = normalise(contentType)
  if (!/^(?:image|video|audio)\/|^text\/html$|^application\/pdf$/.test(claim)) return
  if (claim === type.mimeType || claim === 'image/*') return
  throw invalid(
    `This file claims to be ${claim}, but it is a ${type.title}. ` +
      `Give it a name that ends in .${type.extension}, or export it again.`,
  )
}

function normalise(contentType: string): string {
  const bare = contentType.split(';')[0]!.trim().toLowerCase()
  const aliases: Record<string, string> = {
    'image/jpg': 'image/jpeg',
    'image/pjpeg': 'image/jpeg',
    'image/x-png': 'image/png',
    'image/tif': 'image/tiff',
    'image/svg': 'image/svg+xml',
  }
  return aliases[bare] ?? bare
}

/** Entities can grow a few bytes into gigabytes, and no drawing program needs them. */
async function assertHarmlessSvg(file: string): Promise<void> {
  const {size} = await stat(file)
  if (size > MAX_SVG_BYTES) throw invalid('This SVG drawing is too large: at most 10 MB.')
  if (/<!ENTITY/i.test(await readFile(file, 'utf8'))) {
    throw invalid(
      'This SVG drawing defines entities, which are not accepted. Export it as plain SVG.',
    )
  }
}

async function examine(
  file: string,
  type: ImageType,
  {maxPixels, seconds, meta}: InspectOptions,
): Promise<InspectedImage> {
  // From memory a drawing has no folder, so it can draw no other file into itself.
  const input = type.extension === 'svg' ? await readFile(file) : file
  // `metadata` reads the header alone, so a bomb is refused before it is unpacked.
  const header = await sharp(input, {limitInputPixels: false}).metadata()
  const {width, height} = header.autoOrient
  if (width * height > maxPixels || width > 100_000 || height > 100_000) {
    const most = Math.floor(maxPixels / 1_000_000)
    throw invalid(
      `This picture has ${width} × ${height} pixels; at most ${most} million can be taken. Scale it down.`,
    )
  }
  const decode = () =>
    sharp(input, {limitInputPixels: maxPixels, failOn: 'error'}).timeout({seconds}).autoOrient()

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
    isOpaque: !hasAlpha || (await decode().stats()).isOpaque,
  }
  const asked = meta.length > 0 ? meta : DEFAULT_META
  const {width: across, height: down} = small.info
  const pixels = {data: small.data, width: across, height: down}
  if (asked.includes('lqip')) metadata.lqip = await lqip(pixels, metadata.isOpaque === true)
  if (asked.includes('palette')) metadata.palette = palette(small.data)
  if (asked.includes('blurhash')) metadata.blurHash = blurHash(pixels)
  if (asked.includes('thumbhash')) metadata.thumbHash = thumbHash(pixels)
  if (meta.includes('exif')) {
    const exif = exifMetadata(await readFile(file))
    if (exif) metadata.exif = exif
  }
  return {type, width, height, metadata}
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const buffer = new Uint8Array(SNIFF_BYTES)
    const {bytesRead} = await handle.read(buffer, 0, SNIFF_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function refusal(error: unknown, type: ImageType): BadRequest {
  const reason = error instanceof Error ? error.message : String(error)
  if (/timeout/i.test(reason)) return invalid('This picture takes too long to read. Simplify it.')
  return invalid(
    `This ${type.title} is damaged or incomplete and cannot be read to its end. ` +
      'Get or export it once more, then upload it again.',
  )
}

function invalid(description: string): BadRequest {
  return new BadRequest(description, 'invalidImage')
}
