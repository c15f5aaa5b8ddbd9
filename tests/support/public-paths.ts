// Every address of the site that readers can find.
import {expect} from 'vitest'
import {SOURCES_QUERY} from '../../queries/sources.ts'
import type {Content} from './content.ts'

/** Every page of one newsroom; of lists the first. */
export async function publicPaths(content: Content): Promise<string[]> {
  const found = await content.asReader<{_type: string; slug: string}[]>(
    '*[_type in ["article", "section", "topic", "series", "author"] && defined(slug.current)]{_type, "slug": slug.current}',
  )
  expect(found.length).toBeGreaterThan(20)
  const sources = await content.asReader<{_id: string}[]>(SOURCES_QUERY)
  const photos = await content.asReader<{_id: string}[]>('*[_type == "photoWithCredit"]{_id}')
  expect(Math.min(sources.length, photos.length)).toBeGreaterThan(5)
  return [
    '/',
    '/policies',
    '/corrections',
    '/sources',
    '/search',
    '/search?q=the',
    ...found.map(({_type, slug}) => `/${_type}/${slug}`),
    ...sources.map(({_id}) => `/source/${_id}`),
    ...photos.map(({_id}) => `/photo/${_id}`),
  ]
}
