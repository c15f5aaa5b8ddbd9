// The addresses of the site for search engines (sitemaps.org).
import type {SITEMAP_QUERY} from '../../../queries/feeds.ts'
import type {Answer} from '../../content-client.ts'
import {
  articlePath,
  authorPath,
  correctionsPath,
  sectionPath,
  topicPath,
} from '../../format/paths.ts'
import {modifiedAt} from '../feed-article.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, xmlDocument, type Xml} from '../xml.ts'

type Listed = Answer<typeof SITEMAP_QUERY>

/** Articles in one file. */
export const SITEMAP_SIZE = 5000

/** The path of one of several files, counted from 1. */
export const sitemapPath = (page: number): string => `/sitemap-${page}.xml`

const NAMESPACE = {xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9'}

/** A file of addresses: the articles of this page, and on the first one everything else. */
export function sitemap(listed: Listed, page: number, publisher: Publisher): string {
  const corrections = Map.groupBy(listed.corrections, ({article}) => article)
  const articles = listed.articles.map(({_id, slug, date}) =>
    addressed(
      publisher,
      articlePath(slug ?? ''),
      modifiedAt({date, corrections: corrections.get(_id) ?? []}),
    ),
  )
  const others = page === 1 ? pagePaths(listed, publisher) : []
  return xmlDocument(
    element('urlset', NAMESPACE, ...others.map((path) => addressed(publisher, path)), ...articles),
  )
}

/** The list of the files, where there are more articles than fit into one. */
export function sitemapIndex(total: number, publisher: Publisher): string {
  const pages = Array.from({length: Math.ceil(total / SITEMAP_SIZE)}, (_, index) => index + 1)
  return xmlDocument(
    element(
      'sitemapindex',
      NAMESPACE,
      ...pages.map((page) =>
        element('sitemap', {}, element('loc', {}, addressOf(publisher, sitemapPath(page)))),
      ),
    ),
  )
}

function pagePaths({sections, topics, authors}: Listed, {settings}: Publisher): string[] {
  const slugs = (list: readonly {slug: string | null}[]) => list.flatMap(({slug}) => slug ?? [])
  const hasPolicies = Object.values(settings?.policies ?? {}).some(Boolean)
  return [
    '/',
    ...slugs(sections).map((slug) => sectionPath(slug)),
    ...slugs(topics).map((slug) => topicPath(slug)),
    ...slugs(authors).map((slug) => authorPath(slug)),
    correctionsPath(),
    ...(hasPolicies ? ['/policies'] : []),
  ]
}

const addressed = (publisher: Publisher, path: string, changed?: string): Xml =>
  element(
    'url',
    {},
    element('loc', {}, addressOf(publisher, path)),
    changed !== undefined && element('lastmod', {}, changed),
  )
