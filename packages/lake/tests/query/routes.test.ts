import {Hono} from 'hono'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {createOriginalGrants} from '../../src/assets/original-grant.ts'
import {createQueryCache} from '../../src/http/query-cache.ts'
import type {LakeEnv} from '../../src/http/context.ts'
import {answerError} from '../../src/http/errors.ts'
import {documentsRoutes} from '../../src/http/routes/documents.ts'
import {exportRoutes} from '../../src/http/routes/export.ts'
import {queryRoutes} from '../../src/http/routes/query.ts'
import {referencesRoutes} from '../../src/http/routes/references.ts'
import type {Actor} from '../../src/types.ts'
import {ANYONE, createFixture, JOURNALIST} from './fixture.ts'
import {DATASET, doc} from '@copydesk/groq/tests/fixture.ts'

let fixture: ReturnType<typeof createFixture>
let actor: Actor
let app: Hono<LakeEnv>

beforeEach(() => {
  actor = ANYONE
})
beforeAll(() => {
  fixture = createFixture()
  const queryCache = createQueryCache({
    ...fixture,
    clock: () => fixture.time.now,
    invalidation: {follow: () => fixture.log.last(), validUntil: () => null},
    audienceOf: ({actor}) => actor.id,
  })
  const hasDataset = (name: string): boolean => name === DATASET
  const originalGrants = createOriginalGrants(() => fixture.time.now)
  const deps = {...fixture, queryCache, hasDataset, originalGrants}
  const api = new Hono<LakeEnv>()
  api.use(async (c, next) => {
    c.set('actor', actor)
    await next()
  })
  for (const routes of [queryRoutes, documentsRoutes, referencesRoutes, exportRoutes]) {
    api.route('/', routes(deps))
  }
  app = new Hono<LakeEnv>().route('/:version', api)
  app.onError((error, c) => answerError(error, c))
  fixture.write([
    doc('a', 'article', {headline: 'One', by: {_ref: 'p'}}),
    doc('drafts.a', 'article', {headline: 'Two', body: [{_key: 'k', by: {_ref: 'p'}}]}),
    doc('p', 'author', {name: 'Ada'}),
    doc('secret', 'secret', {owner: 'somebody'}),
    doc('private.source.s', 'privateSource'),
  ])
})
afterAll(() => fixture.close())

const get = async (path: string, init?: RequestInit) => {
  const response = await app.request(path, init)
  return {status: response.status, body: await response.json()}
}
const query = (groq: string, more: Record<string, string> = {}, version = 'v2025-02-19') =>
  get(`/${version}/data/query/${DATASET}?${new URLSearchParams({query: groq, ...more})}`)
const post = (body: string, search = '', version = 'v2025-02-19') =>
  get(`/${version}/data/query/${DATASET}${search}`, {method: 'POST', body})

const ids = (body: any): string[] => body.documents.map(({_id}: {_id: string}) => _id)

