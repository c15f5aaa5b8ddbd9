// GET /data/listen/:dataset: a listener's stream of events.
import {Hono} from 'hono'
import {asLakeError} from '../../as-lake-error.ts'
import {BadRequest, LakeError} from '../../errors.ts'
import {isStranger} from '../../grants.ts'
import type {Hub} from '../../listen/hub.ts'
import type {QueryEngine} from '../../query/engine.ts'
import {callersOf} from '../caller.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import {groqParams} from '../groq-params.ts'
import {createEventStream, EVENT_STREAM_HEADERS, listenerOf} from '../event-stream.ts'

export interface ListenDependencies {
  hub: Pick<Hub, 'listen'>
  engine: Pick<QueryEngine, 'parse'>
  hasDataset: (name: string) => boolean
}

/** From this API version on, listeners get drafts and versions only when they ask for them. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

/** Mounted below `/:version`. The stream of a query that does not parse has a `channelError`. */
export function listenRoutes({hub, engine, hasDataset}: ListenDependencies): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/data/listen/:dataset', async (c) => {
    const dataset = existingDataset(c, hasDataset)
    const query = c.req.query('query')
    if (!query) throw new BadRequest('A listener needs the parameter "query".')
    const isTrue = (name: string): boolean => c.req.query(name) === 'true'
    const lastEventId = c.req.header('last-event-id')
    const actor = listenerOf(c.get('actor'))
    const params = groqParams(new URL(c.req.url).searchParams)
    const request = {
      dataset,
      actor,
      query,
      params,
      includeResult: isTrue('includeResult'),
      includePreviousRevision: isTrue('includePreviousRevision'),
      // True when absent: the studio's pair listener relies on it.
      includeMutations: c.req.query('includeMutations') !== 'false',
      includeAllVersions: isTrue('includeAllVersions') || seesAll(c.req.param('version')),
      visibility: c.req.query('visibility') === 'query' ? 'query' : 'transaction',
      effects: c.req.query('effectFormat') === 'mendoza',
      enableResume: isTrue('enableResume'),
      ...(lastEventId && {lastEventId}),
    } as const

    // For HEAD, Hono calls this route and drops the body unread, so the stream would never be
    // closed.
    if (c.req.method === 'HEAD') return c.body(null, 200, EVENT_STREAM_HEADERS)
    const {sink, body, whenClosed} = createEventStream(request.actor)
    try {
      // Queries of anonymous clients are not parsed on the writing thread.
      const callers = isStranger(actor) ? callersOf(c) : undefined
      const tree = callers && (await engine.parse({query, params, callers}))
      whenClosed(hub.listen({...request, ...(tree && {tree})}, sink))
    } catch (thrown) {
      const error = asLakeError(thrown)
      if (!(error instanceof LakeError) || error.status === 503) throw error
      const {type, message: description, details} = error
      const data = JSON.stringify({error: {type, description, ...details}})
      sink.send([{event: 'channelError', data}])
      sink.end()
    }
    return c.body(body, 200, EVENT_STREAM_HEADERS)
  })
}

function seesAll(version: string | undefined): boolean {
  const date = version?.replace(/^v/, '') ?? ''
  return date === '1' || (/^\d{4}-\d{2}-\d{2}$/.test(date) && date < PUBLISHED_BY_DEFAULT)
}
