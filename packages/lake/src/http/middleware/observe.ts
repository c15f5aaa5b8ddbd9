// Logs and counts each request once it is answered.
import {createMiddleware} from 'hono/factory'
import {routePath} from 'hono/route'
import {randomUUID} from 'node:crypto'
import {clientAddress} from '../client-address.ts'
import type {LakeEnv} from '../context.ts'
import {cachePolicyOf} from '../response-cache-policy.ts'
import {redactedPath} from '../redacted-path.ts'

export interface ObservedRequest {
  /** The answer to a request that failed names it, as `X-Request-Id`. */
  id: string
  method: string
  /** Without query, and without secrets. */
  path: string
  /** The pattern that the address matches: one of few. */
  route: string
  status: number
  /** Until the answer began; an event stream goes on after it. */
  ms: number
  address: string
  /** ID of the caller. */
  by?: string
}

/** Comes before the middleware and routes whose requests it logs. */
export function observe(log: (request: ObservedRequest) => void) {
  return createMiddleware<LakeEnv>(async function observed(c, next) {
    const began = performance.now()
    const id = randomUUID()
    c.set('requestId', id)
    await next()
    const {status} = c.res
    // So that a person can ask the operator what went wrong.
    if (status >= 400) c.header('X-Request-Id', id)
    const by = c.get('actor')?.id
    const request = {
      id,
      method: c.req.method,
      path: redactedPath(c.req.path),
      route: plainRoute(routePath(c)),
      status,
      ms: tenths(performance.now() - began),
      address: clientAddress(c),
      ...(by ? {by} : {}),
    }
    log(request)
    const policy = cachePolicyOf(c)
    if (policy?.isValid ?? policy?.answerSearch) {
      policy.logHit = (ms, address) => log({...request, id: randomUUID(), ms: tenths(ms), address})
    }
  })
}

const tenths = (ms: number): number => Math.round(ms * 10) / 10

/** Any version of the API is the same route. */
const plainRoute = (path: string): string =>
  path.replace(/^\/:version(?:\{.*?\\d\{2\}\)\})?/, '/v').replaceAll(/\{[^}]*\}/g, '') || '/'
