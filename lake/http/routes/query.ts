// GET and POST /data/query/:dataset — GROQ for whoever asks, within what they may read.
import {Hono} from 'hono'
import {BadRequest} from '../../errors.ts'
import {liveTag} from '../../listen/live-feed.ts'
import type {QueryEngine} from '../../query/engine.ts'
import {defaultPerspective} from '../../query/perspective.ts'
import type {LogTable} from '../../store/log.ts'
import type {Json} from '../../types.ts'
import {readJsonBody} from '../body.ts'
import {clientAddress} from '../client-address.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import {groqParams} from '../groq-params.ts'

/** What every route that reads through the query engine needs. */
export interface ReadingDeps {
  engine: Pick<QueryEngine, 'query' | 'queryJson'>
  /** A reader sees at least what was committed before the request came: their own writes. */
  log: Pick<LogTable, 'last'>
  hasDataset: (name: string) => boolean
}

/**
 * Answers `{ms, query, result, syncTags}`; `returnQuery=false` leaves the query out. Other options
 * of the hosted API (`tag`, `resultSourceMap`, `lastLiveEventId`, `cacheMode`, `variant`) are taken
 * and change nothing. Mounted below `/:version`, which decides the default perspective.
 */
export function queryRoutes({engine, log, hasDataset}: ReadingDeps): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()

  routes.on(['GET', 'POST'], '/data/query/:dataset', async (c) => {
    const dataset = existingDataset(c, hasDataset)
    const search = new URL(c.req.url).searchParams
    // Studios and clients switch to POST above about 11 kB; all but query and params stays in the URL.
    const body = c.req.method === 'POST' ? (await readJsonBody(c)).value : {}
    const query = body['query'] ?? search.get('query')
    if (typeof query !== 'string' || query.trim() === '') {
      throw new BadRequest('Send the GROQ query as "query".', 'queryMissing')
    }
    const actor = c.get('actor')
    const {json, ms} = await engine.queryJson({
      dataset,
      query,
      params: {...groqParams(search), ...paramsOfBody(body['params'])},
      perspective: search.get('perspective') || defaultPerspective(c.req.param('version') ?? 'vX'),
      actor,
      // All readers are one actor; those at one address wait together.
      ...(actor.kind === 'anonymous' ? {party: `reader at ${clientAddress(c)}`} : {}),
      atLeast: log.last(),
    })
    const echo = search.get('returnQuery') === 'false' ? {} : {query}
    const head = JSON.stringify({ms, ...echo, syncTags: [liveTag('any')]})
    return c.body(`${head.slice(0, -1)},"result":${json}}`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
    })
  })
  return routes
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
