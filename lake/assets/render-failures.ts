// Remembers which renditions cannot be made, so that asking again costs nothing.
import {BadRequest} from '../errors.ts'

export interface RenderFailures {
  /** Answers what to tell who asked: a 400 where it lies in picture and parameters, else the error. */
  remember(key: string, error: unknown): unknown
  /** @throws BadRequest where it has been tried already */
  assertPossible(key: string): void
}

const MOST = 1_000

export function createRenderFailures(): RenderFailures {
  const failed = new Set<string>()
  const impossible = (): BadRequest =>
    new BadRequest(
      'The picture cannot be made in this form, or takes too long. Ask for a smaller or plainer one.',
      'invalidImageParameter',
    )
  return {
    remember(key, error) {
      // What the system says has a code (a full disk, say) and passes; what libvips says does not.
      const isOurs = error instanceof Error && error.constructor === Error && !('code' in error)
      if (!isOurs || /missing/.test(error.message)) return error
      if (failed.size >= MOST) failed.clear()
      failed.add(key)
      return impossible()
    },
    assertPossible(key) {
      if (failed.has(key)) throw impossible()
    },
  }
}
