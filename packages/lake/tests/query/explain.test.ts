// How a query was answered: the index of each step, the documents that it visited, and scans. Hidden documents do not
// count.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {explainText, type Explanation} from '@copydesk/groq/plan'
import type {Actor} from '../../src/types.ts'
import {ANYONE, createFixture, JOURNALIST, SYSTEM} from './fixture.ts'
import {DATASET, doc} from '@copydesk/groq/tests/fixture.ts'

const MANY = 400

let fixture: ReturnType<typeof createFixture>
beforeAll(() => {
  fixture = createFixture({threads: {least: 1, most: 1}})
  fixture.write([
    doc('politics', 'section'),
    doc('culture', 'section'),
    ...Array.from({length: MANY}, (_, n) =>
      doc(`article-${n}`, 'article', {
        n,
        slug: {current: `story-${n}`},
        section: {_type: 'reference', _ref: n % 4 ? 'politics' : 'culture'},
        headline: `Story ${n}`,
      }),
    ),
    doc('secret-1', 'secret', {owner: 'u1'}),
    doc('secret-2', 'secret', {owner: 'u2'}),
    doc('drafts.article-1', 'article', {n: 1}),
  ])
})
afterAll(() => fixture.close())

interface Asking {
  params?: Record<string, string | number>
  actor?: Actor
  perspective?: string
}

async function explain(
  query: string,
  {params = {}, actor = SYSTEM, perspective = 'published'}: Asking = {},
): Promise<Explanation> {
  const {explanation} = await fixture.engine.queryJson({
    dataset: DATASET,
    query,
    params,
    perspective,
    actor,
    explain: true,
  })
  if (!explanation) throw new Error('Not explained')
  return explanation
}

describe('A step', () => {
  test('names the index, the lookup and the number of results', async () => {
    const query = '*[_type == "article" && slug.current == $slug && n > 0]'
    const {steps, documents, scans, indexes} = await explain(query, {params: {slug: 'story-7'}})
    expect(steps).toEqual([
      {
        what: 'filter',
        how: 'slug.current == "story-7"',
        index: 'slug.current of article',
        candidates: 1,
        found: 1,
        depth: 0,
        times: 1,
        varies: false,
        ms: expect.any(Number),
      },
    ])
    expect({documents, scans, indexes}).toEqual({
      documents: 1,
      scans: [],
      indexes: ['slug.current of article'],
    })
  })

  test.each<[string, string, object]>([
    [
      'an order that is walked',
      '*[_type == "article"] | order(n desc)[0...3]._id',
      {what: 'order', index: 'n of article', candidates: 3, found: 3},
    ],
    [
      'a range',
      '*[_type == "article" && n >= 395]._id',
      {what: 'filter', index: 'n of article', candidates: 5, found: 5},
    ],
    [
      'a count that the index knows',
      'count(*[_type == "article"])',
      {what: 'count', index: '_type', candidates: 0, found: MANY},
    ],
    [
      'ids',
      '*[_id in ["politics", "nothing"]]',
      {what: 'filter', index: '_id', candidates: 1, found: 1},
    ],
    [
      'references',
      '*[references("culture") && n != 4]._id',
      {what: 'filter', index: 'references', candidates: 100, found: 99},
    ],
    [
      'a path',
      '*[_id in path("article-39")]._id',
      {what: 'filter', index: '_id', candidates: 11, found: 1},
    ],
    [
      'one or the other',
      '*[slug.current == "story-1" || n == 2]._id',
      {index: 'slug.current, n', candidates: 2, found: 2},
    ],
    [
      'everything',
      '*{_id}',
      {what: 'everything', index: null, candidates: MANY + 4, found: MANY + 4},
    ],
  ])('of %s', async (_, query, step) => {
    const {steps} = await explain(query)
    expect(steps).toHaveLength(1)
    expect(steps[0]).toMatchObject(step)
  })

  test('repeated for many documents is one, with sums', async () => {
    const {steps} = await explain(
      '*[_type == "section"]{"n": count(*[_type == "article" && section._ref == ^._id && n > 10])}',
    )
    expect(steps.map(({what, times, found, varies}) => ({what, times, found, varies}))).toEqual([
      {what: 'filter', times: 1, found: 2, varies: false},
      {what: 'count', times: 2, found: MANY - 11, varies: true},
    ])
  })

  test('inside another step is below it', async () => {
    const {steps} = await explain(
      '*[_type == "section" && count(*[_type == "article" && section._ref == ^._id]) > 200]._id',
    )
    expect(steps.map(({what, depth, times}) => ({what, depth, times}))).toEqual([
      {what: 'filter', depth: 0, times: 1},
      {what: 'count', depth: 1, times: 2},
    ])
    const [outer, inner] = steps
    expect(outer?.ms).toBeGreaterThanOrEqual(inner?.ms ?? Infinity)
  })

  test('that is answered once is listed once', async () => {
    const {steps} = await explain(
      '*[_type == "article" && section._ref in *[_type == "section"]._id && n < 8]._id',
    )
    expect(steps.find(({how}) => how.includes('section"'))?.times).toBe(1)
  })

  test('along references counts the existing targets', async () => {
    const {steps} = await explain(
      '*[_type == "article" && n < 8]{"s": section->_id, "x": nothing->_id}',
    )
    expect(steps.at(-1)).toMatchObject({what: 'dereference', index: '_id', times: 8, found: 8})
  })
})

