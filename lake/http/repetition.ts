// What those who make an answer say of it to whoever sends it, so that it may be sent again without them.
import type {Context} from 'hono'

/** Comes with a request's bindings, empty; what is said of the answer is written into it. */
export interface Repetition {
  /**
   * Whether the same request, to its last header, gets the same answer at this moment. Missing where the answer is
   * for this request alone.
   */
  isSame?: () => boolean
  /** Counts one more that was answered from memory. */
  count?: () => void
  /** Tells of one more request that was answered so; `ms` is the time that it took. */
  tell?: (ms: number, address: string) => void
}

/** Undefined where nobody sends answers again. */
export const repetitionOf = (c: Context): Repetition | undefined =>
  (c.env as {repetition?: Repetition} | undefined)?.repetition
