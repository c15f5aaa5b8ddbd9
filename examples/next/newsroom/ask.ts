// Answers that Next.js keeps, each under the tags that it depends on.
import {cacheLife, cacheTag} from 'next/cache'
import {client} from './client'
import {ARTICLE_QUERY, LATEST_QUERY} from './queries'

export async function latest() {
  'use cache'
  cacheLife('max')
  const {result, syncTags} = await client.fetch(LATEST_QUERY, {}, {filterResponse: false})
  cacheTag(...(syncTags ?? []))
  return result
}

export async function articleAt(slug: string) {
  'use cache'
  cacheLife('max')
  const {result, syncTags} = await client.fetch(ARTICLE_QUERY, {slug}, {filterResponse: false})
  cacheTag(...(syncTags ?? []))
  return result
}
