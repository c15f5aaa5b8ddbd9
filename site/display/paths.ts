// The addresses of the site's pages. Those of documents come from the registry of content types. Slugs and
// ids are encoded: they come from content.
import {CONTENT_TYPES, type TypeName} from '../../model/content-types.ts'
import {filledIn, pathOfSlug, pathPrefix} from '../../model/registry.ts'

/** The types whose documents have a page. */
type PageType = {
  [Name in TypeName]: (typeof CONTENT_TYPES)[Name] extends {path: string} ? Name : never
}[TypeName]

/**
 * The path of a document's page. `key` is its slug, or its id where the registry says `:id`; `page` counts
 * the pages of a list from 1.
 */
export const pagePath = (type: PageType, key: string, page = 1): string =>
  numbered(filledIn(CONTENT_TYPES[type].path, key), page)

/** The path of an article's page. */
export const articlePath = (slug: string): string => pagePath('article', slug)

/** The path of a section's page; `page` counts from 1. */
export const sectionPath = (slug: string, page = 1): string => pagePath('section', slug, page)

/** The path of a topic's page; `page` counts from 1. */
export const topicPath = (slug: string, page = 1): string => pagePath('topic', slug, page)

/** The path of a series' page; `page` counts from 1. */
export const seriesPath = (slug: string, page = 1): string => pagePath('series', slug, page)

/** The path of an author's page; `page` counts from 1. */
export const authorPath = (slug: string, page = 1): string => pagePath('author', slug, page)

/** The path of a source's page; `page` counts from 1. */
export const sourcePath = (id: string, page = 1): string => pagePath('source', id, page)

/** The path of the index of sources; `page` counts from 1. */
export const sourcesPath = (page = 1): string => numbered('/sources', page)

/** The path of a photo's page. */
export const photoPath = (id: string): string => pagePath('photoWithCredit', id)

/** The path of a type's pages as the router writes it, `/article/:name`. */
export const routeOf = (type: PageType): string => `${pathPrefix(CONTENT_TYPES[type].path)}/:name`

/** Nobody means more than this; it keeps addresses short. */
export const LONGEST_SEARCH = 200

/** The path of a search; without text, of the empty form. `page` counts from 1. */
export function searchPath(text = '', page = 1): string {
  const search = new URLSearchParams({...(text && {q: text}), ...(page > 1 && {page: `${page}`})})
  return search.size > 0 ? `/search?${search.toString()}` : '/search'
}

/** The path of the page with all corrections; `page` counts from 1. */
export const correctionsPath = (page = 1): string => numbered('/corrections', page)

/** The path of a list's feed as RSS; `list` is that of its first page. */
export const feedPath = (list: string): string => `${list}/feed.xml`

/** The path of a list of the site, `/podcasts`; `page` counts from 1. */
export const listPath = (list: string, page = 1): string => numbered(list, page)

const numbered = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path)

/** What a link inside the text may lead to. */
export interface LinkTarget {
  _type: string
  slug: string | null
}

/** The path of a document that has a page under its slug; without a slug, there is no link. */
export function pathOf(target: LinkTarget | null | undefined): string | undefined {
  return (target?.slug && pathOfSlug(target._type, target.slug)) || undefined
}
