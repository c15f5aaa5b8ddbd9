// Developers see how a query is evaluated. Operators see slow queries in the log.
import pino from 'pino'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'

const QUERY = '*[_type == "topic" && title == $title]{title}'

let lake: TestLake
const lines: Record<string, unknown>[] = []

beforeAll(async () => {
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>)
  lake = await startLake({
    queries: {slowMs: 1},
    metrics: {token: 'sixteen-letters-'},
    logger: pino({base: null}, {write}),
  })
  const importer = lake.client('importer')
  await importer.create({_id: 'sea', _type: 'topic', title: 'Sea'})
  await importer.create({_id: 'private.source.s', _type: 'privateSource', name: 'Deep'})
})
afterAll(() => lake.close())

interface Options {
  token?: string | undefined
  method?: 'GET' | 'POST'
  query?: string
  more?: string
}

async function ask(
  explain: string,
  {token = lake.token('editor'), method = 'GET', query = QUERY, more = ''}: Options = {},
): Promise<{status: number; headers: Headers; body: any}> {
  const url = new URL(`/v2025-02-19/data/query/production?explain=${explain}${more}`, lake.origin)
  const headers = {
    'Content-Type': 'application/json',
    ...(token ? {Authorization: `Bearer ${token}`} : {}),
  }
  const params = {title: 'Sea'}
  if (method === 'GET') {
    url.searchParams.set('query', query)
    url.searchParams.set('$title', JSON.stringify(params.title))
  }
  const body = method === 'POST' ? {body: JSON.stringify({query, params})} : {}
  const response = await fetch(url, {method, headers, ...body})
  return {status: response.status, headers: response.headers, body: await response.json()}
}

describe('explain', () => {
  it.each(['GET', 'POST'] as const)('is text beside the result: %s', async (method) => {
    const {status, body, headers} = await ask('true', {method})
    expect(status).toBe(200)
    expect(body).toEqual({
      ms: expect.any(Number),
      query: QUERY,
      syncTags: expect.any(Array),
      result: [{title: 'Sea'}],
      explain: expect.stringMatching(/^STEP +BY .*\nfilter +title == "Sea" +1 +1 +1 /),
    })
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('etag')).toBeNull()
  })

  it('can be without the result', async () => {
    const {body} = await ask('only', {more: '&returnQuery=false&resultSourceMap=true'})
    expect(body).toEqual({ms: expect.any(Number), explain: expect.stringContaining('STEP')})
  })

  it('is an object for programs', async () => {
    const {body} = await ask('json', {more: '&resultSourceMap=true'})
    expect(Object.keys(body)).toEqual([
      'ms',
      'query',
      'syncTags',
      'result',
      'resultSourceMap',
      'explain',
    ])
    expect(body.explain).toMatchObject({
      documents: 1,
      scans: [],
      indexes: ['title of topic'],
      steps: [{what: 'filter', times: 1, candidates: 1, found: 1}],
    })
  })

  it('says whether the response would have come from the cache, and does not change that', async () => {
    const {cookie} = lake.person('editor')
    const query = '*[_type == "topic" && title == "Sea"]._id'
    const path = `/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}`
    const get = async (more: string) => {
      const response = await lake.fetch(path + more, {headers: {Cookie: cookie}})
      return (await response.json()) as {explain: {memory: string}; result: string[]}
    }
    const memory = async () => (await get('&explain=json')).explain.memory
    expect([await memory(), await memory()]).toEqual(['new', 'new'])
    await get('')
    expect(await memory()).toBe('kept')
    await lake.client('importer').create({_id: 'sea-2', _type: 'topic', title: 'Sea'})
    expect(await memory()).toBe('new')
    expect((await get('')).result).toEqual(['sea', 'sea-2'])
    await lake.client('importer').delete('sea-2')
    expect((await get('&explain=true')).result).toEqual(['sea'])
    // A program's query is evaluated each time.
    expect((await ask('json', {query})).body.explain.memory).toBe('never')
  })

  it('is left out by default', async () => {
    for (const none of ['', 'false']) {
      const {body, headers} = await ask(none)
      expect(body).not.toHaveProperty('explain')
      expect(headers.get('etag')).not.toBeNull()
    }
  })

  it('refuses an unknown value', async () => {
    const {status, body} = await ask('please')
    expect(status).toBe(400)
    expect(body.error).toMatchObject({type: 'malformedParameter', parameter: 'explain'})
  })

  it('reports the position of an error, as without explain', async () => {
    const {status, body} = await ask('true', {query: '*[_type == ]'})
    expect(status).toBe(400)
    expect(body.error).toMatchObject({type: 'queryParseError', start: 11})
  })

  it('is refused to readers', async () => {
    for (const how of ['true', 'only', 'json']) {
      const anybody = await ask(how, {token: ''})
      expect(anybody.status).toBe(401)
      expect(anybody.body.error.description).toContain('Sign in')
      const reader = await ask(how, {token: lake.readerToken()})
      expect(reader.status).toBe(403)
      for (const {body} of [anybody, reader]) expect(JSON.stringify(body)).not.toMatch(/STEP|steps/)
    }
  })

  it('counts only documents that the caller may read', async () => {
    const query = '*[_type == "privateSource" && name != $title]'
    const asked = {query, more: '&perspective=raw'}
    const editor = await ask('json', asked)
    expect(editor.body.explain).toMatchObject({documents: 1, steps: [{candidates: 1, found: 1}]})
    const developer = await ask('json', {...asked, token: lake.token('developer')})
    expect(developer.body.explain).toMatchObject({documents: 0, steps: [{candidates: 0, found: 0}]})
  })
})

