// Callers without a staff role cannot read an article before its embargo ends, or the photos,
// quotes and sources that only it uses, on any path. From that moment on they can, on every path.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {HELD, importEmbargoed, OPEN} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'

const HOUR = 3_600_000
const UNTIL = START + HOUR

let lake: TestLake
let assets: Record<string, string>
let readerToken: string

type Who = 'anybody' | 'a reader’s token' | 'staff'
const headersOf = (who: Who): Record<string, string> =>
  who === 'anybody'
    ? {}
    : {authorization: `Bearer ${who === 'staff' ? lake.token('journalist') : readerToken}`}

const get = (path: string, who: Who) => lake.fetch(path, {headers: headersOf(who)})
async function json(path: string, who: Who): Promise<any> {
  const response = await get(path, who)
  expect(response.status).toBe(200)
  return await response.json()
}
async function query(groq: string, id: string, who: Who, perspective = 'raw'): Promise<any> {
  const search = new URLSearchParams({query: groq, $id: JSON.stringify(id), perspective})
  return (await json(`/v2025-02-19/data/query/production?${search}`, who)).result
}

/** Ways to find a document: each returns whether it exists for the caller. */
const PATHS: Record<string, (id: string, who: Who) => Promise<boolean>> = {
  'a query by id': async (id, who) => (await query('*[_id == $id]', id, who)).length === 1,
  'a query of what is published': async (id, who) =>
    (await query('*[_id == $id]._id', id, who, 'published')).length === 1,
  'a query of drafts': async (id, who) =>
    (await query('*[_id == $id]._id', id, who, 'drafts')).length === 1,
  'a count': async (id, who) => (await query('count(*[_id == $id])', id, who)) === 1,
  'a subquery': async (id, who) =>
    (await query('{"inner": *[_id == $id][0]{_type}}', id, who)).inner !== null,
  'an order': async (id, who) =>
    (await query('*|order(_id desc)[0..99]._id', id, who)).includes(id),
  'a reference followed': async (id, who) =>
    (await query('{"_ref": $id, "_type": "reference"}->_id', id, who)) === id,
  'what it refers to': async (id, who) =>
    (await query('*[count(*[references(^._id) && _id == $id]) > 0]._id', id, who, 'published'))
      .length > 0,
  'its own references': async (id, who) => {
    const target = TARGETS[id]!()
    return (await query(`*[references("${target}")]._id`, id, who)).includes(id)
  },
  '/data/doc': async (id, who) => {
    const {documents, omitted} = await json(`/v2025-02-19/data/doc/production/${id}`, who)
    // No reason reveals that it exists.
    expect(omitted).toEqual(documents.length > 0 ? [] : [{id, reason: 'existence'}])
    return documents.length === 1
  },
  '/data/references': async (id, who) => {
    const target = TARGETS[id]!()
    const path = `/vX/data/references/production/documents/${target}/to`
    const {references, totalCount} = await json(path, who)
    expect(totalCount).toBe(references.length)
    return references.some((one: {documentId: string}) => one.documentId === id)
  },
  '/data/export': async (id, who) => {
    const response = await get('/v1/data/export/production', who)
    // Callers who are not signed in cannot export. They get the same response, whatever exists.
    if (who === 'anybody') {
      expect(response.status).toBe(401)
      return (await query('*._id', id, who)).includes(id)
    }
    return (await response.text()).includes(`"_id":"${id}"`)
  },
}

/** Targets of a document's references. */
const TARGETS: Record<string, () => string> = {
  held: () => 'open-photo',
  'held-lead': () => assets['held-lead']!,
  'held-body': () => assets['held-body']!,
  'held-quote': () => 'held-source',
  'correction-held-1': () => 'held',
}
/** These find a document by its targets. */
const BY_TARGET = ['what it refers to', 'its own references', '/data/references']

const DOCUMENTS: [string, () => string][] = [
  ...Object.entries(HELD).map(([name, id]): [string, () => string] => [name, () => id]),
  ['asset of the lead photo', () => assets['held-lead']!],
  ['asset of the body photo', () => assets['held-body']!],
]
const REFER_TO_NOTHING = [
  'source of the quote',
  'asset of the lead photo',
  'asset of the body photo',
]
const CASES = DOCUMENTS.flatMap(([name, id]) =>
  Object.keys(PATHS)
    .filter((path) => !BY_TARGET.includes(path) || !REFER_TO_NOTHING.includes(name))
    .map((path): [string, string, () => string] => [name, path, id]),
)

const renditionOf = (photo: string): string =>
  `/images/copydesk/production/${assets[photo]!.slice(6).replace(/-png$/, '.png')}?w=4`

const MOMENTS: [string, number, boolean][] = [
  ['just before', UNTIL - 1, false],
  ['at the moment', UNTIL, true],
]

describe.each(MOMENTS)('%s', (_moment, time, isThere) => {
  beforeAll(async () => {
    lake = await startLake()
    readerToken = lake.readerToken()
    assets = await importEmbargoed(lake, UNTIL)
    // Views that exist are updated, not rebuilt.
    expect(await query('*[_id == "held"]', '', 'anybody')).toEqual([])
    expect(await query('*[_id == "held"]', '', 'anybody', 'published')).toEqual([])
    lake.setTime(time)
  })
  afterAll(() => lake.close())

  it.each(CASES)(`the %s by %s`, async (_name, path, idOf) => {
    const id = idOf()
    const isFound = PATHS[path]!
    expect(await isFound(id, 'anybody')).toBe(isThere)
    expect(await isFound(id, 'a reader’s token')).toBe(isThere)
    expect(await isFound(id, 'staff')).toBe(true)
  })

  it('an open article shows no hidden related article', async () => {
    const related = await query('*[_id == "open"][0].related[]->headline', '', 'anybody')
    expect(related).toEqual([isThere ? 'Under embargo' : null])
  })

  it('content that an open article also uses is always visible', async () => {
    for (const who of ['anybody', 'a reader’s token'] as const) {
      const all: string[] = await query('*._id', '', who)
      expect(all).toEqual(expect.arrayContaining([...OPEN, assets['open-photo']!]))
      const hidden = [...Object.values(HELD), assets['held-lead']!, assets['held-body']!]
      expect(all).toHaveLength(OPEN.length + 1 + (isThere ? hidden.length : 0))
    }
    expect((await get(renditionOf('open-photo'), 'anybody')).status).toBe(200)
  })

  it.each(['held-lead', 'held-body'])('the picture of %s', async (photo) => {
    const address = renditionOf(photo)
    for (const who of ['anybody', 'a reader’s token'] as const) {
      const response = await get(address, who)
      expect(response.status).toBe(isThere ? 200 : 404)
      expect(response.headers.get('cache-control')).toMatch(isThere ? /^public/ : /^no-store$/)
      await response.arrayBuffer()
    }
    const {cookie} = lake.person('journalist')
    const seen = await lake.fetch(address, {headers: {cookie}})
    expect(seen.status).toBe(200)
    await seen.arrayBuffer()
    // Hidden content is in no shared cache.
    expect(seen.headers.get('cache-control')).toMatch(isThere ? /^public/ : /^private, no-cache$/)

    const etag = seen.headers.get('etag')!
    const again = await lake.fetch(address, {headers: {'if-none-match': etag}})
    expect(again.status).toBe(isThere ? 304 : 404)
    const original = address.replace('w=4', 'dlRaw=true')
    expect((await get(original, 'anybody')).status).toBe(401)
    expect((await get(original, 'a reader’s token')).status).toBe(404)
    expect((await get(original, 'staff')).status).toBe(200)
  })
})
