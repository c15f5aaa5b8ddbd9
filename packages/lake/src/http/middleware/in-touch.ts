// On a node of a cluster: a caller who has seen what another node wrote is never shown less. A node without connection to
// the others answers for a while, and then says so.
import {getCookie, setCookie} from 'hono/cookie'
import {createMiddleware} from 'hono/factory'
import {createSessionCookie} from '../../access/cookie.ts'
import type {Clustering} from '../../parts/clustering.ts'
import type {LakeEnv} from '../context.ts'
import type {QueryResponse} from '../query-cache.ts'
import {cachePolicyOf, type ResponseCachePolicy} from '../response-cache-policy.ts'

/** Programs send it back with their next request. Browsers have a cookie instead. */
export const POSITION_HEADER = 'X-Lake-Position'

/** A load balancer adds it when no node is in touch with the others. It removes what clients send. */
const NO_NODE_IN_TOUCH = 'X-Lake-No-Node-In-Touch'

/** Of a query: the last event of `/data/live/events` that its caller has seen. */
const HEARD = 'lastLiveEventId'
const SIGN_IN = /\/auth\/|^\/login|^\/sign-in/
/** Pictures and files may be cached with their headers. */
const CACHED = /^\/(?:images|files)\//

export interface InTouchOptions {
  /** Of the product: the cookie's name is `<prefix>_position`. */
  prefix: string
  /** Whether people come only over https. */
  https: boolean
}

/** Comes before everything that reads or writes. */
export function inTouch(clustering: Clustering, {prefix, https}: InTouchOptions) {
  const name = `${prefix}_position`
  const session = createSessionCookie(prefix)
  return createMiddleware<LakeEnv>(async function inTouchWithOthers(c, next) {
    const isPerson = session.read(c.req.header('cookie')) !== undefined
    const isSignedIn = isPerson || c.req.header('authorization') !== undefined
    const isForReaders = !isSignedIn && c.req.header(NO_NODE_IN_TOUCH) !== undefined
    const refusal = clustering.refusal(isForReaders)
    if (refusal) throw refusal
    const [cluster, cookie] = (getCookie(c, name) ?? '').split('.')
    // A cookie of an earlier cluster counts from elsewhere.
    const known = cluster === clustering.shortId ? positionIn(cookie) : 0
    // A stream that goes on, or a page whose stream has announced a change.
    const heard = c.req.header('last-event-id') ?? c.req.query(HEARD)
    await clustering.reach({
      position: Math.max(positionIn(c.req.header(POSITION_HEADER)), known),
      event: Number.parseInt(heard ?? '', 10) || 0,
    })
    // Who signs in was at another node a moment ago. A studio may have its streams at another node: what it reads after an
    // event must have it.
    if (SIGN_IN.test(c.req.path) || (isPerson && reads(c.req))) await clustering.freshen()
    await next()
    if (!isSignedIn) guardCached(cachePolicyOf(c), clustering)
    const isRead = ['GET', 'HEAD'].includes(c.req.method)
    // What anybody may cache is the same for everybody. Somebody who signs in has no session yet.
    if (CACHED.test(c.req.path) || (isRead && !isSignedIn)) return
    const position = clustering.position()
    c.header(POSITION_HEADER, String(position))
    if (position <= known) return
    const options = {httpOnly: true, sameSite: 'Lax', path: '/', secure: https} as const
    setCookie(c, name, `${clustering.shortId}.${position}`, options)
  })
}

/** What is sent again without this middleware is for strangers, and held to the same. */
function guardCached(policy: ResponseCachePolicy | undefined, clustering: Clustering): void {
  if (!policy) return
  const {isValid, answerSearch} = policy
  const isInTouch = (): boolean => clustering.refusal() === null
  if (isValid) policy.isValid = () => isInTouch() && isValid()
  if (!answerSearch) return
  policy.answerSearch = (search, from) =>
    isInTouch() && !search.includes(HEARD)
      ? answerSearch(search, from)?.then((answer) => guarded(answer, isInTouch))
      : undefined
}

/** It may be stored, too. */
const guarded = ({isValid, ...answer}: QueryResponse, isInTouch: () => boolean): QueryResponse =>
  isValid ? {...answer, isValid: () => isInTouch() && isValid()} : answer

const reads = ({method, path}: {method: string; path: string}): boolean =>
  /\/data\/(?:query|doc|history)\//.test(path) &&
  (method !== 'POST' || /\/data\/query\//.test(path))

const positionIn = (text = ''): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0)
