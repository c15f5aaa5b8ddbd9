// Which pages may read answers (CORS), and which may act with a person's cookie (CSRF).
import type {Context} from 'hono'
import {createMiddleware} from 'hono/factory'
import {readBearer} from '../../access/bearer.ts'
import {Forbidden} from '../../errors.ts'
import {POSITION_HEADER} from './in-touch.ts'

export interface OriginRules {
  /** Listed origins: `allowed` may read with a token, `credentials` with the person's cookie. */
  lookup: (origin: string) => {allowed: boolean; credentials: boolean}
  /** How an administrator lists one, as `Product.hints.allowOrigin`. */
  hint: (origin: string) => string
}

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const EXPOSED = `ETag, Retry-After, Content-Disposition, Content-Range, Accept-Ranges, Content-Length, ${POSITION_HEADER}`

/** True where the page that sends the request is one of ours: its origin is the request's host. */
export function isOwnOrigin(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Anonymous reads are open to every page, without credentials; listed origins get theirs echoed with
 * credentials. A cookie sent by a page of any other origin is not honoured: the request is refused.
 */
export function corsAndCsrf({lookup, hint}: OriginRules) {
  return createMiddleware(async function origins(c, next) {
    const origin = c.req.header('origin')
    const own = !origin || isOwnOrigin(origin, c.req.header('host') ?? new URL(c.req.url).host)
    const listed = origin && !own ? lookup(origin) : {allowed: true, credentials: true}
    const headers = origin && !own ? corsHeaders(c, origin, listed.credentials) : {}
    if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method')) {
      return c.body(null, 204, headers)
    }
    const foreign = !own || c.req.header('sec-fetch-site') === 'cross-site'
    const ridesOnCookie =
      c.req.header('cookie') !== undefined &&
      readBearer(c.req.header('authorization')) === undefined
    if (foreign && ridesOnCookie && !(origin && listed.credentials) && !isNavigation(c)) {
      // The headers let the page read why.
      for (const [name, value] of Object.entries(headers)) c.header(name, value)
      throw new Forbidden(
        `The origin ${origin ?? 'of this page'} is not listed. ${hint(origin ?? '<origin>')}`,
        'originNotAllowed',
      )
    }
    await next()
    for (const [name, value] of Object.entries(headers)) {
      // A picture's own `Vary: Accept` stays.
      if (name === 'Vary') c.res.headers.append(name, value)
      else c.res.headers.set(name, value)
    }
    return undefined
  })
}

/** A link on another site may open a page here: a GET changes nothing. */
function isNavigation(c: Context): boolean {
  return c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'
}

function corsHeaders(c: Context, origin: string, credentials: boolean): Record<string, string> {
  const requested = c.req.header('access-control-request-headers')
  return {
    ...(credentials
      ? {'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true'}
      : {'Access-Control-Allow-Origin': '*'}),
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers':
      requested ?? 'Authorization, Content-Type, X-Sanity-Project-ID, X-Sanity-App, Last-Event-ID',
    'Access-Control-Expose-Headers': EXPOSED,
    'Access-Control-Max-Age': '600',
    Vary: 'Origin, Access-Control-Request-Headers',
  }
}
