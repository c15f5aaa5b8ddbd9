// What answers tell browsers and caches for caution's sake, whatever route made them.
import type {Context} from 'hono'
import {createMiddleware} from 'hono/factory'

const A_YEAR_S = 365 * 24 * 60 * 60

/** Answers of the API are for who asked: what staff read stays on no disk and in no proxy. */
export const noStore = createMiddleware(async function noStoreByDefault(c, next) {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
})

/**
 * No browser guesses a script or a page in what was sent as something else.
 *
 * @param https people come over https alone: a browser that was here once tries nothing else
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
    // What was fetched elsewhere (a studio under development) is another answer first.
    c.header(name, value)
  }
}
