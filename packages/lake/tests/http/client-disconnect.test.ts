// A client that closes its connection ends its query. The budget is endless here: only the end of the connection can
// end an evaluation.
import {Hono} from 'hono'
import {request} from 'node:http'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {DATASET, doc} from '@copydesk/groq/tests/fixture.ts'
import {createOriginalGrants} from '../../src/assets/original-grant.ts'
import type {LakeEnv} from '../../src/http/context.ts'
import {answerError} from '../../src/http/errors.ts'
import {createQueryCache} from '../../src/http/query-cache.ts'
import {documentsRoutes} from '../../src/http/routes/documents.ts'
import {exportRoutes} from '../../src/http/routes/export.ts'
import {queryRoutes} from '../../src/http/routes/query.ts'
import {referencesRoutes} from '../../src/http/routes/references.ts'
import {listen, type Listening} from '../../src/serve/listen.ts'
import type {Actor} from '../../src/types.ts'
import {ANYONE, createFixture, JOURNALIST} from '../query/fixture.ts'

/** Compares all documents with each other three times over. */
const ENDLESS =
  '*[count(*[_id != ^._id && count(*[_id != ^._id && count(*[_id != ^._id && _id != ^.^.^._id]) > 0]) > 0]) > 0]'

let fixture: ReturnType<typeof createFixture>
let listening: Listening
let actor: Actor
let arrived: number
let statuses: number[]

beforeEach(async () => {
  arrived = 0
  statuses = []
  fixture = createFixture({budgetMs: 600_000, threads: {least: 1, most: 1}})
  fixture.write(Array.from({length: 300}, (_, n) => doc(`n${n}`, 'article', {n})))
  // The thread has read the documents.
  await fixture.ask('count(*)')
  const queryCache = createQueryCache({
    ...fixture,
    clock: () => fixture.time.now,
    invalidation: {follow: () => 0, validUntil: (_reader, _keys, position) => position},
    audienceOf: ({actor: {id}}) => id,
  })
  const app = new Hono<LakeEnv>()
  app.onError((error, c) => answerError(error, c))
  app.use(async (c, next) => {
    arrived += 1
    c.set('actor', actor)
    await next()
    statuses.push(c.res.status)
  })
  const originalGrants = createOriginalGrants(() => fixture.time.now)
  const deps = {...fixture, queryCache, originalGrants, hasDataset: () => true}
  for (const routes of [queryRoutes, documentsRoutes, exportRoutes, referencesRoutes]) {
    app.route('/:version', routes(deps))
  }
  listening = await listen({
    host: '127.0.0.1',
    port: 0,
    fetch: (asked, bindings) => app.fetch(asked, bindings),
  })
})
afterEach(async () => {
  await listening.close()
  await fixture.close()
})

const send = (query: string, more: Record<string, string> = {}) =>
  get(`query/${DATASET}?${new URLSearchParams({query, perspective: 'raw', ...more})}`)

/** Sends a request; `hangUp` closes its connection. */
function get(path: string) {
  const sent = request({port: listening.port, path: `/v2025-02-19/data/${path}`})
  const answered = new Promise<number | undefined>((resolve) => {
    sent.once('response', (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode))
    })
    sent.once('error', () => resolve(undefined))
  })
  sent.end()
  return {answered, hangUp: () => void sent.destroy()}
}
const load = () => fixture.engine.load()
const until = <T>(read: () => T) => expect.poll(read, {timeout: 10_000})

test.each<[string, Actor, Record<string, string>]>([
  ['a reader', ANYONE, {}],
  ['a journalist', JOURNALIST, {}],
  ['a journalist who asks for an explanation', JOURNALIST, {explain: 'true'}],
])('ends the running and the waiting query of %s', async (_who, who, more) => {
  actor = who
  const running = send(ENDLESS, more)
  await until(load).toMatchObject({busy: 1, waiting: 0})
  const waiting = send(`${ENDLESS}[0]`, more)
  await until(load).toMatchObject({busy: 1, waiting: 1})
  waiting.hangUp()
  await until(load).toMatchObject({busy: 1, waiting: 0})
  running.hangUp()
  await until(load).toMatchObject({busy: 0, waiting: 0, killed: 0})
  await until(() => statuses).toEqual([499, 499])
  expect(await send('count(*)').answered).toBe(200)
})

test.each([`doc/${DATASET}/n1`, `export/${DATASET}`, `references/${DATASET}/documents/n1/to`])(
  'ends the waiting request for %s',
  async (path) => {
    actor = JOURNALIST
    const running = send(ENDLESS)
    await until(load).toMatchObject({busy: 1, waiting: 0})
    const waiting = get(path)
    await until(load).toMatchObject({busy: 1, waiting: 1})
    waiting.hangUp()
    await until(load).toMatchObject({busy: 1, waiting: 0})
    await until(() => statuses).toEqual([499])
    running.hangUp()
    await until(load).toMatchObject({busy: 0, killed: 0})
  },
)

test('ends a query that the cache of responses sent on', async () => {
  actor = ANYONE
  expect(await send('count(*)').answered).toBe(200)
  const running = send(ENDLESS)
  await until(load).toMatchObject({busy: 1})
  // Not seen by the app: the head of the first response serves this request too.
  expect(statuses).toEqual([200])
  running.hangUp()
  await until(load).toMatchObject({busy: 0, killed: 0})
  await until(() => statuses).toEqual([200, 499])
})

test('leaves the query to a second client that waits for the same response', async () => {
  actor = ANYONE
  const [first, second] = [send(ENDLESS), send(ENDLESS)]
  await until(() => arrived).toBe(2)
  await until(load).toMatchObject({busy: 1})
  first.hangUp()
  await until(() => statuses).toEqual([499])
  expect(load()).toMatchObject({busy: 1})
  second.hangUp()
  await until(load).toMatchObject({busy: 0, killed: 0})
})
