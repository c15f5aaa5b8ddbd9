// The session cookie: its one name, how it is read, set and cleared.
import {generateCookie} from 'hono/cookie'
import {parse} from 'hono/utils/cookie'

const SESSION_COOKIE = 'copydesk_session'

// The browser keeps it as long as browsers allow; the server alone decides when the session is
// over. Were the browser to drop it first, an ended session would look like no session at all, and
// the studio keeps what was typed only when it is told that the session ended.
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60

/** The session's secret from a `Cookie` header, if it holds one. */
export const readSessionCookie = (header = ''): string | undefined =>
  parse(header, SESSION_COOKIE)[SESSION_COOKIE] || undefined

/** A `Set-Cookie` value. `secure` where the newsroom's public address is https. */
export const sessionCookie = (secret: string, {secure}: {secure: boolean}): string =>
  written(secret, {secure, maxAge: MAX_AGE_SECONDS})

/** A `Set-Cookie` value that removes it. */
export const clearedSessionCookie = ({secure}: {secure: boolean}): string =>
  written('', {secure, maxAge: 0})

const written = (value: string, options: {secure: boolean; maxAge: number}): string =>
  generateCookie(SESSION_COOKIE, value, {httpOnly: true, sameSite: 'Lax', ...options})
