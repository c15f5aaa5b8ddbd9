// The session cookie: how it is read, set and cleared.
import {generateCookie} from 'hono/cookie'
import {parse} from 'hono/utils/cookie'

// As long as browsers allow: the server decides when a session ends. If the browser dropped the cookie
// first, an ended session would look like no session, and the studio keeps unsaved text only when it is
// told that the session has ended.
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60

export interface SessionCookie {
  /** The session's secret from a `Cookie` header, if it holds one. */
  read(header: string | undefined): string | undefined
  /** A `Set-Cookie` value. `secure` where the public address is https. */
  set(secret: string, options: {secure: boolean}): string
  /** A `Set-Cookie` value that removes it. */
  clear(options: {secure: boolean}): string
}

/** @param prefix the product's: its cookie is `<prefix>_session` */
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
