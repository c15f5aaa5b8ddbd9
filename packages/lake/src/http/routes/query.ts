// GET and POST /data/query/:dataset: GROQ on the documents that the caller may read.
import {Hono, type Context} from 'hono'
import {BadRequest, LakeError} from '../../errors.ts'
import {isStranger} from '../../grants.ts'
import {callerOf} from '../../query/caller.ts'
import type {QueryEngine} from '../../query/engine.ts'
import {defaultPerspective} from '@copydesk/groq/documents'
import type {LogTable} from '../../store/log.ts'
import type {Actor, Json} from '../../types.ts'
import type {QueryCache, QueryRequest} from '../query-cache.ts'
import {MAX_JSON_BYTES, readJsonBody} from '../body.ts'
import {clientAddress} from '../client-address.ts'
import {isKnownToClient} from '../conditional.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import {assertMayExplain, explainedAnswer, explainedOf} from '../explained-answer.ts'
import {groqParams} from '../groq-params.ts'
import {cachePolicyOf, type ResponseCachePolicy} from '../response-cache-policy.ts'

/** Dependencies of every route that reads through the query engine. */
export interface ReadingDeps {
  engine: Pick<QueryEngine, 'query' | 'queryJson'>
  /** A reader sees at least what was committed before their request: their own writes. */
  log: Pick<LogTable, 'last'>
  hasDataset: (name: string) => boolean
}

export interface QueryRoutesDeps extends ReadingDeps {
  queryCache: QueryCache
}

/** Limit for the body of an anonymous query: it is parsed on the thread that saves. */
const STRANGERS_BYTES = 256 * 1024

/** Any cache may store it, and must revalidate it each time: a change shows at once. */
const FOR_ALL = 'public, max-age=0, must-revalidate'
/** Responses to staff are stored on no disk: they may be confidential. */
const FOR_ONE = 'private, no-store'
/** The response depends on the credential, and CORS headers on the page. */
const VARY = 'Authorization, Cookie, Origin'

const JSON_TEXT = {'Content-Type': 'application/json; charset=utf-8'}

/**
 * Responds with `{ms, query, result, syncTags}`. `returnQuery=false` leaves the query out. `resultSourceMap` adds where
 * the result comes from, and `explain` how it was found. A node of a cluster has what the event
 * `lastLiveEventId` announced. Other options of the hosted API (`tag`, `cacheMode`, `variant`) are accepted and change
 * nothing. `If-None-Match` gets a 304 if the client has the response
 * already. Mounted below `/:version`, which decides the default perspective.
 */
export function queryRoutes(deps: QueryRoutesDeps): Hono<LakeEnv> {
  const {queryCache, hasDataset} = deps
  const routes = new Hono<LakeEnv>()

  routes.on(['GET', 'POST'], '/data/query/:dataset', async (c) => {
    const actor = c.get('actor')
    const version = c.req.param('version') ?? 'vX'
    const target = {dataset: existingDataset(c, hasDataset), version, actor}
    const search = searchOf(c.req.url)
    // Studios and clients use POST above about 11 kB. Everything but query and params stays in the URL.
    const most = isStranger(actor) ? STRANGERS_BYTES : MAX_JSON_BYTES
    const body = c.req.method === 'POST' ? (await readJsonBody(c, most)).value : {}
    const request = requestOf({...target, search, body, address: clientAddress(c)})
    const {signal} = c.req.raw
    const explained = explainedOf(search.get('explain'))
    if (explained) {
      assertMayExplain(actor)
      c.header('Cache-Control', FOR_ONE)
      c.header('Vary', VARY)
      const answer = explainedAnswer(deps, {request, how: explained, signal})
      return c.body(await whileConnected(signal, answer), 200, JSON_TEXT)
    }
    const policy = hasNoCredentials(c) ? cachePolicyOf(c) : undefined
    if (policy?.failure) throw policy.failure.error
    const response = await whileConnected(signal, queryCache.answer(request, signal))
    if (policy) {
      policy.countHit = queryCache.countHit
      if (response.isValid) policy.isValid = response.isValid
      if (isUnconditional(c)) policy.answerSearch = answerSearch(deps, target)
    }
    c.header('Cache-Control', actor.kind === 'anonymous' ? FOR_ALL : FOR_ONE)
    c.header('Vary', VARY)
    if (c.req.method !== 'POST') {
      c.header('ETag', response.etag)
      if (isKnownToClient(c, response.etag)) return c.body(null, 304)
    }
    return c.body(response.body, 200, JSON_TEXT)
  })
  return routes
}

