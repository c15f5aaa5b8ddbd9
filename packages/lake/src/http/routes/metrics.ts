// GET /metrics, only for the operator's Prometheus.
import {Hono, type Context} from 'hono'
import {createHash, timingSafeEqual} from 'node:crypto'
import {readBearer} from '../../access/bearer.ts'
import {Forbidden, Unauthenticated} from '../../errors.ts'
import {clientAddress} from '../client-address.ts'
import type {LakeEnv} from '../context.ts'

export interface MetricsDeps {
  metricsText: () => string
  /** Bearer token that permits reading from any machine. */
  metricsToken?: string | undefined
  /** How a token is set, as `Product.hints.metricsToken`. */
  tokenHint: string
  /** Set if people reach the server at another address than its own. */
  publicOrigin?: string
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/
/** Headers of proxies, and of browsers for requests of other pages. */
const FOREIGN = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'origin']

/**
 * Without a token, only this machine may read, and only without a proxy, because all requests
 * through a proxy on this machine come from this machine.
 */
export function metricsRoutes({
  metricsText,
  metricsToken: token,
  tokenHint,
  publicOrigin,
}: MetricsDeps): Hono<LakeEnv> {
  const isLocal = (c: Context): boolean =>
    publicOrigin === undefined &&
    LOOPBACK.test(clientAddress(c)) &&
    FOREIGN.every((name) => c.req.header(name) === undefined) &&
    ['none', 'same-origin', undefined].includes(c.req.header('sec-fetch-site'))

  return new Hono<LakeEnv>().get('/metrics', (c) => {
    if (token !== undefined) {
      const given = readBearer(c.req.header('authorization'))
      if (given === undefined || !isSame(given, token)) {
        throw new Unauthenticated(
          `Send the metrics token of this server as a bearer token. ${tokenHint}`,
        )
      }
    } else if (!isLocal(c)) {
      throw new Forbidden(
        `Metrics can be read only on the server’s own machine, or with its metrics token. ${tokenHint}`,
      )
    }
    return c.body(metricsText(), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    })
  })
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
