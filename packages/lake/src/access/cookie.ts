// The session cookie: its one name, how it is read, set and cleared.

export const SESSION_COOKIE = 'copydesk_session'

// The browser keeps it as long as browsers allow; the server alone decides when the session is
// over. Were the browser to drop it first, an ended session would look like no session at all, and
// the studio keeps what was typed only when it is told that the session ended.
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60

/** The session's secret from a `Cookie` header, if it holds one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === SESSION_COOKIE) {
      return part.slice(at + 1).trim() || undefined
    }
  }
  return undefined
}

/** A `Set-Cookie` value. `secure` where the newsroom's public address is https. */
export function sessionCookie(secret: string, {secure}: {secure: boolean}): string {
  return `${SESSION_COOKIE}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${MAX_AGE_SECONDS}${secure ? '; Secure' : ''}`
}

/** A `Set-Cookie` value that removes it. */
export function clearedSessionCookie({secure}: {secure: boolean}): string {
  return `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`
}
