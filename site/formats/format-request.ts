// What a route of a format gets and returns.
import type {ContentClient} from '../content-client.ts'
import type {Publisher} from './publisher.ts'

export interface FormatRequest {
  /** The decoded `:slug` and `:file` of the address. */
  params: {slug?: string; file?: string}
  search: URLSearchParams
  client: ContentClient
  publisher: Publisher
  /** Milliseconds since the epoch. */
  now: number
}

/** A body that is written only if it is not cached. */
export interface Written {
  /** The media type. */
  type: string
  /** Everything that the body depends on, besides the publisher: equal values give equal bodies. */
  from: unknown
  write: () => string
  /** The same text has a page, which search engines should show. */
  noIndex?: boolean
}

/** A body, another address, or a status that says why there is none. */
export type FormatResult = Written | {movedTo: string} | {status: 404 | 410 | 501}

export type FormatRoute = (visit: FormatRequest) => Promise<FormatResult>

export const NOT_FOUND = {status: 404} as const
