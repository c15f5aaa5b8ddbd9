// Addresses of previews, as the studio's tool has them in its bar and as the frame asks for them.

const PERSPECTIVE = 'sanity-preview-perspective'

/** The page's own address: path, search and hash, without what the tool added. */
export function withoutPerspective(url: URL): string {
  const search = new URLSearchParams(url.search)
  search.delete(PERSPECTIVE)
  return `${url.pathname}${search.size > 0 ? `?${search}` : ''}${url.hash}`
}

/** Pages that have a preview, the front page first. */
const PREVIEWED = /^\/(?:$|(?:article|section|topic|author|source|photo)\/)/
const PREVIEW = /^\/preview\//

/** The preview of a page of the same site, shown as `current` is; undefined where it has none. */
export function toPreview(url: URL, current: URL): string | undefined {
  const {origin, pathname, hash} = url
  const isPreview = PREVIEW.test(pathname)
  if (origin !== current.origin || !(isPreview || PREVIEWED.test(pathname))) return undefined
  const search = new URLSearchParams(url.search)
  const perspective = current.searchParams.get(PERSPECTIVE)
  if (perspective !== null) search.set(PERSPECTIVE, perspective)
  const path = isPreview ? pathname : `/preview${pathname === '/' ? '/home' : pathname}`
  return `${path}${search.size > 0 ? `?${search}` : ''}${hash}`
}