describe('A scan', () => {
  test.each([
    ['a condition that no index answers', '*[_type == "article" && n != 7]._id', 'noLookUp', MANY],
    ['every one that is asked for', '*[_type == "article"]{n}', 'all', MANY],
    [
      'an order that no index has',
      '*[_type == "article"] | order(section->_id)[0...3]._id',
      'noOrder',
      MANY,
    ],
    ['every type', '*[headline != "Story 7"]._id', 'noLookUp', MANY + 4],
    ['two types', '*[_type == "article" || _type == "section"]._id', 'all', MANY + 2],
  ])('is %s', async (_, query, why, documents) => {
    const explanation = await explain(query)
    expect(explanation.scans).toMatchObject([{why, times: 1, documents}])
    expect(explanation.documents).toBe(documents)
  })

  test.each([
    ['few of a type', '*[_type == "section" && title match "x*"]'],
    ['the first of many', '*[_type == "article"][0...5]'],
    ['the first of all', '*[0...5]._id'],
    ['what an index finds', '*[references("politics") && n > 2]'],
  ])('is not %s', async (_, query) => {
    expect((await explain(query)).scans).toEqual([])
  })

  test('that is repeated has the number of repetitions', async () => {
    const {scans} = await explain(
      '*[_type == "section"]{"n": count(*[_type == "article" && section._ref != ^._id && ^._id != "x"])}',
    )
    expect(scans).toEqual([
      {
        types: ['article'],
        why: 'noLookUp',
        times: 2,
        documents: 2 * MANY,
        inWords:
          'goes through 400 documents of type article, 2 times: no condition finds fewer by an index',
      },
    ])
  })
})

describe('A document that a reader may not see', () => {
  test.each<[string, Actor, number]>([
    ['an owner', JOURNALIST, 1],
    ['who may see all', SYSTEM, 2],
  ])('is not a candidate: %s', async (_, actor, seen) => {
    const {steps, documents} = await explain('*[_type == "secret" && _id match "secret*"]', {
      actor,
      perspective: 'raw',
    })
    expect(steps[0]).toMatchObject({candidates: seen, found: seen})
    expect(documents).toBe(seen)
  })

  test('is not counted in any step', async () => {
    const {steps, documents} = await explain('*[_id match "*article-1"]', {
      actor: ANYONE,
      perspective: 'raw',
    })
    expect(steps[0]?.found).toBe(1)
    const {steps: all} = await explain('count(*)', {actor: ANYONE, perspective: 'raw'})
    expect(documents).toBe(all[0]?.found)
  })
})

test('Long fields are read from the database, and the reads are counted', async () => {
  fixture.write([
    doc('long-1', 'essay', {text: 'Tide. '.repeat(1_000)}),
    doc('long-2', 'essay', {text: 'Ebb. '.repeat(1_000)}),
  ])
  const query = '*[_type == "essay" && length(text) > $n]{_id}'
  expect((await explain('*[_type == "essay"]{_id}')).reads).toBe(0)
  expect((await explain(query, {params: {n: 1}})).reads).toBe(2)
  expect((await explain(query, {params: {n: 1}})).reads).toBe(0)
  fixture.write(['long-1', 'long-2'])
})

