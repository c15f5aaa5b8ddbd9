// *Used on*: which pages of the site show a document, and where each of them is as a preview.
import {map, type Observable} from 'rxjs'
import type {
  DocumentLocation,
  DocumentLocationResolver,
  DocumentLocationsState,
} from 'sanity/presentation'
import {previewAddress} from '../../data/page-address.ts'

/** A document that has a page, as the queries below answer it. */
export interface Shown {
  _id: string
  _type: string
  title: string | null
  slug: string | null
}

export const FRONT_PAGE = '/preview/home'

/** The names fit on a screen; who needs all of them looks into *Used in*. */
const MOST = 20

const SHOWN = `{_id, _type, "title": coalesce(headline, name, title, caption), "slug": slug.current}`
const NEWEST = `order(coalesce(displayDate, firstPublishedAt, _createdAt) desc, _id asc)[0...${MOST}]`
const ITSELF = `*[_id == $id]${SHOWN}`
const ARTICLES = `*[_type == "article" && references($id)] | ${NEWEST}${SHOWN}`

/** By type: the pages that show a document, and what a listener has to ask for. Need `$id`. */
export const LOCATION_QUERIES: Record<string, {fetch: string; listen: string}> = {
  article: {fetch: ITSELF, listen: '*[_id == $id]'},
  photoWithCredit: {
    fetch: `[...${ARTICLES}, ...*[_type == "author" && references($id)] | ${NEWEST}${SHOWN},
      ...*[_id == $id && defined(image.asset) && defined(creditLine)]${SHOWN}]`,
    listen: '*[_type in ["article", "author"] && references($id) || _id == $id]',
  },
  expertQuote: {fetch: ARTICLES, listen: '*[_type == "article" && references($id)]'},
  source: {
    fetch: `[...*[_type == "article" && references(*[_type == "expertQuote" && references($id)]._id)]
      | ${NEWEST}${SHOWN}, ...${ITSELF}]`,
    listen: '*[_type == "expertQuote" && references($id) || _id == $id]',
  },
  author: {
    fetch: `[...${ITSELF}, ...${ARTICLES}]`,
    listen: '*[_type == "article" && references($id) || _id == $id]',
  },
  section: {fetch: ITSELF, listen: '*[_id == $id]'},
  topic: {
    fetch: `[...${ITSELF}, ...${ARTICLES}]`,
    listen: '*[_type == "article" && references($id) || _id == $id]',
  },
}

/** For `resolve.locations`. */
export const locations: DocumentLocationResolver = (
  {id, type, perspectiveStack},
  {documentStore},
) => {
  const query = LOCATION_QUERIES[type]
  if (!query) return null
  const found = documentStore.listenQuery(
    query,
    {id},
    {
      apiVersion: '2025-02-19',
      perspective: perspectiveStack.length > 0 ? perspectiveStack : 'drafts',
      tag: 'used-on',
      throttleTime: 1000,
    },
  ) as Observable<Shown[]>
  return found.pipe(map((shown) => statedFor(id, type, shown)))
}

/** What the form says of a document of this type that these pages show. */
export function statedFor(
  id: string,
  type: string,
  shown: readonly Shown[],
): DocumentLocationsState {
  const found = shown.flatMap((one) => {
    const href = pathOf(one)
    return href ? [{href: previewAddress(href), title: titleOf(one, id), showHref: false}] : []
  })
  const front = {href: previewAddress(FRONT_PAGE), title: 'The front page', showHref: false}
  const all: DocumentLocation[] = type === 'section' ? [...found, front] : found
  // Of an article nobody asks on how many pages it is.
  return {locations: all, ...(type === 'article' && {message: 'Edit it on its page'})}
}

/** Where the preview of a document's own page is; null where it has none yet. */
export function pathOf({_id, _type, slug}: Pick<Shown, '_id' | '_type' | 'slug'>): string | null {
  switch (_type) {
    case 'article':
      return `/preview/article/${encodeURIComponent(_id)}`
    case 'photoWithCredit':
      return `/preview/photo/${encodeURIComponent(_id)}`
    case 'source':
      return `/preview/source/${encodeURIComponent(_id)}`
    default:
      return slug && `/preview/${_type}/${encodeURIComponent(slug)}`
  }
}

function titleOf({_id, _type, title}: Shown, id: string): string {
  if (_type === 'photoWithCredit') return 'The page of the photo'
  if (_type === 'source') return 'The page of all that was quoted'
  if (_type === 'article') return title || 'No headline yet'
  return _id === id ? `The page of the ${_type}` : `The page of ${title ?? `the ${_type}`}`
}
