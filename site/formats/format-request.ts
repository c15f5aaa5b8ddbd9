// What a machine asks for, and what a route answers it.
import type {ContentClient} from '../content-client.ts'
import type {Publisher} from './publisher.ts'

export interface FormatRequest {
  /** What stands for `:slug` and `:file` in the address, decoded. */
  params: {slug?: string; file?: string}
  search: URLSearchParams
  client: ContentClient
  publisher: Publisher
  /** Milliseconds since the epoch. */
  now: number
}

/** A body that is written only where it is not known yet. */
export interface Written {
  /** The media type. */
  type: string
  /** All that the body depends on, besides the publisher: the same again makes the same body. */
  from: unknown
  write: () => string
  /** The same text has a page, which search engines should show. */
  noIndex?: boolean
}

/** A body, another address, or a status that says why there is none. */
export type FormatResult = Written | {movedTo: string} | {status: 404 | 410 | 501}

export type FormatRoute = (visit: FormatRequest) => Promise<FormatResult>

export const NOT_FOUND = {status: 404} as const