test('A plan is cached from the second time on', async () => {
  const query = '*[_type == "section" && _id != "kept"]._id'
  expect((await explain(query)).planWasKept).toBe(false)
  expect((await explain(query)).planWasKept).toBe(true)
  // A number decides what the brackets mean.
  const sliced = '*[_type == "section"][$n]._id'
  expect((await explain(sliced, {params: {n: 'a'}})).planWasKept).toBe(false)
  expect((await explain(sliced, {params: {n: 'b'}})).planWasKept).toBe(false)
  expect((await explain(sliced, {params: {n: 'a'}})).planWasKept).toBe(true)
})

test('A query that is ended reports its progress', async () => {
  const short = createFixture({maxRows: 1_000})
  short.write(Array.from({length: 400}, (_, n) => doc(`n${n}`, 'article', {n})))
  const query = '*[count(*[n != ^.n]) > 0]'
  const asked = {dataset: DATASET, query, actor: SYSTEM, explain: true}
  const error: unknown = await short.engine.queryJson(asked).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    type: 'queryTimeout',
    details: {
      explanation: {
        steps: [
          {what: 'not finished', depth: 0, times: 1},
          {what: 'count', depth: 1, times: 3, candidates: 800},
        ],
        documents: 1_200,
        scans: [{times: 3}],
      },
    },
  })
  expect(
    await short.engine.queryJson({...asked, explain: false}).catch((thrown) => thrown.details),
  ).toEqual({})
  await short.close()
})

test('A query that does not parse has no explanation', async () => {
  await expect(explain('*[')).rejects.toMatchObject({
    type: 'queryParseError',
    details: expect.not.objectContaining({explanation: expect.anything()}),
  })
})

test('Each part has its time', async () => {
  const {ms} = await explain('*[_type == "article"]')
  expect(Object.keys(ms)).toEqual(['view', 'plan', 'evaluate', 'write'])
  for (const part of Object.values(ms)) expect(part).toBeGreaterThanOrEqual(0)
  expect(ms.evaluate).toBeGreaterThan(0)
})

test('A result is the same with and without explanation and sources', async () => {
  const query = '*[_type == "article" && n < 3] | order(n desc){n, "in": section->_id}'
  const asked = {dataset: DATASET, query, actor: SYSTEM, perspective: 'published'} as const
  const {
    explanation: _,
    ms: __,
    ...explained
  } = await fixture.engine.queryJson({
    ...asked,
    sourceMap: 'byKey',
    explain: true,
  })
  const {ms: ___, ...plain} = await fixture.engine.queryJson({...asked, sourceMap: 'byKey'})
  expect(explained).toEqual(plain)
  expect(plain).not.toHaveProperty('explanation')
})

test('As text it is a table with a summary', () => {
  const step = {index: '_type', times: 1, varies: false, ms: 1.234}
  const text = explainText({
    steps: [
      {...step, what: 'filter', how: '_type == "section"', depth: 0, candidates: 4, found: 4},
      {
        ...step,
        what: 'count',
        how: `headline == "${'long '.repeat(20)}"`,
        depth: 1,
        times: 4,
        varies: true,
        candidates: 12_000,
        found: 7,
      },
    ],
    documents: 12_004,
    scans: [
      {types: ['article'], why: 'all', times: 1, documents: 12_000, inWords: 'goes through much'},
    ],
    indexes: ['_type', 'n of article'],
    reads: 1_200,
    planWasKept: true,
    ms: {view: 0.2, plan: 0.014, evaluate: 31.4, write: 9.999},
  })
  expect(text).toBe(
    [
      'STEP     BY                                                               TIMES  CANDIDATES  FOUND    MS',
      'filter   _type == "section"                                                   1           4      4  1.23',
      '  count  headline == "long long long long long long long long long l…, …      4      12,000      7  1.23',
      '',
      '12,004 documents gone through.',
      'Indexes: _type; n of article.',
      'SCAN: goes through much.',
      'From the database: reads the long texts of 1,200 documents.',
      'Planned in 0.01 ms (cached plan), evaluated in 31 ms, written in 10.00 ms.',
      'Updating the visible documents took 0.20 ms.',
      '',
    ].join('\n'),
  )
})