interface Target {
  dataset: string
  version: string
  actor: Actor
}

/** @throws BadRequest if there is no query, or a parameter is malformed */
function requestOf({
  dataset,
  version,
  actor,
  search,
  body,
  address,
}: Target & {
  search: URLSearchParams
  body: Record<string, unknown>
  address: string
}): QueryRequest {
  const query = body['query'] ?? search.get('query')
  if (typeof query !== 'string' || query.trim() === '') {
    throw new BadRequest('Send the GROQ query as "query".', 'queryMissing')
  }
  return {
    dataset,
    query,
    params: {...groqParams(search), ...paramsOfBody(body['params'])},
    perspective: search.get('perspective') || defaultPerspective(version),
    ...sourceMapOf(search.get('resultSourceMap')),
    actor,
    caller: callerOf(actor, {address}),
    echo: search.get('returnQuery') !== 'false',
  }
}

/** Without these headers, two requests with the same headers come from the same anonymous reader. */
const hasNoCredentials = (c: Context): boolean =>
  ['cookie', 'authorization', 'origin'].every((name) => c.req.header(name) === undefined)

/** Its response has the same status and headers for each query. */
const isUnconditional = (c: Context): boolean =>
  c.req.method === 'GET' && c.req.header('if-none-match') === undefined

/** Characters that every parser of addresses takes for the same. */
const PLAIN_SEARCH = /^[!$%&'()*+,\-./\w:;=?@[\]~]*$/

const answerSearch =
  (
    {queryCache, hasDataset}: QueryRoutesDeps,
    target: Target,
  ): ResponseCachePolicy['answerSearch'] =>
  (text, {address, signal}) => {
    // The dataset may have been deleted since.
    if (!PLAIN_SEARCH.test(text) || !hasDataset(target.dataset)) return undefined
    const search = new URLSearchParams(text)
    if (search.has('explain')) return undefined
    try {
      const request = requestOf({...target, search, body: {}, address})
      return whileConnected(signal, queryCache.answer(request, signal))
    } catch {
      // The route throws the same error, and answers it.
      return undefined
    }
  }

/** @throws LakeError 499 if the client closes the connection before the result is there */
async function whileConnected<T>(signal: AbortSignal, result: Promise<T>): Promise<T> {
  try {
    return await result
  } catch (error) {
    if (!signal.aborted) throw error
    throw new LakeError(499, 'abandoned', 'The client closed the connection.')
  }
}

/** The part between `?` and `#`. */
const searchOf = (url: string): URLSearchParams =>
  new URLSearchParams(/^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? '')

/** `true`, or `withKeyArraySelector` as stega asks. */
function sourceMapOf(asked: string | null): {sourceMap?: 'byIndex' | 'byKey'} {
  if (!asked || asked === 'false') return {}
  if (asked === 'true') return {sourceMap: 'byIndex'}
  if (asked === 'withKeyArraySelector') return {sourceMap: 'byKey'}
  throw new BadRequest(
    '"resultSourceMap" must be true, false or withKeyArraySelector.',
    'malformedParameter',
    {parameter: 'resultSourceMap'},
  )
}

function paramsOfBody(params: unknown): Record<string, Json> {
  if (params === undefined || params === null) return {}
  if (typeof params !== 'object' || Array.isArray(params)) {
    throw new BadRequest('"params" must be an object, by parameter name.', 'malformedParameter', {
      parameter: 'params',
    })
  }
  return params as Record<string, Json>
}
