// Decides whether a rendition is animated: the source is an animated GIF or WebP, the output format
// supports it, and the result is not too large.
import sharp from 'sharp'
import type {ImageFileName} from './names.ts'
import {SLOW_FORMAT_PIXELS, type Size} from './rendition-plan.ts'
import type {OutputFormat} from './rendition-params.ts'

export interface Motion {
  pages: number
  /** Duration of each frame in milliseconds; number of repetitions, 0 for endless. */
  timing: {delay?: number[]; loop?: number}
}

export interface MotionRequest {
  /** Path of the original. */
  source: string
  name: ImageFileName
  format: OutputFormat
  canvas: Size
  maxPixels: number
}

/** All frames of a rendition together. If it is larger, only the first frame is used. */
const MAX_MOVING_PIXELS = 32_000_000

/** Null for a still picture. Reads only the file's header. */
export async function motionOf(request: MotionRequest): Promise<Motion | null> {
  const {source, name, format, canvas, maxPixels} = request
  const moves = ['gif', 'webp']
  if (!moves.includes(name.extension) || !moves.includes(format)) return null
  const {pages = 1, delay, loop} = await sharp(source, {limitInputPixels: false}).metadata()
  const most = format === 'gif' ? SLOW_FORMAT_PIXELS : MAX_MOVING_PIXELS
  if (pages < 2 || name.width * name.height * pages > maxPixels) return null
  if (canvas.width * canvas.height * pages > most) return null
  const timing = {...(delay ? {delay} : {}), ...(loop === undefined ? {} : {loop})}
  return {pages, timing}
}
