// How a route tells the cache of HTTP responses (`serve/response-cache.ts`) what it may do with a response.
import type {Context} from 'hono'

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
}

/** Undefined if responses are not cached. */
export const cachePolicyOf = (c: Context): ResponseCachePolicy | undefined =>
  (c.env as {cachePolicy?: ResponseCachePolicy} | undefined)?.cachePolicy
