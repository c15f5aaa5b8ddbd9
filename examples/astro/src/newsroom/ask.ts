// Asks the lake and puts the page into the cache under the tags that its answer depends on.
import type {APIContext} from 'astro'
import {client} from './client'
import {ARTICLE_QUERY, LATEST_QUERY} from './queries'

type Cache = APIContext['cache']

const YEAR = 365 * 24 * 3600
/** What every page has, to let go of all of them. */
export const EVERYTHING = 'everything'

const keep = (cache: Cache, syncTags: string[] = []) =>
  cache.set({maxAge: YEAR, tags: [EVERYTHING, ...syncTags]})

export async function latest(cache: Cache) {
  const {result, syncTags} = await client.fetch(LATEST_QUERY, {}, {filterResponse: false})
  keep(cache, syncTags)
  return result
}

export async function articleAt(slug: string, cache: Cache) {
  const {result, syncTags} = await client.fetch(ARTICLE_QUERY, {slug}, {filterResponse: false})
  keep(cache, syncTags)
  return result
}
