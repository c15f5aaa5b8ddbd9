// Remembers which renditions cannot be made, so that repeated requests cost nothing.
import {BadRequest} from '../errors.ts'
import {DecoderStopped} from './decoder.ts'

export interface RenderFailures {
  /**
   * Returns the error for the response: a 400 if picture and parameters are the cause, else
   * `error`.
   */
  remember(rendition: {key: string; original: string}, error: unknown): unknown
  /** @throws BadRequest if the rendition failed before, or its original was too costly before */
  assertPossible(key: string, original: string): void
}

const MOST = 1_000
/**
 * An original that stopped this many decoders is not decoded again. Each attempt would occupy a
 * slot for its whole time limit.
 */
const MOST_STOPS = 3

export function createRenderFailures(): RenderFailures {
  const failed = new Set<string>()
  const stops = new Map<string, number>()
  const impossible = (): BadRequest =>
    new BadRequest(
      'The picture cannot be rendered like this, or takes too long. Request a smaller or simpler one.',
      'invalidImageParameter',
    )
  return {
    remember({key, original}, error) {
      if (error instanceof DecoderStopped) {
        if (stops.size >= MOST) stops.clear()
        stops.set(original, (stops.get(original) ?? 0) + 1)
      } else if (!isOfPicture(error)) {
        return error
      }
      if (failed.size >= MOST) failed.clear()
      failed.add(key)
      return impossible()
    },
    assertPossible(key, original) {
      if (failed.has(key) || (stops.get(original) ?? 0) >= MOST_STOPS) throw impossible()
    },
  }
}

/**
 * System errors, such as a full disk, have a code and are temporary. Errors of libvips have none.
 */
function isOfPicture(error: unknown): boolean {
  if (!(error instanceof Error) || error.constructor !== Error || 'code' in error) return false
  return !/missing/.test(error.message)
}
