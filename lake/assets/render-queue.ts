// Bounds how many pictures are decoded at once, so that they never hold up saving: libvips works on
// the same few threads that file access needs.
import sharp from 'sharp'
import {LakeError} from '../errors.ts'

export interface RenderQueueOptions {
  /** Pictures in work at the same time. */
  slots?: number
  /** Renditions that may wait before more are answered 503. Uploads always wait. */
  waiting?: number
}

export interface RenderQueue {
  /**
   * Runs the work when a slot is free.
   *
   * @param urgent goes before renditions and is never refused: somebody waits for an upload
   * @throws LakeError 503 `busy` where too many wait already
   */
  run<T>(work: () => Promise<T>, urgent?: boolean): Promise<T>
}

/** One thread per picture: with the default, a single large one would take every core. */
export function createRenderQueue({
  slots = 2,
  waiting = 500,
}: RenderQueueOptions = {}): RenderQueue {
  sharp.concurrency(1)
  // Its cache would keep files open that a sweep deletes.
  sharp.cache(false)
  const queue: (() => void)[] = []
  let busy = 0

  return {
    async run(work, urgent = false) {
      if (busy < slots) {
        busy++
      } else {
        if (!urgent && queue.length >= waiting) {
          throw new LakeError(503, 'busy', 'Too many pictures are being prepared. Try again soon.')
        }
        // The slot is handed over, so `busy` stays as it is.
        await new Promise<void>((resolve) => {
          if (urgent) queue.unshift(resolve)
          else queue.push(resolve)
        })
      }
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else busy--
      }
    },
  }
}
