// What a route of the site gets and returns.
import type {ContentClient} from './content-client.ts'
import type {Page} from './page.ts'

/** A page, another address, or nothing. The site itself supplies the title of the front page. */
export type RouteResult = Page | {movedTo: string} | undefined

export interface RouteInput {
  /** The decoded `:name` of the address. */
  name: string
  /** The page of a list, from 1. */
  page: number
  search: URLSearchParams
  client: ContentClient
}

export type Route = (input: RouteInput) => Promise<RouteResult>

/** A request for a page, and its route. */
export interface PageRequest extends Pick<RouteInput, 'name'> {
  request: Request
  url: URL
  route: Route
}

/** Calls the route; `undefined` if `?page=` is not a positive number. */
export async function runRoute(
  {route, name, url}: PageRequest,
  client: ContentClient,
): Promise<RouteResult> {
  const page = Number(url.searchParams.get('page') ?? 1)
  if (!Number.isSafeInteger(page) || page < 1) return undefined
  const result = await route({name, client, page, search: url.searchParams})
  if (!result || 'movedTo' in result || page === 1) return result
  return {...result, title: `${result.title}, page ${page}`}
}

/** The route of an address that has no page. */
export const noRoute: Route = async () => undefined
