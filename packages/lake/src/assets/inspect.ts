// Inspects an uploaded picture: type, size and the fields of its asset document. Refuses damaged
// files and decompression bombs with a sentence for people.
import {open, readFile, stat} from 'node:fs/promises'
import {BadRequest, LakeError} from '../errors.ts'
import {DecoderStopped, type Decoder} from './decoder.ts'
import type {ExaminedImage, ExamineRequest} from './examine.ts'
import {sniff, SNIFF_BYTES, type ImageType} from './sniff.ts'

export interface InspectOptions extends Pick<ExamineRequest, 'maxPixels' | 'meta'> {
  /** The request's Content-Type. It is checked against the content. */
  contentType?: string
}

export interface InspectedImage extends ExaminedImage {
  type: ImageType
}

const MAX_SVG_BYTES = 10_000_000

/**
 * @param decoder reads the pixels
 * @param file path of the uploaded bytes
 * @throws BadRequest `invalidImage` with the reason
 */
export async function inspectImage(
  decoder: Pick<Decoder, 'examine'>,
  file: string,
  {maxPixels, meta, contentType}: InspectOptions,
): Promise<InspectedImage> {
  const type = await imageType(file)
  assertClaim(type, contentType)
  if (type.extension === 'svg') await assertHarmlessSvg(file)
  try {
    const {extension} = type
    return {type, ...(await decoder.examine({file, extension, maxPixels, meta}))}
  } catch (error) {
    if (error instanceof LakeError) throw error
    throw refusal(error, type)
  }
}

async function imageType(file: string): Promise<ImageType> {
  const found = sniff(await readHead(file))
  if (found?.image) return found.image
  const formats = 'Pictures can be uploaded as JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG.'
  if (!found) throw invalid(`This file is not a picture, although its name says so. ${formats}`)
  const way = /HEIC/.test(found.title)
    ? ' Export it as JPEG first (on an iPhone: Settings, Camera, Formats, Most Compatible).'
    : ''
  throw invalid(`This file is ${found.title}, which cannot be used as a picture.${way} ${formats}`)
}

/**
 * Clients derive the header from the file's name, for example `image/png` for a JPEG named `.png`.
 */
function assertClaim(type: ImageType, contentType = ''): void {
  const claim = normalise(contentType)
  if (!/^(?:image|video|audio)\/|^text\/html$|^application\/pdf$/.test(claim)) return
  if (claim === type.mimeType || claim === 'image/*') return
  throw invalid(
    `The Content-Type says ${claim}, but this file is a ${type.title}. ` +
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

/** Entities can expand a few bytes to gigabytes, and no drawing program needs them. */
async function assertHarmlessSvg(file: string): Promise<void> {
  const {size} = await stat(file)
  if (size > MAX_SVG_BYTES) throw invalid('This SVG drawing is too large: at most 10 MB.')
  if (/<!ENTITY/i.test(await readFile(file, 'utf8'))) {
    throw invalid(
      'This SVG drawing defines entities, which are not accepted. Export it as plain SVG.',
    )
  }
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

function refusal(error: unknown, {title, extension}: ImageType): BadRequest {
  const way =
    extension === 'svg'
      ? 'Remove filters and effects from it, or export it as PNG, then upload it again.'
      : 'Scale it down or export it as JPEG, then upload it again.'
  const trouble = troubleOf(error)
  if (trouble) return invalid(`This ${title} ${trouble}. ${way}`)
  return invalid(
    `This ${title} is damaged or incomplete and cannot be read to its end. ` +
      'Get or export it once more, then upload it again.',
  )
}

/** A file with a known type can still fail to decode. */
function troubleOf(error: unknown): string | null {
  if (error instanceof DecoderStopped && error.reason === 'time') {
    return `takes longer than ${error.seconds === 1 ? '1 second' : `${error.seconds} seconds`} to read`
  }
  if (error instanceof DecoderStopped && error.reason === 'memory') {
    return 'needs too much memory to be read'
  }
  // librsvg counts references in a drawing and stops by itself.
  return error instanceof Error && /exceeded/.test(error.message) ? 'is too complicated' : null
}

function invalid(description: string): BadRequest {
  return new BadRequest(description, 'invalidImage')
}
