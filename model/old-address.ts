// The form in which a redirect keeps an address of an earlier site, and in which the site looks it up.

/** The address of a page as a redirect keeps it: decoded, without a slash at its end, with one parameter at most. */
export interface OldAddress {
  /** `/2019/03/tide`; null for the front page, which never moves. */
  path: string | null
  /** The path with its first parameter, `/?p=123`; null where there is none. */
  withQuery: string | null
}

/** Both forms of an address, from its parts as browsers read them. */
export function oldAddressOf({pathname, search}: Pick<URL, 'pathname' | 'search'>): OldAddress {
  const path = decoded(pathname).replace(/\/+$/, '')
  const [first] = new URLSearchParams(search)
  return {
    path: path === '' ? null : path,
    withQuery: first ? `${path || '/'}?${first[0]}=${first[1]}` : null,
  }
}

/** Whether a text is an address in the form in which the site looks it up. */
export function isOldAddress(text: string): boolean {
  if (!/^\/(?![/\\])/.test(text) || /[\s#]/u.test(text)) return false
  const url = URL.parse(text, 'https://example.com')
  if (!url) return false
  const {path, withQuery} = oldAddressOf(url)
  return text === (withQuery ?? path)
}

function decoded(path: string): string {
  try {
    return decodeURI(path).normalize()
  } catch {
    return path
  }
}
