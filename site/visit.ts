// What a page is made of: what was asked for, and what is answered.
import type {ContentClient} from './content-client.ts'
import type {Page} from './page.ts'

/** A page, another address, or nothing. The front page is titled by the site itself. */
export type Answered = Page | {movedTo: string} | undefined

export interface Visit {
  /** What stands for `:name` in the address, decoded. */
  name: string
  /** The page of a list, from 1. */
  page: number
  search: URLSearchParams
  client: ContentClient
}

export type Route = (visit: Visit) => Promise<Answered>
