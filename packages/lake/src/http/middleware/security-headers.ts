// Headers that keep browsers and caches from doing harm, on every response.
import type {Context} from 'hono'
import {createMiddleware} from 'hono/factory'

const A_YEAR_S = 365 * 24 * 60 * 60

/** Responses of the API are for one caller: confidential content is stored on no disk and in no proxy. */
export const noStore = createMiddleware(async function noStoreByDefault(c, next) {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
})

/**
 * A browser must not take a file of another type for a script or a page.
 *
 * @param https whether people come only over https: a browser that was here once then tries nothing else
 */
export function securityHeaders({https}: {https: boolean}) {
  return createMiddleware(async function withSecurityHeaders(c, next) {
    await next()
    setHeader(c, 'x-content-type-options', 'nosniff')
    if (https) setHeader(c, 'strict-transport-security', `max-age=${A_YEAR_S}`)
  })
}

function setHeader(c: Context, name: string, value: string): void {
  try {
    c.res.headers.set(name, value)
  } catch {
    // The headers of a fetched response (from a studio under development) are immutable. Hono copies it first.
    c.header(name, value)
  }
}
