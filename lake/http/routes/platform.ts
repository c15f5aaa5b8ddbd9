// What the studio asks of the hosted platform around a lake, answered with as little as it needs.
import {Hono} from 'hono'
import type {Access} from '../../access/access.ts'
import type {LakeEnv} from '../context.ts'

export interface PlatformDeps {
  access: Access
  /** Features of the hosted platform that this lake has, e.g. `studioComments`. */
  features?: readonly string[]
}

/** `/subscriptions/…` is missing on purpose: 404 is fine, a wrong shape crashes the releases tool. */
export function platformRoutes({access, features = []}: PlatformDeps): Hono<LakeEnv> {
  return (
    new Hono<LakeEnv>()
      .get('/ping', (c) => {
        c.header('Timing-Allow-Origin', '*')
        return c.json({pong: true})
      })
      // The studio's question whether the lake is back, after a request that failed.
      .get('/data/ping/:dataset', (c) => c.json({pong: true}))
      .get('/features', (c) => c.json([...features]))
      .get('/check/cors', (c) => {
        const origin = c.req.header('origin')
        const own = !origin || URL.parse(origin)?.host === new URL(c.req.url).host
        const listed = own ? {credentials: true} : access.cors.allows(origin)
        // Anonymous reads are open to every origin; what may be missing is the session.
        return c.json({result: {allowed: true, withCredentials: listed?.credentials === true}})
      })
      // Nothing about anybody's work leaves the house.
      .all('/intake/*', (c) => c.json({status: 'denied'}))
      .get('/journey/announcements', (c) => c.json([]))
      // Offers of paid features: none (upsell/useUpsellData takes null).
      .get('/journey/*', (c) => c.json(null))
  )
}
