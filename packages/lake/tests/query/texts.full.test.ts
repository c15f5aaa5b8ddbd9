// The text index in a folder of its own: built when queries need it, updated from the log, and built again when it is of
// another database.
import {copyFileSync, existsSync, rmSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createTextIndexer} from '../../src/query/text-indexer.ts'
import {createTextIndex, emptyTextIndex, openTextIndex} from '../../src/query/text-index.ts'
import type {Json, LakeDocument} from '../../src/types.ts'
import {ANYONE, createFixture, SYSTEM} from './fixture.ts'
import {DATASET, doc} from '@copydesk/groq/tests/fixture.ts'

type Fixture = ReturnType<typeof createFixture>

let lake: Fixture
let texts: string
beforeEach(() => {
  lake = createFixture()
  texts = lake.folder + '/text.sqlite'
})
afterEach(async () => {
  await lake.close()
})

const body = (...words: string[]): Json =>
  words.map((text) => ({_type: 'block', children: [{_type: 'span', text}]}))

/** Long enough that its text stays in the database. */
const article = (n: number, words = 'nothing much', prefix = ''): LakeDocument =>
  doc(`${prefix}article-${String(n).padStart(4, '0')}`, 'article', {
    headline: `Headline ${n}`,
    body: body(words, 'filling '.repeat(150)),
  })

const articles = (count: number, words?: string): LakeDocument[] =>
  Array.from({length: count}, (_, n) => article(n, words))

const FOUND = '*[pt::text(body) match $q]._id'

async function explained(
  query: string,
  q: string,
  {actor = SYSTEM, perspective = 'raw', params = {}} = {},
) {
  const asked = {dataset: DATASET, query, params: {q, ...params}, perspective, actor, explain: true}
  const {json, explanation} = await lake.engine.queryJson(asked)
  return {
    result: JSON.parse(json) as Json,
    documents: explanation?.documents,
    indexes: explanation?.indexes,
  }
}

/** Builds it here, or brings it up to date. */
function index(fixture = lake, steps = Infinity): void {
  const database = new DatabaseSync(fixture.databaseFile, {readOnly: true})
  const indexer = createTextIndexer({database, textFile: fixture.folder + '/text.sqlite'})
  for (let n = 0; n < steps; n++) if (!indexer.step(steps === Infinity ? 1_000 : 0)) break
  indexer.close()
  database.close()
}

test('is built when a query needs it, which is reported; then few documents are visited', async () => {
  const told: object[] = []
  await lake.close()
  lake = createFixture({onTexts: (report) => told.push(report)})
  lake.write([...articles(500), article(500, 'the harbour'), article(501, 'a HARBOUR seal')])
  const ids = ['article-0500', 'article-0501']
  expect(await explained(FOUND, 'harbour')).toMatchObject({result: ids, documents: 502})
  await expect
    .poll(async () => await explained(FOUND, 'harbour'), {timeout: 15_000})
    .toMatchObject({result: ids, documents: 2, indexes: ['texts']})
  expect(told).toEqual([{documents: 502}, {documents: 502, tookMs: expect.any(Number)}])
})

test('is not built for few documents, because visiting them is as fast', async () => {
  lake.write(articles(100))
  expect(await explained(FOUND, 'harbour')).toMatchObject({documents: 100})
  await lake.engine.close()
  expect(existsSync(texts)).toBe(false)
})

