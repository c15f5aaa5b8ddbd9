// Tells of each request once it is answered: for the log, and for counting.
import {createMiddleware} from 'hono/factory'
import {routePath} from 'hono/route'
import {randomUUID} from 'node:crypto'
import {clientAddress} from '../client-address.ts'
import type {LakeEnv} from '../context.ts'
import {repetitionOf} from '../response-cache-policy.ts'
import {shownPath} from '../redacted-path.ts'

export interface ObservedRequest {
  /** The answer to a request that failed names it, as `X-Request-Id`. */
  id: string
  method: string
  /** Without query, and without secrets. */
  path: string
  /** Of few: the pattern that the address has met. */
  route: string
  status: number
  /** Until the answer began; an event stream goes on after it. */
  ms: number
  address: string
  /** Whoever asked, by id. */
  by?: string
}

/** To stand before everything that it shall tell of. */
export function observe(tell: (request: ObservedRequest) => void) {
  return createMiddleware<LakeEnv>(async function observed(c, next) {
    const began = performance.now()
    const id = randomUUID()
    c.set('requestId', id)
    await next()
    const {status} = c.res
    // Where somebody may ask what went wrong.
    if (status >= 400) c.header('X-Request-Id', id)
    const by = c.get('actor')?.id
    const request = {
      id,
      method: c.req.method,
      path: shownPath(c.req.path),
      route: plainRoute(routePath(c)),
      status,
      ms: tenths(performance.now() - began),
      address: clientAddress(c),
      ...(by ? {by} : {}),
    }
    tell(request)
    const repetition = repetitionOf(c)
    if (repetition?.isSame ?? repetition?.another) {
      repetition.tell = (ms, address) =>
        tell({...request, id: randomUUID(), ms: tenths(ms), address})
    }
  })
}

const tenths = (ms: number): number => Math.round(ms * 10) / 10

/** Any version of the API is the same route. */
const plainRoute = (path: string): string =>
  path.replace(/^\/:version(?:\{.*?\\d\{2\}\)\})?/, '/v').replaceAll(/\{[^}]*\}/g, '') || '/'
