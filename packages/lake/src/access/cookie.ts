// Reads, sets and clears the session cookie.
import {generateCookie} from 'hono/cookie'
import {parse} from 'hono/utils/cookie'

// The longest time that browsers allow, because the server decides when a session ends. The studio
// keeps unsaved text only if the server says that the session has ended. Without a cookie it could
// not.
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60

export interface SessionCookie {
  /** The session's secret from a `Cookie` header, if it has one. */
  read(header: string | undefined): string | undefined
  /** A `Set-Cookie` value. `secure` is for a public address with https. */
  set(secret: string, options: {secure: boolean}): string
  /** A `Set-Cookie` value that deletes the cookie. */
  clear(options: {secure: boolean}): string
}

/** @param prefix of the product: the cookie's name is `<prefix>_session` */
export function createSessionCookie(prefix: string): SessionCookie {
  const name = `${prefix}_session`
  const written = (value: string, options: {secure: boolean; maxAge: number}): string =>
    generateCookie(name, value, {httpOnly: true, sameSite: 'Lax', ...options})
  return {
    read: (header = '') => parse(header, name)[name] || undefined,
    set: (secret, {secure}) => written(secret, {secure, maxAge: MAX_AGE_SECONDS}),
    clear: ({secure}) => written('', {secure, maxAge: 0}),
  }
}
