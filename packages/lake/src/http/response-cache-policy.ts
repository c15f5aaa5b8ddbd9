// How a route tells the cache of HTTP responses (`serve/response-cache.ts`) what it may do with a response.
import type {Context} from 'hono'
import type {QueryResponse} from './query-cache.ts'

/** Comes with a request's bindings, and is filled by the route. */
export interface ResponseCachePolicy {
  /**
   * Whether a request with the same method, address and headers would get the same response now. Without it, the
   * response is not stored.
   */
  isValid?: () => boolean
  /** Counts one response from the cache. */
  countHit?: () => void
  /** Logs one response from the cache, and how many milliseconds it took. */
  logHit?: (ms: number, address: string) => void
  /**
   * Answers the same request with another query string. The response has the same status and headers, except for its
   * validator. Undefined if it may have others. Rejects with the error that the request has.
   */
  answerSearch?: (
    search: string,
    from: {address: string; signal: AbortSignal},
  ) => Promise<QueryResponse> | undefined
  /** The error of `answerSearch` for this request: it is answered without another attempt. */
  failure?: {error: unknown}
}

/** Undefined if responses are not cached. */
export const cachePolicyOf = (c: Context): ResponseCachePolicy | undefined =>
  (c.env as {cachePolicy?: ResponseCachePolicy} | undefined)?.cachePolicy
