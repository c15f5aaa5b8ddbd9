// The log has a line for each evaluation, and none for a cached response: it shows an operator which queries make the
// lake work.
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createQueryCache} from '../../src/http/query-cache.ts'
import type {QueryCache, QueryCacheOptions, QueryRequest} from '../../src/http/query-cache.ts'
import {createGrants} from '../../src/grants.ts'
import type {Actor} from '../../src/types.ts'
import {ANYONE, createFixture, JOURNALIST, ROLES} from '../query/fixture.ts'
import {DATASET, doc, NOON} from '@copydesk/groq/tests/fixture.ts'

const QUERY = '*[_type == "author"]{name}'

const grants = createGrants(ROLES, () => NOON)
const audienceOf = ({actor}: {actor: Actor}): string => grants.audienceOf(actor)

let fixture: ReturnType<typeof createFixture>
let isCurrent: boolean
let queryCache: QueryCache
const debug = vi.fn()

beforeEach(() => {
  debug.mockClear()
  isCurrent = true
  fixture = createFixture()
  fixture.write([doc('p', 'author', {name: 'Ada'})])
  queryCache = cacheWith()
})
const cacheWith = (more: Partial<QueryCacheOptions> = {}): QueryCache =>
  createQueryCache({
    ...fixture,
    clock: () => fixture.time.now,
    invalidation: {
      follow: () => 0,
      validUntil: (_reader, _keys, position) => (isCurrent ? position : null),
    },
    audienceOf,
    logger: {debug},
    ...more,
  })
afterEach(() => fixture.close())

const question = {
  dataset: DATASET,
  query: QUERY,
  params: {name: 'a secret'},
  perspective: 'published',
  actor: ANYONE,
  echo: true,
}
const ask = (actor = ANYONE, query = QUERY) => queryCache.answer({...question, actor, query})

it('logs an evaluation with its query and time, and without its parameters', async () => {
  expect((await ask()).body).toContain('Ada')
  expect(debug.mock.calls).toEqual([
    [{by: 'anonymous', tookMs: expect.any(Number), query: QUERY}, 'Query evaluated'],
  ])
})

it('evaluates a thousand equal requests once, until a change', async () => {
  const asked = await Promise.all(Array.from({length: 1_000}, () => ask()))
  expect(new Set(asked.map(({etag}) => etag)).size).toBe(1)
  await ask()
  expect(debug).toHaveBeenCalledTimes(1)
  isCurrent = false
  await ask()
  expect(debug).toHaveBeenCalledTimes(2)
})

it('shares responses between people who may read the same documents, and with nobody else', async () => {
  const colleague = {...JOURNALIST, id: 'u2'}
  fixture.write([doc('s', 'secret', {owner: 'u1'})])
  await ask(JOURNALIST)
  await ask(JOURNALIST)
  expect(debug).toHaveBeenCalledTimes(1)
  // One of a journalist's grants asks who it is.
  await ask(colleague)
  expect(debug).toHaveBeenCalledTimes(2)
  const editor: Actor = {...JOURNALIST, id: 'u3', roles: ['editor']}
  await ask(editor)
  await ask({...editor, id: 'u4'})
  expect(debug).toHaveBeenCalledTimes(3)
})

it('does not share the response to a query that uses its caller’s identity', async () => {
  const editor: Actor = {...JOURNALIST, id: 'u3', roles: ['editor']}
  const mine = async (actor: Actor) => (await ask(actor, '{"me": identity()}')).body
  expect(await mine(editor)).toContain('"me":"u3"')
  expect(await mine({...editor, id: 'u4'})).toContain('"me":"u4"')
  expect(await mine(editor)).toContain('"me":"u3"')
  expect(debug).toHaveBeenCalledTimes(2)
})

it.each<[string, Partial<QueryRequest>]>([
  ['by a program', {actor: {...JOURNALIST, kind: 'token'}}],
  [
    'by the holder of a preview link',
    {actor: {...JOURNALIST, kind: 'shareToken', roles: ['reader'], opens: ['p']}},
  ],
  ['in a stack of drafts', {actor: JOURNALIST, perspective: 'drafts'}],
  ['in a release', {actor: JOURNALIST, perspective: ['summer', 'published']}],
  ['about groups', {actor: JOURNALIST, query: '*[_type == "system.group"]'}],
  ['about groups by parameter', {actor: JOURNALIST, params: {name: 'system.group'}}],
])('always evaluates requests %s', async (_how, asked) => {
  for (let n = 0; n < 2; n++) {
    await queryCache.answer({...question, ...asked})
  }
  expect(debug).toHaveBeenCalledTimes(2)
})

it('limits the size of responses and of the keys that they depend on', async () => {
  queryCache = cacheWith({maxSize: 1_900})
  const long = `*[_id in ["${'x'.repeat(900)}", "${'y'.repeat(900)}"]]`
  const brief = (query: string) => queryCache.answer({...question, query, echo: false})
  await brief(long)
  await brief(long)
  expect(debug).toHaveBeenCalledTimes(1)
  await brief(QUERY)
  await brief(long)
  expect(debug).toHaveBeenCalledTimes(3)
})
