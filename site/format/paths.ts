// Where things stand on the site. Slugs are encoded: they come from content.

/** The path of an article's page. */
export const articlePath = (slug: string): string => `/article/${encodeURIComponent(slug)}`

/** The path of a section's page; `page` counts from 1. */
export const sectionPath = (slug: string, page = 1): string => listPath('section', slug, page)

/** The path of a topic's page; `page` counts from 1. */
export const topicPath = (slug: string, page = 1): string => listPath('topic', slug, page)

/** The path of an author's page; `page` counts from 1. */
export const authorPath = (slug: string, page = 1): string => listPath('author', slug, page)

/** The path of the page with all corrections; `page` counts from 1. */
export const correctionsPath = (page = 1): string => numbered('/corrections', page)

function listPath(kind: string, slug: string, page: number): string {
  return numbered(`/${kind}/${encodeURIComponent(slug)}`, page)
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
