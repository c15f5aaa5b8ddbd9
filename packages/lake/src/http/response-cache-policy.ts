// What those who make an answer say of it to whoever sends it, so that it may be sent again without them.
import type {Context} from 'hono'

/** Comes with a request's bindings; what is said of the answer is written into it. */
export interface Repetition {
  /**
   * Whether the same request, to its last header, gets the same answer at this moment. Missing where the answer is
   * for this request alone.
   */
  isSame?: () => boolean
  /** Counts one more that was answered from memory. */
  count?: () => void
  /** Tells of one more request to this address that was answered so; `ms` is the time that it took. */
  tell?: (ms: number, address: string) => void
  /**
   * What the same request gets with another query string (what stands behind `?`): another body under another validator,
   * and nothing else is another. Undefined where that may not be so. Rejects with the error that it comes to.
   */
  another?: (search: string, address: string) => Promise<Another> | undefined
  /** From whoever has asked for another: what this request has come to, so that nobody tries again. */
  failure?: {error: unknown}
}

export interface Another {
  body: string
  /** With its quotation marks. */
  etag: string
  isSame?: () => boolean
}

/** Undefined where nobody sends answers again. */
export const repetitionOf = (c: Context): Repetition | undefined =>
  (c.env as {repetition?: Repetition} | undefined)?.repetition
