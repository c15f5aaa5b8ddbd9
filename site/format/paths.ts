// Where things stand on the site. Slugs and ids are encoded: they come from content.

/** The path of an article's page. */
export const articlePath = (slug: string): string =>
  `/article/${encodeURIComponent(slug.toWellFormed())}`

/** The path of a section's page; `page` counts from 1. */
export const sectionPath = (slug: string, page = 1): string => listPath('section', slug, page)

/** The path of a topic's page; `page` counts from 1. */
export const topicPath = (slug: string, page = 1): string => listPath('topic', slug, page)

/** The path of an author's page; `page` counts from 1. */
export const authorPath = (slug: string, page = 1): string => listPath('author', slug, page)

/** The path of a source's page; `page` counts from 1. */
export const sourcePath = (id: string, page = 1): string => listPath('source', id, page)

/** The path of the index of sources; `page` counts from 1. */
export const sourcesPath = (page = 1): string => numbered('/sources', page)

/** The path of a photo's page. */
export const photoPath = (id: string): string => `/photo/${encodeURIComponent(id)}`

/** The path of a search; without words, of the empty form. `page` counts from 1. */
export function searchPath(words = '', page = 1): string {
  const search = new URLSearchParams({...(words && {q: words}), ...(page > 1 && {page: `${page}`})})
  return search.size > 0 ? `/search?${search.toString()}` : '/search'
}

/** The path of the page with all corrections; `page` counts from 1. */
export const correctionsPath = (page = 1): string => numbered('/corrections', page)

/** The path of a list's feed as RSS; `list` is that of its first page. */
export const feedPath = (list: string): string => `${list}/feed.xml`

function listPath(kind: string, slug: string, page: number): string {
  return numbered(`/${kind}/${encodeURIComponent(slug.toWellFormed())}`, page)
}

const numbered = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path)

/** What a link inside the text may lead to. */
export interface LinkTarget {
  _type: string
  slug: string | null
}

/** The path of a document that has a page here, or `undefined`: the words then stand without a link. */
export function pathOf(target: LinkTarget | null | undefined): string | undefined {
  if (!target?.slug) return undefined
  if (target._type === 'article') return articlePath(target.slug)
  if (target._type === 'section') return sectionPath(target.slug)
  if (target._type === 'topic') return topicPath(target.slug)
  if (target._type === 'author') return authorPath(target.slug)
  return undefined
}
