// *Used on*: which pages of the site show a document, and where each of them is as a preview.
import {
  contentType,
  isPieceType,
  noTitleYet,
  previewPath,
  typesOfKind,
} from '../../../model/registry.ts'
import {anyTitle, isOneOf} from '../../../model/registry-groq.ts'
import {map, type Observable} from 'rxjs'
import type {
  DocumentLocation,
  DocumentLocationResolver,
  DocumentLocationsState,
} from 'sanity/presentation'
import {previewAddress} from '../../data/page-address.ts'

/** A document that has a page, as the queries below return it. */
export interface Shown {
  _id: string
  _type: string
  title: string | null
  slug: string | null
}

export const FRONT_PAGE = '/preview/home'

/** This many names fit on a screen; *Used in* lists all. */
const MOST = 20

const SHOWN = `{_id, _type, "title": ${anyTitle()}, "slug": slug.current}`
const NEWEST = `order(coalesce(displayDate, firstPublishedAt, _createdAt) desc, _id asc)[0...${MOST}]`
const ITSELF = `*[_id == $id]${SHOWN}`
const IS_PIECE = isOneOf(typesOfKind('piece'))
const PIECES = `*[${IS_PIECE} && references($id)] | ${NEWEST}${SHOWN}`
const OF_ITSELF = {fetch: ITSELF, listen: '*[_id == $id]'}
const WITH_PIECES = {
  fetch: `[...${ITSELF}, ...${PIECES}]`,
  listen: `*[${IS_PIECE} && references($id) || _id == $id]`,
}

/** By type: the pages that show a document, and the listener's query. Both need `$id`. */
export const LOCATION_QUERIES: Record<string, {fetch: string; listen: string}> = {
  ...Object.fromEntries(
    typesOfKind('piece', 'plain')
      .filter((type) => contentType(type)?.path)
      .map((type) => [type, OF_ITSELF]),
  ),
  photoWithCredit: {
    fetch: `[...${PIECES}, ...*[_type == "author" && references($id)] | ${NEWEST}${SHOWN},
      ...*[_id == $id && defined(image.asset) && defined(creditLine)]${SHOWN}]`,
    listen: `*[(${IS_PIECE} || _type == "author") && references($id) || _id == $id]`,
  },
  expertQuote: {fetch: PIECES, listen: `*[${IS_PIECE} && references($id)]`},
  source: {
    fetch: `[...*[${IS_PIECE} && references(*[_type == "expertQuote" && references($id)]._id)]
      | ${NEWEST}${SHOWN}, ...${ITSELF}]`,
    listen: '*[_type == "expertQuote" && references($id) || _id == $id]',
  },
  author: WITH_PIECES,
  section: OF_ITSELF,
  topic: WITH_PIECES,
  series: {
    fetch: `[...${ITSELF}, ...*[_id == $id].parts[]->${SHOWN}]`,
    listen: '*[_id == $id]',
  },
  storyPackage: {
    fetch: `[...*[_id == $id].main->${SHOWN}, ...*[_id == $id].sides[]->${SHOWN}]`,
    listen: '*[_id == $id]',
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

/** The form's message about the pages that show a document of this type. */
export function statedFor(
  id: string,
  type: string,
  shown: readonly Shown[],
): DocumentLocationsState {
  const found = shown.flatMap((one) => {
    const href = previewPath(one)
    return href ? [{href: previewAddress(href), title: titleOf(one, id), showHref: false}] : []
  })
  const front = {href: previewAddress(FRONT_PAGE), title: 'The front page', showHref: false}
  const all: DocumentLocation[] = type === 'section' ? [...found, front] : found
  // The number of pages is not shown for a piece.
  return {locations: all, ...(isPieceType(type) && {message: 'Edit it on its page'})}
}

function titleOf({_id, _type, title}: Shown, id: string): string {
  if (_type === 'photoWithCredit') return 'The page of the photo'
  if (_type === 'source') return 'The page of all that was quoted'
  if (isPieceType(_type)) return title || noTitleYet(_type)
  return _id === id ? `The page of the ${_type}` : `The page of ${title ?? `the ${_type}`}`
}