describe('A complete index', () => {
  beforeEach(() => {
    lake.write([...articles(400), article(400, 'the harbour')])
    index()
  })

  test('finds later documents, and no deleted ones', async () => {
    lake.write([article(1, 'another harbour'), article(2, 'a storm')])
    lake.write(['article-0400'])
    expect(await explained(FOUND, 'harbour')).toMatchObject({
      result: ['article-0001'],
      documents: 2,
      indexes: ['texts'],
    })
    index()
    expect(await explained(FOUND, 'harbour')).toMatchObject({
      result: ['article-0001'],
      documents: 1,
    })
    expect(await explained(FOUND, 'storm')).toMatchObject({result: ['article-0002'], documents: 1})
  })

  test('leaves nothing in the file that SQLite writes first, also while a thread has it open', async () => {
    expect(await explained(FOUND, 'harbour')).toMatchObject({indexes: ['texts']})
    lake.write([article(1, 'a harbour')])
    index()
    expect(statSync(`${texts}-wal`).size).toBe(0)
  })

  test('reads no document if the places of the words decide', async () => {
    lake.write([article(1, 'a harbour', 'drafts.'), {...article(2), headline: 'Harbours'}])
    for (const isBehind of [true, false]) {
      if (!isBehind) index()
      const query = '*[[headline, pt::text(body)] match $q]{_id, headline}'
      const asked = {dataset: DATASET, query, params: {q: 'harbour*'}, actor: SYSTEM, explain: true}
      const {explanation, json} = await lake.engine.queryJson(asked)
      expect((JSON.parse(json) as LakeDocument[]).map(({_id}) => _id)).toEqual([
        'article-0002',
        'article-0400',
        'drafts.article-0001',
      ])
      // The index does not have the two new ones at first.
      expect(explanation?.reads).toBe(isBehind ? 2 : 0)
    }
  })

  test('reads only as many of the newest documents with a word as the query needs', async () => {
    const written = ['the harbour', 'a harbour', 'its harbours', 'harbour', 'HARBOUR', 'harbour.']
    lake.write(written.map((words, n) => article(n, words)))
    index()
    const newest = (to: number, order: string): string =>
      `*[_type == "article" && body[].children[].text match $q] | order(${order}) [0...${to}]._id`
    const reads = async (query: string) => {
      const {explanation, json} = await lake.engine.queryJson({
        dataset: DATASET,
        query,
        params: {q: 'harbour'},
        actor: SYSTEM,
        explain: true,
      })
      return {result: JSON.parse(json) as Json, reads: explanation?.reads}
    }
    expect(await reads(newest(2, 'headline desc'))).toEqual({
      result: ['article-0005', 'article-0400'],
      reads: 2,
    })
    // Those before have been read, and others that are among the first.
    expect(await reads(newest(3, 'missing, headline'))).toEqual({
      result: ['article-0000', 'article-0001', 'article-0003'],
      reads: 3,
    })
    expect(await reads(newest(99, 'headline'))).toMatchObject({result: {length: 6}})
  })

  test('finds the first of many documents with a word by their order', async () => {
    lake.write(Array.from({length: 120}, (_, n) => article(n, n % 3 ? 'a pier' : 'no such thing')))
    index()
    const query = '*[_type == "article" && pt::text(body) match $q] | order(_id) [0...4]._id'
    expect(await explained(query, 'pier')).toEqual({
      result: ['article-0001', 'article-0002', 'article-0004', 'article-0005'],
      documents: 6,
      indexes: ['_id of article'],
    })
  })

  test('drafts and versions are found as a perspective shows them', async () => {
    lake.write([
      article(1, 'my harbour', 'drafts.'),
      article(400, 'a storm', 'drafts.'),
      article(2, 'a harbour', 'versions.may.'),
    ])
    for (const isBehind of [true, false]) {
      if (!isBehind) index()
      const ask = async (perspective: string) =>
        (await explained(FOUND, 'harbour', {perspective})).result
      expect(await ask('published')).toEqual(['article-0400'])
      expect(await ask('drafts')).toEqual(['article-0001'])
      expect(await ask('may,drafts')).toEqual(['article-0001', 'article-0002'])
      expect(await ask('raw')).toEqual([
        'article-0400',
        'drafts.article-0001',
        'versions.may.article-0002',
      ])
    }
    const found = await explained('*[_id match $q]._id', 'article-0400', {perspective: 'drafts'})
    expect(found).toMatchObject({result: ['article-0400'], indexes: ['texts']})
  })

  test('readers find what they may see', async () => {
    const embargo = {until: '2026-04-01T13:00:00Z'}
    lake.write([{...article(3, 'a harbour'), embargo}, article(900, 'one harbour', 'drafts.')])
    index()
    const ask = async () => await explained(FOUND, 'harbour', {actor: ANYONE})
    expect(await ask()).toMatchObject({result: ['article-0400'], documents: 1, indexes: ['texts']})
    lake.time.now = Date.parse('2026-04-01T13:00:01Z')
    expect(await ask()).toMatchObject({result: ['article-0003', 'article-0400'], documents: 2})
  })

  test('does not read documents one by one for a word that most of them contain', async () => {
    const found = await explained('count(*[pt::text(body) match $q])', 'filling')
    expect(found).toEqual({result: 401, documents: 0, indexes: ['texts']})
    const typed = await explained(
      'count(*[_type == "article" && pt::text(body) match $q])',
      'filling',
    )
    expect(typed).toEqual({result: 401, documents: 401, indexes: ['texts']})
    const spans = await explained('count(*[body[].children[].text match $q])', 'filling')
    expect(spans).toEqual({result: 401, documents: 401, indexes: []})
  })

  test('is used by the studio’s list and its search by relevance', async () => {
    lake.write([doc('topic-a', 'topic', {title: 'Harbours'}), doc('harbour', 'topic')])
    index()
    const params = {
      types: ['article', 'topic'],
      raw: 'article-0400',
      refs: ['article-0400'],
      limit: 9,
    }
    const list = `*[_type in $types && ([@, _id] match text::query($q) || references($raw))]{_id} | order(_id) [0...$limit]._id`
    const scored = `*[_type in $types] | score(boost(_type in ["article"] && headline match text::query($q), 10), boost(references($refs), 5), ([@, _id] match text::query($q) || references($raw))) [_score > 0] {_id, "orderings": [_score]} | order(orderings[0] desc, _id) [0...$limit]._id`
    for (const query of [list, scored]) {
      const found = await explained(query, 'harbour*', {params})
      expect(found.result).toEqual(['article-0400', 'harbour', 'topic-a'])
      expect(found.documents).toBeLessThan(10)
      expect(found.indexes?.join()).toContain('texts')
      const all = await explained(query, '*', {params})
      expect(all.result).toHaveLength(9)
    }
  })

  test('is used by a query with sources, too', async () => {
    const query = '*[_type == "article"] | score(pt::text(body) match $q)[_score > 0]{_id}'
    const {json, sourceMap, explanation} = await lake.engine.queryJson({
      dataset: DATASET,
      query,
      params: {q: 'harbour'},
      actor: SYSTEM,
      sourceMap: 'byIndex',
      explain: true,
    })
    expect(JSON.parse(json)).toEqual([{_id: 'article-0400'}])
    expect(sourceMap).toContain('article-0400')
    expect(explanation?.documents).toBeLessThan(5)
  })

  test('finds groups, which are not stored', async () => {
    lake.database.exec(
      `INSERT INTO users (id, email, name, roles, created_at)
       VALUES ('u1', 'u1@example.org', 'Jo', '["journalist"]', '')`,
    )
    const query = '*[_type == "system.group" && members match $q]._id'
    expect((await explained(query, 'u1')).result).toEqual(['_.groups.journalist'])
  })
})

