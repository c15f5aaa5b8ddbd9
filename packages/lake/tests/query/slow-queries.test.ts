// The log names slow queries, once a minute each, without confidential values.
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {QueryEngineOptions} from '../../src/query/engine.ts'
import {
  createSlowQueries,
  type SlowQueries,
  type SlowQuery,
  type SlowQueryLine,
} from '../../src/query/slow-queries.ts'
import {createFixture, JOURNALIST} from './fixture.ts'
import {DATASET, doc, NOON} from '@copydesk/groq/tests/fixture.ts'

let now: number
let lines: SlowQueryLine[]
let counted: number
let queries: SlowQueries
beforeEach(() => {
  now = NOON
  lines = []
  counted = 0
  queries = createSlowQueries({
    log: (line) => void lines.push(line),
    count: () => void (counted += 1),
    clock: () => now,
  })
})

const slow = (query: string, more: Partial<SlowQuery> = {}): SlowQuery => ({
  dataset: DATASET,
  query,
  params: [],
  perspective: 'published',
  by: {kind: 'user', roles: ['editor']},
  slow: {ms: 300, documents: 9, scans: [], reads: 0},
  wasEnded: false,
  ...more,
})

describe('A line', () => {
  test('is written once a minute for a query, and counts those between', () => {
    for (let time = 0; time < 5; time++) queries.record(slow('*[a]'))
    expect(lines.map(({times}) => times)).toEqual([1])
    now += 59_999
    queries.record(slow('*[a]'))
    expect(lines).toHaveLength(1)
    now += 1
    queries.record(slow('*[a]'))
    expect(lines.map(({times}) => times)).toEqual([1, 6])
    expect(counted).toBe(7)
  })

  test('is the same for a query with other line breaks', () => {
    queries.record(slow('*[a]\n  | order(b)'))
    queries.record(slow('*[a] | order(b)'))
    expect(lines.map(({query}) => query)).toEqual(['*[a] | order(b)'])
  })

  test('is written for sixty queries a minute; the others are counted', () => {
    for (let n = 0; n < 100; n++) queries.record(slow(`*[${n}]`))
    expect(lines).toHaveLength(60)
    expect(counted).toBe(100)
    now += 60_000
    queries.record(slow('*[99]'))
    expect(lines).toHaveLength(61)
  })

  test('has a shortened query if it is long', () => {
    queries.record(slow(`*[_id in ["${'x'.repeat(5_000)}"]]`))
    expect(lines[0]?.query).toHaveLength(1_000)
  })

  test.each<[string, Partial<SlowQuery>, string]>([
    [
      'a scan',
      {
        slow: {
          ms: 1,
          documents: 12_000,
          scans: [{types: ['article'], why: 'noLookUp', times: 1, documents: 12_000}],
          reads: 0,
        },
      },
      'goes through 12,000 documents of type article: no condition finds fewer by an index',
    ],
    [
      'a scan of everything, for each of many, at the budget',
      {
        wasEnded: true,
        slow: {
          ms: 1,
          documents: 80,
          scans: [{types: null, why: 'all', times: 4, documents: 80}],
          reads: 1,
        },
      },
      'was ended at its budget; goes through 20 documents, 4 times: the query asks for each of them; reads the long texts of 1 document',
    ],
    [
      'much that indexes found',
      {slow: {ms: 1, documents: 5_000, scans: [], reads: 0}},
      'finds its 5,000 documents by indexes, and takes long to evaluate them',
    ],
    [
      'none at all',
      {slow: {ms: 1, documents: 0, scans: [], reads: 0}},
      'goes through no documents, and takes long to evaluate',
    ],
    ['a thread that was ended', {slow: undefined, wasEnded: true}, 'was ended at its budget'],
  ])('has a hint: %s', (_, more, hint) => {
    queries.record(slow('*', more))
    expect(lines[0]?.hint).toBe(hint)
  })
})

describe('An engine', () => {
  let fixture: ReturnType<typeof createFixture> | undefined
  afterEach(async () => {
    await fixture?.close()
    fixture = undefined
  })
  const open = (ms: number, options: Partial<QueryEngineOptions> = {}) => {
    fixture = createFixture({slow: {ms, queries}, ...options})
    fixture.write(Array.from({length: 400}, (_, n) => doc(`n${n}`, 'article', {n, title: `T${n}`})))
    return fixture
  }

  test('records a slow query without values and names', async () => {
    const {ask} = open(0)
    await ask('*[_type == "article" && title != $title]', {
      actor: JOURNALIST,
      params: {title: 'a secret'},
      perspective: 'drafts',
    })
    expect(lines).toEqual([
      {
        query: '*[_type == "article" && title != $title]',
        params: ['title'],
        dataset: DATASET,
        perspective: 'drafts,published',
        by: {kind: 'user', roles: ['journalist']},
        ms: expect.any(Number),
        documents: 400,
        scans: [{types: ['article'], times: 1, documents: 400}],
        reads: 0,
        hint: 'goes through 400 documents of type article: no condition finds fewer by an index',
        times: 1,
      },
    ])
  })

  test('does not record a quicker query', async () => {
    const {ask} = open(60_000)
    await ask('*[_type == "article" && title != "x"]')
    expect(lines).toEqual([])
    expect(counted).toBe(0)
  })

  test('records a query that was ended because it visited too much', async () => {
    const {ask} = open(0, {maxRows: 1_000})
    const query = '*[count(*[title != ^.title]) > 0]'
    await expect(ask(query)).rejects.toThrow('1000 documents')
    expect(lines).toMatchObject([{query, documents: 1_200}])
    expect(lines[0]?.hint).toMatch(/^was ended at its budget; goes through 400 documents, 3 times/)
  })

  test('records a query whose thread was ended', {tags: ['full']}, async () => {
    const {ask} = open(60_000, {budgetMs: 20})
    const query = '*[count(*[_id != ^._id && count(*[_id != ^._id && _id != ^.^._id]) > 0]) > 0]'
    await expect(ask(query)).rejects.toMatchObject({type: 'queryTimeout'})
    expect(lines).toMatchObject([{query, hint: expect.stringMatching(/^was ended at its budget/)}])
    expect(counted).toBe(1)
  })
})
