// GET /data/live/events/:dataset: tells front ends which tags changed, so that they fetch again.
import {Hono} from 'hono'
import {Unauthenticated} from '../../errors.ts'
import {isStranger} from '../../grants.ts'
import type {Hub} from '../../listen/hub.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'
import {createEventStream, EVENT_STREAM_HEADERS, listenerOf} from '../event-stream.ts'

export interface LiveDependencies {
  hub: Pick<Hub, 'live'>
  hasDataset: (name: string) => boolean
}

/** Mounted below `/:version`. Anonymous readers get events only of published documents. */
export function liveRoutes({hub, hasDataset}: LiveDependencies): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/data/live/events/:dataset', (c) => {
    const dataset = existingDataset(c, hasDataset)
    const actor = listenerOf(c.get('actor'))
    const includeDrafts = c.req.query('includeDrafts') === 'true'
    if (includeDrafts && isStranger(actor)) throw new Unauthenticated()
    const lastEventId = c.req.header('last-event-id')

    // As in listen.ts: for HEAD nobody would read or close the stream.
    if (c.req.method === 'HEAD') return c.body(null, 200, EVENT_STREAM_HEADERS)
    const {sink, body, whenClosed} = createEventStream(actor)
    const request = {dataset, actor, includeDrafts, ...(lastEventId && {lastEventId})}
    whenClosed(hub.live(request, sink))
    return c.body(body, 200, EVENT_STREAM_HEADERS)
  })
}