describe('A slow query', () => {
  const slowLines = () => lines.filter(({msg}) => msg === 'Slow query')
  // Visits all documents thousands of times: longer than a millisecond on any machine.
  const numbers = `[${Array.from({length: 60}, (_, n) => n).join()}]`
  const all = '*[_id != $title && _id != string(^.^)]'
  const slowQuery = `count(${numbers}[count(${numbers}[count(${all}) > 0]) > 0])`
  const counted = async (): Promise<number> => {
    const response = await lake.fetch('/metrics', {
      headers: {Authorization: 'Bearer sixteen-letters-'},
    })
    return Number(/^copydesk_slow_queries_total (\d+)$/m.exec(await response.text())?.[1])
  }

  it('is in the log once, and counted', async () => {
    const before = await counted()
    for (let time = 0; time < 3; time++) await ask('', {query: slowQuery})
    const about = slowLines().filter((line) => String(line['query']).startsWith('count('))
    expect(about).toEqual([
      {
        level: 40,
        time: expect.any(Number),
        msg: 'Slow query',
        query: slowQuery,
        params: ['title'],
        dataset: 'production',
        perspective: 'published',
        by: {kind: 'token', roles: ['editor']},
        ms: expect.any(Number),
        documents: expect.any(Number),
        scans: [{types: null, times: 3600, documents: expect.any(Number)}],
        reads: 0,
        hint: expect.stringContaining('3,600 times: no condition finds fewer by an index'),
        times: 1,
      },
    ])
    expect(JSON.stringify(about)).not.toContain('Sea')
    expect((await counted()) - before).toBeGreaterThanOrEqual(3)
  })

  it('is not in the log while the newsroom starts, because those are its own, in cold threads', async () => {
    const logged: string[] = []
    const logger = pino({base: null}, {write: (line: string) => void logged.push(line)})
    const starting = await startLake({serve: false, queries: {slowMs: 1}, logger})
    try {
      const params = {title: 'Sea'}
      await starting.client('importer').create({_id: 'sea', _type: 'topic', title: 'Sea'})
      await starting.client('editor').fetch(slowQuery, params)
      expect(logged.join('')).not.toContain('Slow query')
      starting.lake.markReady()
      await starting.client('editor').fetch(slowQuery, params)
      expect(logged.filter((line) => line.includes('Slow query'))).toHaveLength(1)
    } finally {
      await starting.close()
    }
  })
})