describe('The index is built again', () => {
  const harbour = async (): Promise<void> => {
    expect(await explained(FOUND, 'harbour')).toMatchObject({
      result: ['article-0400'],
      documents: 1,
      indexes: ['texts'],
    })
  }
  const scans = async (): Promise<void> => {
    expect(await explained(FOUND, 'harbour')).toMatchObject({
      result: ['article-0400'],
      documents: 401,
      indexes: [],
    })
  }
  const isThereSoon = async (): Promise<void> =>
    await expect
      .poll(async () => (await explained(FOUND, 'harbour')).documents, {timeout: 15_000})
      .toBe(1)

  beforeEach(() => {
    lake.write([...articles(400), article(400, 'the harbour')])
    index()
  })

  test('if the file was deleted, also while it is in use', async () => {
    await harbour()
    for (const suffix of ['', '-wal', '-shm']) rmSync(texts + suffix, {force: true})
    await scans()
    await isThereSoon()
  })

  test('if it was emptied', async () => {
    await harbour()
    expect(emptyTextIndex(texts)).toBe(true)
    await scans()
    await isThereSoon()
  })

  test('if it is of another lake', async () => {
    const other = createFixture()
    other.write([...articles(400), article(401, 'the harbour')])
    other.write([article(402, 'no more')])
    index(other)
    copyFileSync(other.folder + '/text.sqlite', texts)
    await other.close()
    await scans()
    await isThereSoon()
  })

  test('if an older database was restored', async () => {
    lake.database.exec(`VACUUM INTO '${lake.folder}/copy.sqlite'`)
    const earlier = lake.log.last()
    lake.write([article(400, 'a storm')])
    index()
    const state = openTextIndex(texts)
    expect(state?.state()).toMatchObject({position: earlier + 1, newest: earlier + 1})
    state?.close()
    await lake.engine.close()
    const restored = createFixture({}, lake.folder + '/copy.sqlite')
    copyFileSync(texts, restored.folder + '/text.sqlite')
    const mine = lake
    lake = restored
    await scans()
    await isThereSoon()
    await mine.close()
  })

  test.each([
    ['is no database', () => writeFileSync(texts, 'no database at all')],
    ['is torn', () => truncateSync(texts, 6_000)],
    [
      'is of another layout',
      () => {
        const database = new DatabaseSync(texts)
        database.exec('PRAGMA user_version = 99')
        database.close()
      },
    ],
    [
      'has other tables',
      () => {
        const database = new DatabaseSync(texts)
        database.exec('DROP TABLE words; CREATE TABLE words (a)')
        database.close()
      },
    ],
  ])('where it %s', async (_what, spoil) => {
    spoil()
    await scans()
    await isThereSoon()
  })
})

