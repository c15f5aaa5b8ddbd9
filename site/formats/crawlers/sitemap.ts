// The addresses of the site for search engines (sitemaps.org).
import type {SITEMAP_PAGES_QUERY, SITEMAP_QUERY} from '../../../queries/feeds.ts'
import type {SOURCES_QUERY} from '../../../queries/sources.ts'
import type {Answer} from '../../content-client.ts'
import {
  authorPath,
  correctionsPath,
  listPath,
  pathOf,
  sectionPath,
  seriesPath,
  sourcePath,
  sourcesPath,
  topicPath,
} from '../../display/paths.ts'
import {LISTS} from '../../views/views.ts'
import {modifiedAt} from '../feed-article.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, xmlDocument, type Xml} from '../xml.ts'

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The list of the files. */
export function sitemapIndex(paths: readonly string[], publisher: Publisher): string {
  const files = paths.map((path) =>
    element('sitemap', {}, element('loc', {}, addressOf(publisher, path))),
  )
  return xmlDocument(element('sitemapindex', {xmlns: NAMESPACE}, ...files))
}

/** A file of pieces, each with the day of its newest change. */
export function pieceSitemap(
  {pieces, corrections}: Answer<typeof SITEMAP_QUERY>,
  publisher: Publisher,
): string {
  const ofPiece = Map.groupBy(corrections, ({article}) => article)
  return urlSet(
    pieces.map(({_id, _type, slug, date}) =>
      urlElement(publisher, pathOf({_type, slug}) ?? '/', {
        changed: modifiedAt({date, corrections: ofPiece.get(_id) ?? []}),
      }),
    ),
  )
}

/** The file of everything except pieces and photos: lists and sources. */
export function pageSitemap(
  {sections, topics, series, authors}: Answer<typeof SITEMAP_PAGES_QUERY>,
  sources: Answer<typeof SOURCES_QUERY>,
  publisher: Publisher,
): string {
  const slugs = (list: readonly {slug: string | null}[]) => list.flatMap(({slug}) => slug ?? [])
  const hasPolicies = Object.values(publisher.settings?.policies ?? {}).some(Boolean)
  const paths = [
    '/',
    ...slugs(sections).map((slug) => sectionPath(slug)),
    ...slugs(topics).map((slug) => topicPath(slug)),
    ...slugs(series).map((slug) => seriesPath(slug)),
    ...slugs(authors).map((slug) => authorPath(slug)),
    ...LISTS.map(({path}) => listPath(path)),
    sourcesPath(),
    ...sources.map(({_id}) => sourcePath(_id)),
    correctionsPath(),
    ...(hasPolicies ? ['/policies'] : []),
  ]
  return urlSet(paths.map((path) => urlElement(publisher, path)))
}

/** A file of addresses; `namespaces` are those of extensions. */
export function urlSet(urls: readonly Xml[], namespaces: Record<string, string> = {}): string {
  return xmlDocument(element('urlset', {xmlns: NAMESPACE, ...namespaces}, ...urls))
}

/** One address, when it last changed, and what an extension says of it. */
export function urlElement(
  publisher: Publisher,
  path: string,
  {changed, extension}: {changed?: string; extension?: Xml} = {},
): Xml {
  return element(
    'url',
    {},
    element('loc', {}, addressOf(publisher, path)),
    changed !== undefined && element('lastmod', {}, changed),
    extension,
  )
}
