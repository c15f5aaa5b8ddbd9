// The sitemaps: a list of files, by kind and a few thousand addresses each, and the one for news.
import {
  NEWS_SITEMAP_QUERY,
  SITEMAP_PAGES_QUERY,
  SITEMAP_PHOTOS_QUERY,
  SITEMAP_QUERY,
  SITEMAP_SIZES_QUERY,
} from '../../../queries/feeds.ts'
import {SOURCES_QUERY} from '../../../queries/sources.ts'
import {PUBLIC_PIECES} from '../../views/views.ts'
import {NOT_FOUND, type FormatRoute, type FormatRequest} from '../format-request.ts'
import {newsSince, newsSitemap} from './news-sitemap.ts'
import {photoSitemap} from './photo-sitemap.ts'
import {pageSitemap, pieceSitemap, sitemapIndex} from './sitemap.ts'

/** Pieces or photos in one file: far below the 50,000 that are allowed, as each is asked at once. */
const FILE_SIZE = 5000

/** The addresses of sitemaps. */
export const SITEMAP_ROUTES: [path: string, route: FormatRoute][] = [
  ['/sitemap.xml', index],
  ['/sitemap-pages.xml', pages],
  ['/:file{sitemap-\\d{1,6}\\.xml}', pieces],
  ['/:file{sitemap-photos-\\d{1,6}\\.xml}', photos],
  ['/sitemap-news.xml', news],
]

async function index({client, publisher}: FormatRequest) {
  const sizes = await client.fetch(SITEMAP_SIZES_QUERY, {types: PUBLIC_PIECES})
  const files = (total: number, name: (page: number) => string) =>
    Array.from({length: Math.ceil(total / FILE_SIZE)}, (_, file) => name(file + 1))
  const paths = [
    '/sitemap-pages.xml',
    ...files(sizes.pieces, (page) => `/sitemap-${page}.xml`),
    ...files(sizes.photos, (page) => `/sitemap-photos-${page}.xml`),
  ]
  return xml(paths, () => sitemapIndex(paths, publisher))
}

async function pages({client, publisher}: FormatRequest) {
  const [lists, sources] = await Promise.all([
    client.fetch(SITEMAP_PAGES_QUERY),
    client.fetch(SOURCES_QUERY),
  ])
  return xml([lists, sources], () => pageSitemap(lists, sources, publisher))
}

async function pieces({client, publisher, params: {file}}: FormatRequest) {
  const listed = await client.fetch(SITEMAP_QUERY, {types: PUBLIC_PIECES, ...positions(file)})
  if (listed.pieces.length === 0) return NOT_FOUND
  return xml(listed, () => pieceSitemap(listed, publisher))
}

async function photos({client, publisher, params: {file}}: FormatRequest) {
  const listed = await client.fetch(SITEMAP_PHOTOS_QUERY, positions(file))
  if (listed.length === 0) return NOT_FOUND
  return xml(listed, () => photoSitemap(listed, publisher))
}

async function news({client, publisher, now}: FormatRequest) {
  const listed = await client.fetch(NEWS_SITEMAP_QUERY, {since: newsSince(now)})
  return xml(listed, () => newsSitemap(listed, publisher))
}

/** The positions of the entries of a file, counted from 1; file 0 has none. */
function positions(file = ''): {start: number; end: number} {
  const end = Number(/\d+/.exec(file)?.[0] ?? 0) * FILE_SIZE
  return {start: Math.max(0, end - FILE_SIZE), end}
}

const xml = (from: unknown, write: () => string) => ({type: 'application/xml', from, write})
