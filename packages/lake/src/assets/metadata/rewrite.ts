// Replaces the metadata of a picture file and keeps its pixels. Removes metadata that could reveal
// place, time and photographer, and adds the public credit.
import {exifBlock} from './exif-block.ts'
import {rewriteGif} from './gif.ts'
import {rewriteJpeg} from './jpeg.ts'
import {rewritePng} from './png.ts'
import type {RenditionCredit} from './rendition-credit.ts'
import {rewriteWebp} from './webp.ts'
import {xmpPacket} from './xmp-packet.ts'

/** The metadata that the file gets. */
export interface NewMetadata {
  /** A TIFF structure. */
  exif: Buffer | null
  /** UTF-8. */
  xmp: Buffer | null
}

/** The rewritten file, or null for an unusual structure, which is not passed on. */
export type Rewrite = (file: Buffer, metadata: NewMetadata) => Buffer | null

/** Keys are file extensions and sharp's names of formats. */
const REWRITES: Record<string, {rewrite: Rewrite; turned?: true}> = {
  jpg: {rewrite: rewriteJpeg, turned: true},
  jpeg: {rewrite: rewriteJpeg},
  png: {rewrite: rewritePng},
  webp: {rewrite: rewriteWebp},
  gif: {rewrite: rewriteGif},
}

/**
 * Null if it cannot be done without loss: then the picture must be encoded again.
 * @param format extension of a stored file, or format of a rendition
 * @param orientation EXIF orientation 1–8; kept for a rotated JPEG
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
    // A reader ran past the end of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}
