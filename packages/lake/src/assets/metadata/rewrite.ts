// Rewrites a picture file without changing its pixels: metadata that could say where, when and by whom it
// was taken is removed, and the public credit takes its place.
import {exifBlock} from './exif-block.ts'
import {rewriteGif} from './gif.ts'
import {rewriteJpeg} from './jpeg.ts'
import {rewritePng} from './png.ts'
import type {RenditionCredit} from './rendition-credit.ts'
import {rewriteWebp} from './webp.ts'
import {xmpPacket} from './xmp-packet.ts'

/** What the file says of itself from now on. */
export interface NewMetadata {
  /** A TIFF structure. */
  exif: Buffer | null
  /** UTF-8. */
  xmp: Buffer | null
}

/** The rewritten file, or null where its structure is unusual: nothing of that is passed on. */
export type Rewrite = (file: Buffer, metadata: NewMetadata) => Buffer | null

/** By the ending of the file's name, and by the name that sharp has for the format. */
const REWRITES: Record<string, {rewrite: Rewrite; turned?: true}> = {
  jpg: {rewrite: rewriteJpeg, turned: true},
  jpeg: {rewrite: rewriteJpeg},
  png: {rewrite: rewritePng},
  webp: {rewrite: rewriteWebp},
  gif: {rewrite: rewriteGif},
}

/**
 * Null if that cannot be done without loss: encode the picture again.
 *
 * @param format ending of a stored file's name, or format of a rendition
 * @param orientation EXIF orientation 1–8; a turned JPEG keeps that one number
 */
export function rewriteMetadata(
  format: string,
  file: Buffer,
  orientation: number,
  credit: RenditionCredit | null,
): Buffer | null {
  const known = REWRITES[format]
  if (!known || (orientation !== 1 && !known.turned)) return null
  try {
    const exif = exifBlock(orientation, credit)
    return known.rewrite(file, {exif, xmp: credit && xmpPacket(credit)})
  } catch (error) {
    // A reader ran past the end.
    if (error instanceof RangeError) return null
    throw error
  }
}
