// Where a person goes after signing in: a path of this server, or a listed studio.
import type {Access} from '../access/access.ts'

export interface SignInTarget {
  /** For the Location header, without a handover. */
  url: string
  /** Set if it is on another origin. */
  origin?: string
  /** Whether that studio takes its session by `#sid=` (core/store/authStore). */
  handover: boolean
  /** The requested origin, if it is not listed. */
  refused?: string
}

/** The parameters of `/login` that its form keeps. */
export const TARGET_PARAMETERS = ['to', 'origin', 'type', 'withSid'] as const

/**
 * @param query `to` is a path of this server; `origin`, `type` and `withSid` are added by the
 * studio's sign-in screen (createHrefForProvider)
 * @param own origins of this server
 * @param fallback path or address for everything else; nobody is ever sent to an origin that is not
 * listed
 */
export function signInTarget(
  query: (name: string) => string | undefined,
  own: readonly string[],
  cors: Access['cors'],
  fallback: string,
): SignInTarget {
  const home = {
    url: fallback,
    ...(URL.canParse(fallback) ? {origin: new URL(fallback).origin} : {}),
    handover: false,
  }
  const studio = query('origin')
  if (studio !== undefined) {
    const parsed = URL.parse(studio)
    // `blob:` has the origin of the URL that follows it.
    const url = parsed && /^https?:$/.test(parsed.protocol) ? parsed : null
    const withSid = query('withSid') === 'true'
    if (url && own.includes(url.origin)) {
      return {url: withoutSid(url, pathOf(url)), handover: withSid}
    }
    if (url && cors.allows(url.origin)?.credentials) {
      const handover = withSid || query('type') === 'dual'
      return {url: withoutSid(url, url.href), origin: url.origin, handover}
    }
    return {...home, refused: url?.origin ?? studio}
  }
  const base = own[0] ?? 'http://localhost'
  const path = query('to') ?? ''
  const url = path.startsWith('/') ? URL.parse(path, base) : null
  return url?.origin === base ? {url: pathOf(url), handover: false} : home
}

/** In a Location header, the path `/.//host` would be another server's address. */
const pathOf = ({pathname, search, hash}: URL): string =>
  `${pathname.replace(/^\/+/, '/')}${search}${hash}`
/** The handover adds its own hash. */
const withoutSid = (url: URL, text: string): string =>
  url.hash ? text.slice(0, -url.hash.length) : text
