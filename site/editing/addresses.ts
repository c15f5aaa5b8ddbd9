// Addresses of previews, as the studio's tool has them in its bar and as the frame asks for them.

const PERSPECTIVE = 'sanity-preview-perspective'

/** The page's own address: path, search and hash, without what the tool added. */
export function withoutPerspective(url: URL): string {
  const search = new URLSearchParams(url.search)
  search.delete(PERSPECTIVE)
  return `${url.pathname}${search.size > 0 ? `?${search}` : ''}${url.hash}`
}

/** The preview of a page of the same site, shown as `current` is. */
export function toPreview(url: URL, current: URL): string {
  const path = url.pathname === '/' ? '' : url.pathname
  const pathname = /^\/preview(?:\/|$)/.test(path) ? path : `/preview${path}`
  const search = new URLSearchParams(url.search)
  const perspective = current.searchParams.get(PERSPECTIVE)
  if (perspective !== null) search.set(PERSPECTIVE, perspective)
  return `${pathname}${search.size > 0 ? `?${search}` : ''}${url.hash}`
}