test('an index that is half built is not used, and is continued later', async () => {
  lake.write([...articles(400), article(400, 'the harbour')])
  index(lake, 30)
  const begun = createTextIndex(texts)
  expect(begun.state()).toMatchObject({building: {dataset: DATASET, id: 'article-0029'}})
  begun.close()
  // What was taken already changes meanwhile, and what was not.
  lake.write([article(3, 'a harbour'), 'article-0004', article(300, 'one harbour')])
  expect(await explained(FOUND, 'harbour')).toMatchObject({
    result: ['article-0003', 'article-0300', 'article-0400'],
    indexes: [],
  })
  await expect
    .poll(async () => await explained(FOUND, 'harbour'), {timeout: 15_000})
    .toMatchObject({result: ['article-0003', 'article-0300', 'article-0400'], indexes: ['texts']})
  index()
  expect((await explained(FOUND, 'harbour')).documents).toBe(3)
})

test('two indexers can build it at the same time', async () => {
  lake.write([...articles(60), article(400, 'the harbour')])
  const databases = [0, 1].map(() => new DatabaseSync(lake.databaseFile, {readOnly: true}))
  const indexers = databases.map((database) => createTextIndexer({database, textFile: texts}))
  for (let more = true; more;) more = indexers.map((one) => one.step(0)).some(Boolean)
  indexers[0]?.close()
  indexers[1]?.close()
  for (const database of databases) database.close()
  const built = openTextIndex(texts)
  const find = (token: string) => {
    const search = {
      words: [{token, goesOn: false}],
      isAny: false,
      places: undefined,
      isExact: false,
    }
    return built?.find(DATASET, search, 100).ids
  }
  expect(find('HARBOUR')).toEqual(['article-0400'])
  expect(find('FILLING')).toHaveLength(61)
  built?.close()
})
