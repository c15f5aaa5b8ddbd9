// GET and POST /data/query/:dataset — GROQ for whoever asks, within what they may read.
import {Hono, type Context} from 'hono'
import {BadRequest} from '../../errors.ts'
import {isStranger} from '../../grants.ts'
import {callerOf} from '../../query/caller.ts'
import type {QueryEngine} from '../../query/engine.ts'
import {defaultPerspective} from '@copydesk/groq/documents'
import type {LogTable} from '../../store/log.ts'
import type {Actor, Json} from '../../types.ts'
import type {Answers, AskedQuery} from '../query-cache.ts'
import {MAX_JSON_BYTES, readJsonBody} from '../body.ts'
import {clientAddress} from '../client-address.ts'
import {isKnownToClient} from '../conditional.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import {assertMayExplain, explainedAnswer, explainedOf} from '../explained-answer.ts'
import {groqParams} from '../groq-params.ts'
import {repetitionOf, type Repetition} from '../response-cache-policy.ts'

/** What every route that reads through the query engine needs. */
export interface ReadingDeps {
  engine: Pick<QueryEngine, 'query' | 'queryJson'>
  /** A reader sees at least what was committed before the request came: their own writes. */
  log: Pick<LogTable, 'last'>
  hasDataset: (name: string) => boolean
}

export interface QueryRoutesDeps extends ReadingDeps {
  answers: Answers
}

/** Of the body of a query without a token: all of it is read on the thread that saves. */
const STRANGERS_BYTES = 256 * 1024

/** Anybody's cache may keep it and asks each time whether it still holds: a change shows at once. */
const FOR_ALL = 'public, max-age=0, must-revalidate'
/** What staff read stays on no disk: it may be confidential. */
const FOR_ONE = 'private, no-store'
/** With a credential the same address has another answer; CORS headers depend on the page. */
const VARY = 'Authorization, Cookie, Origin'

const JSON_TEXT = {'Content-Type': 'application/json; charset=utf-8'}

/**
 * Answers `{ms, query, result, syncTags}`; `returnQuery=false` leaves the query out, and
 * `resultSourceMap` adds where the result comes from, `explain` how it was found. Other options of the hosted API (`tag`,
 * `lastLiveEventId`, `cacheMode`, `variant`) are taken and change nothing. What the client has already (`If-None-Match`) is answered 304. Mounted below `/:version`, which decides the default perspective.
 */
export function queryRoutes({answers, engine, log, hasDataset}: QueryRoutesDeps): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()

  routes.on(['GET', 'POST'], '/data/query/:dataset', async (c) => {
    const actor = c.get('actor')
    const version = c.req.param('version') ?? 'vX'
    const whence = {dataset: existingDataset(c, hasDataset), version, actor}
    const search = searchOf(c.req.url)
    // Studios and clients switch to POST above about 11 kB; all but query and params stays in the URL.
    const most = isStranger(actor) ? STRANGERS_BYTES : MAX_JSON_BYTES
    const body = c.req.method === 'POST' ? (await readJsonBody(c, most)).value : {}
    const asked = askedOf({...whence, search, body, address: clientAddress(c)})
    const explained = explainedOf(search.get('explain'))
    if (explained) {
      assertMayExplain(actor)
      c.header('Cache-Control', FOR_ONE)
      c.header('Vary', VARY)
      return c.body(await explainedAnswer({answers, engine, log}, asked, explained), 200, JSON_TEXT)
    }
    const repetition = isNobodys(c) ? repetitionOf(c) : undefined
    if (repetition?.failure) throw repetition.failure.error
    const {body: answer, etag, isSame} = await answers(asked)
    if (repetition) {
      repetition.count = answers.countKept
      if (isSame) repetition.isSame = isSame
      if (isSimple(c)) repetition.another = anotherFor({answers, whence})
    }
    c.header('Cache-Control', actor.kind === 'anonymous' ? FOR_ALL : FOR_ONE)
    c.header('Vary', VARY)
    if (c.req.method !== 'POST') {
      c.header('ETag', etag)
      if (isKnownToClient(c, etag)) return c.body(null, 304)
    }
    return c.body(answer, 200, JSON_TEXT)
  })
  return routes
}

interface Whence {
  dataset: string
  version: string
  actor: Actor
}

/** @throws BadRequest where it is no question */
function askedOf({
  dataset,
  version,
  actor,
  search,
  body,
  address,
}: Whence & {
  search: URLSearchParams
  body: Record<string, unknown>
  address: string
}): AskedQuery {
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

/** Without these nothing about who asks, or from where, can change between two requests. */
const isNobodys = (c: Context): boolean =>
  ['cookie', 'authorization', 'origin'].every((name) => c.req.header(name) === undefined)

/** Its answer’s head is the same for each question. */
const isSimple = (c: Context): boolean =>
  c.req.method === 'GET' && c.req.header('if-none-match') === undefined

/** Letters that mean the same however an address is taken apart. */
const PLAIN_SEARCH = /^[!$%&'()*+,\-./\w:;=?@[\]~]*$/

const anotherFor =
  ({answers, whence}: {answers: Answers; whence: Whence}): Repetition['another'] =>
  (text, address) => {
    if (!PLAIN_SEARCH.test(text)) return undefined
    const search = new URLSearchParams(text)
    if (search.has('explain')) return undefined
    try {
      return answers(askedOf({...whence, search, body: {}, address}))
    } catch {
      // Whoever answers errors meets it again.
      return undefined
    }
  }

/** What stands between `?` and `#`. */
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
