// Limits how many pictures are decoded at once, so that the rest of the lake gets processor time.
// Originals take turns, so many renditions of one cannot delay the others.
import {LakeError} from '../errors.ts'

export interface RenderQueueOptions {
  /** Number of pictures that are decoded at the same time. */
  slots?: number
  /** Number of renditions that may wait. Further ones get a 503. Uploads always wait. */
  waiting?: number
  /** Number of waiting renditions of one original. */
  waitingOfGroup?: number
}

export interface Turn {
  /** Runs before renditions and is never refused, because a person waits for an upload. */
  urgent?: boolean
  /** Groups are served in turn. */
  group?: string
}

export interface RenderQueue {
  /**
   * Runs the work when a slot is free.
   * @throws LakeError 503 `busy` if too many are waiting
   */
  run<T>(work: () => Promise<T>, turn?: Turn): Promise<T>
}

export function createRenderQueue({
  slots = 2,
  waiting = 500,
  waitingOfGroup = 60,
}: RenderQueueOptions = {}): RenderQueue {
  const urgent: (() => void)[] = []
  /** The next group is first. */
  const groups = new Map<string, (() => void)[]>()
  let count = 0
  let busy = 0

  const line = (resolve: () => void, {urgent: first = false, group = ''}: Turn): void => {
    if (first) return void urgent.push(resolve)
    count++
    const others = groups.get(group)
    if (others) others.push(resolve)
    else groups.set(group, [resolve])
  }
  const next = (): (() => void) | undefined => {
    if (urgent.length > 0) return urgent.shift()
    for (const [group, [first, ...rest]] of groups) {
      groups.delete(group)
      if (rest.length > 0) groups.set(group, rest)
      count--
      return first
    }
  }
  const assertRoom = ({urgent: first = false, group = ''}: Turn): void => {
    const inGroup = groups.get(group)?.length ?? 0
    if (first || (count < waiting && inGroup < waitingOfGroup)) return
    const description = 'Too many pictures are being prepared. Try again soon.'
    throw new LakeError(503, 'busy', description, {}, {retryAfter: 2})
  }

  return {
    async run(work, turn = {}) {
      if (busy < slots) {
        busy++
      } else {
        assertRoom(turn)
        // The slot is passed on, so `busy` does not change.
        await new Promise<void>((resolve) => line(resolve, turn))
      }
      try {
        return await work()
      } finally {
        const following = next()
        if (following) following()
        else busy--
      }
    },
  }
}
