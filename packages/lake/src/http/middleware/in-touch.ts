// On a node of a cluster: a caller who has seen what another node wrote is never shown less. A node without connection to
// the others answers for a while, and then says so.
import {getCookie, setCookie} from 'hono/cookie'
import {createMiddleware} from 'hono/factory'
import type {Product} from '../../product.ts'
import type {Clustering} from '../../parts/clustering.ts'
import type {LakeEnv} from '../context.ts'

/** Programs send it back with their next request. Browsers have a cookie instead. */
export const POSITION_HEADER = 'X-Lake-Position'

const SIGN_IN = /\/auth\/|^\/login|^\/sign-in/

/** Comes before everything that reads or writes. */
export function inTouch(clustering: Clustering, {prefix}: Pick<Product, 'prefix'>) {
  const cookie = `${prefix}_position`
  const session = `${prefix}_session`
  return createMiddleware<LakeEnv>(async function inTouchWithOthers(c, next) {
    const isSignedIn =
      c.req.header('authorization') !== undefined || getCookie(c, session) !== undefined
    const refusal = clustering.refusal(isSignedIn)
    if (refusal) throw refusal
    const asked = getCookie(c, cookie)
    const seen = Math.max(Number(c.req.header(POSITION_HEADER) ?? 0), Number(asked ?? 0))
    // A stream that goes on has seen more than its page; who signs in was at another node a moment ago.
    const hasSeenMore = c.req.header('last-event-id') !== undefined || SIGN_IN.test(c.req.path)
    clustering.reach(hasSeenMore ? Infinity : seen)
    await next()
    const position = clustering.position()
    // What anybody may cache is the same for everybody. Somebody who signs in has no session yet.
    const mayBeCached = !isSignedIn && ['GET', 'HEAD'].includes(c.req.method)
    if (mayBeCached) return
    c.header(POSITION_HEADER, String(position))
    if (position > Number(asked ?? 0)) {
      setCookie(c, cookie, String(position), {httpOnly: true, sameSite: 'Lax', path: '/'})
    }
  })
}
