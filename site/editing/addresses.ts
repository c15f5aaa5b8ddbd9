// Addresses of previews, as the studio's tool has them in its bar and as the frame asks for them.
import {CONTENT_TYPES} from '../../model/content-types.ts'
import type {ContentType} from '../../model/kinds.ts'

const PERSPECTIVE = 'sanity-preview-perspective'

/** The page's own address: path, search and hash, without what the tool added. */
export function withoutPerspective(url: URL): string {
  const search = new URLSearchParams(url.search)
  search.delete(PERSPECTIVE)
  return `${url.pathname}${search.size > 0 ? `?${search}` : ''}${url.hash}`
}

const TYPES = Object.values<ContentType>(CONTENT_TYPES)
/** Pages that have a preview: the front page, and the list of all pieces of a type. */
const PREVIEWED = ['/', ...TYPES.flatMap(({list}) => list ?? [])]
/** How the addresses of documents' pages begin, `/article/`: all of them have a preview. */
const PREVIEWED_BELOW = TYPES.flatMap(({path}) =>
  path ? [path.slice(0, path.lastIndexOf('/') + 1)] : [],
)
const PREVIEW = /^\/preview\//

/** The preview of a page of the same site, shown as `current` is; undefined where it has none. */
export function toPreview(url: URL, current: URL): string | undefined {
  const {origin, pathname, hash} = url
  const isPreview = PREVIEW.test(pathname)
  const hasPreview =
    PREVIEWED.includes(pathname) || PREVIEWED_BELOW.some((start) => pathname.startsWith(start))
  if (origin !== current.origin || !(isPreview || hasPreview)) return undefined
  const search = new URLSearchParams(url.search)
  const perspective = current.searchParams.get(PERSPECTIVE)
  if (perspective !== null) search.set(PERSPECTIVE, perspective)
  const path = isPreview ? pathname : `/preview${pathname === '/' ? '/home' : pathname}`
  return `${path}${search.size > 0 ? `?${search}` : ''}${hash}`
}