/** The lines of an export, parsed. */
const lines = async (search = ''): Promise<any[]> => {
  const response = await app.request(`/v1/data/export/${DATASET}${search}`)
  expect(response.status).toBe(200)
  const text = await response.text()
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('GET and POST /data/query', () => {
  test('return the result with the query and its time', async () => {
    const {status, body} = await query('*[_type == $type]{name}', {$type: '"author"'})
    expect(status).toBe(200)
    expect(body).toEqual({
      ms: expect.any(Number),
      query: '*[_type == $type]{name}',
      result: [{name: 'Ada'}],
      syncTags: ['s1:author'],
    })
    expect((await query('*', {returnQuery: 'false'})).body).not.toHaveProperty('query')
  })

  test('read query and parameters from a body, options from the address', async () => {
    actor = JOURNALIST
    const asked = JSON.stringify({query: '*[_id == $id][0].headline', params: {id: 'a'}})
    expect((await post(asked, '?perspective=drafts')).body.result).toBe('Two')
    expect((await post(asked)).body.result).toBe('One')
  })

  test('see published documents from 2025-02-19 on, and all documents before, without a perspective', async () => {
    actor = JOURNALIST
    const ids = '*[_type == "article"]._id'
    expect((await query(ids)).body.result).toEqual(['a'])
    expect((await query(ids, {}, 'vX')).body.result).toEqual(['a'])
    expect((await query(ids, {}, 'v2021-06-07')).body.result).toEqual(['a', 'drafts.a'])
    expect((await query(ids, {}, 'v1')).body.result).toEqual(['a', 'drafts.a'])
    expect((await query(ids, {perspective: 'raw'})).body.result).toEqual(['a', 'drafts.a'])
    expect(
      (await query('*[_id == "a"][0]._originalId', {perspective: 'previewDrafts'})).body.result,
    ).toBe('drafts.a')
  })

  test('show anonymous readers only published documents', async () => {
    expect((await query('*._id', {perspective: 'raw'})).body.result).toEqual(['a', 'p', 'secret'])
    expect((await query('*[_id == "a"][0].headline', {perspective: 'drafts'})).body.result).toBe(
      'One',
    )
  })

  test('see a write that came before the request', async () => {
    fixture.write([doc('new')])
    expect((await query('defined(*[_id == "new"][0])')).body.result).toBe(true)
    fixture.write(['new'])
    expect((await query('defined(*[_id == "new"][0])')).body.result).toBe(false)
  })

  test.each([
    ['malformed GROQ', () => query('*[_type == '), 'queryParseError'],
    ['a missing parameter', () => query('*[_id == $id]'), 'queryParseError'],
    ['an unknown function', () => query('nonsense()'), 'queryParseError'],
    ['a function out of its place', () => query('text::query("a")'), 'queryParseError'],
    ['no query', () => query(''), 'queryMissing'],
    ['an unknown perspective', () => query('*', {perspective: 'a b'}), 'invalidPerspective'],
    ['a parameter that is no JSON', () => query('$id', {$id: 'text'}), 'malformedParameter'],
    [
      'parameters that are no object',
      () => post('{"query": "*", "params": [1]}'),
      'malformedParameter',
    ],
    ['a body that is no JSON', () => post('{query'), 'malformedJson'],
    ['a query that is no text', () => post('{"query": 5}'), 'queryMissing'],
  ])('refuse %s', async (_what, ask, type) => {
    const {status, body} = await ask()
    expect(status).toBe(400)
    expect(body.error).toMatchObject({type, description: expect.stringMatching(/\w/)})
  })

  test('report the position of an error, and a wrong parameter', async () => {
    const groq = '*[_type = "a"]'
    expect((await query(groq)).body.error).toEqual({
      type: 'queryParseError',
      description: 'Unexpected "="',
      query: groq,
      start: 8,
      end: 9,
    })
    expect((await query('$id', {$id: '{'})).body.error).toMatchObject({
      parameter: '$id',
      description: expect.stringContaining('$id'),
    })
  })

  test('refuse another dataset', async () => {
    expect((await get('/vX/data/query/elsewhere?query=*')).status).toBe(404)
    expect((await get('/vX/data/doc/elsewhere/a')).status).toBe(404)
    expect((await get('/vX/data/export/elsewhere')).status).toBe(404)
    expect((await get('/vX/data/references/elsewhere/documents/a/to')).status).toBe(404)
  })
})

describe('GET /data/doc', () => {
  test('returns documents as stored, in the requested order, with the reason for missing ones', async () => {
    actor = JOURNALIST
    const {body} = await get(`/v1/data/doc/${DATASET}/p,drafts.a,secret,nothing,p`)
    expect(ids(body)).toEqual(['p', 'drafts.a'])
    expect(body.documents[1]).toMatchObject({headline: 'Two', _rev: 'r1'})
    expect(body.documents[1]).not.toHaveProperty('_originalId')
    expect(body.omitted).toEqual([
      {id: 'secret', reason: 'permission'},
      {id: 'nothing', reason: 'existence'},
    ])
  })

  test('does not reveal that a draft exists', async () => {
    const {body} = await get(`/v1/data/doc/${DATASET}/drafts.a,drafts.none,private.source.s`)
    expect(body.documents).toEqual([])
    expect(body.omitted.map(({reason}: any) => reason)).toEqual([
      'existence',
      'existence',
      'existence',
    ])
  })

  test('returns no content to a probe', async () => {
    actor = JOURNALIST
    const {body} = await get(`/v1/data/doc/${DATASET}/a,none?excludeContent=true`)
    expect(body).toEqual({
      documents: [{_id: 'a', _type: 'article'}],
      omitted: [{id: 'none', reason: 'existence'}],
    })
  })

  test('adds readable drafts and versions on request', async () => {
    const path = `/v1/data/doc/${DATASET}/a?includeAllVersions=true`
    expect(ids((await get(path)).body)).toEqual(['a'])
    actor = JOURNALIST
    expect(ids((await get(path)).body)).toEqual(['a', 'drafts.a'])
  })
})

describe('GET /data/references', () => {
  const path = `/vX/data/references/${DATASET}/documents/p/to`

  test('lists the documents that refer to a document, with paths', async () => {
    actor = JOURNALIST
    expect((await get(path)).body).toEqual({
      totalCount: 2,
      references: [
        {documentId: 'a', datasetName: DATASET, paths: ['by']},
        {documentId: 'drafts.a', datasetName: DATASET, paths: ['body[_key=="k"].by']},
      ],
    })
    expect((await get(`${path}?excludePaths=true`)).body.references[0]).not.toHaveProperty('paths')
  })

  test('has no references from other datasets, and hides unreadable ones', async () => {
    actor = JOURNALIST
    expect((await get(`${path}?excludeInternalReferences=true&excludePaths=true`)).body).toEqual({
      totalCount: 0,
      references: [],
    })
    actor = ANYONE
    expect((await get(path)).body.totalCount).toBe(1)
  })
})

describe('GET /data/export', () => {
  test('streams everything that the actor may read, page by page', async () => {
    actor = JOURNALIST
    fixture.write(
      Array.from({length: 250}, (_, n) => doc(`n${String(n).padStart(3, '0')}`, 'note', {n})),
    )
    const all = await lines()
    const ids = all.map(({_id}) => _id)
    expect(ids).toHaveLength(254)
    expect(ids).toEqual(ids.toSorted())
    expect(all.find(({_id}) => _id === 'drafts.a')).toMatchObject({headline: 'Two', _rev: 'r1'})
    expect(ids).not.toContain('secret')
    expect((await lines('?types=author,nothing')).map(({_id}) => _id)).toEqual(['p'])
  })

  test('is refused to anonymous readers', async () => {
    expect((await get(`/v1/data/export/${DATASET}`)).status).toBe(401)
  })
})
