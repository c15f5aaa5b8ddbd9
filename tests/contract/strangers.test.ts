// Costly queries from sixty addresses delay neither an editor nor a page of the site, with one
// query thread. The test checks the order: none of the sixty has ended when the editor and the page
// are answered.
import {afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {createInProcessClients} from '../../server/in-process-clients.ts'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'
import {parseTrustProxy} from '@copydesk/lake/serve'
import {createSite} from '../../site/server.tsx'
import {startLake, type TestLake} from '../support/lake.ts'
import {seedDocuments} from '../site/support/seed.ts'
import {store} from '../support/commit.ts'

const ADDRESSES = 60
/** Compares all pairs, and two more for each. It ends only from outside. */
const HOSTILE =
  'count(*[count(*[count(*[count(*[_id > ^.^.^._id && _rev != ^._id]) > 1]) > 1]) > 1])'

let lake: TestLake
let site: ReturnType<typeof createSite>
beforeAll(async () => {
  lake = await startLake({
    trustProxy: parseTrustProxy('loopback') ?? undefined,
    queries: {threads: {least: 1, most: 1}, budgetMs: 600_000, maxRows: Infinity},
  })
  const {engine} = lake.lake.services
  await store(lake.lake, seedDocuments())
  await engine.query({dataset: DATASET, query: 'null', actor: SYSTEM_ACTOR})
  site = createSite({
    ...createInProcessClients(lake.lake),
    projectId: PROJECT_ID,
    dataset: DATASET,
    origin: lake.origin,
    now: () => lake.now(),
  })
})
afterAll(() => lake.close())
afterEach(() => vi.restoreAllMocks())

const ask = (query: string, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  lake.fetch(`/v2025-02-19/data/query/${DATASET}?${new URLSearchParams({query})}`, {
    headers,
    ...(signal && {signal}),
  })

/** Sends a different query from each address; `ended` counts the responses. */
function crowd(addresses: number, query = HOSTILE) {
  const hangUp = new AbortController()
  const answers: Response[] = []
  const all = Array.from({length: addresses}, async (_, n) => {
    const from = {'x-forwarded-for': `10.${n >> 8}.${n & 255}.1`}
    answers.push(await ask(`${query} + ${n}`, from, hangUp.signal))
  })
  onTestFinished(async () => {
    hangUp.abort()
    await Promise.allSettled(all)
    await vi.waitFor(() => expect(waiting()).toBe(0), {timeout: 15_000})
  })
  return {answers}
}

const waiting = (): number => lake.lake.services.engine.load().waiting

describe('queries of the site', () => {
  const laneOf = async (headers: Record<string, string>) => {
    const asked = vi.spyOn(lake.lake.services.engine, 'queryJson')
    await ask(`"${crypto.randomUUID()}"`, headers)
    const callers = asked.mock.calls[0]?.[0].callers
    return {lane: callers?.lane, parties: callers?.parties}
  }

  it('are those in the same process', async () => {
    const asked = vi.spyOn(lake.lake.services.engine, 'queryJson')
    await createInProcessClients(lake.lake).client.fetch('"in the process"')
    const callers = asked.mock.calls[0]?.[0].callers
    expect([callers?.lane, callers?.parties]).toEqual(['site', ['site']])
  })

  it.each([
    ['no header', {}],
    ['the address of this machine', {'x-forwarded-for': '127.0.0.1'}],
  ])('do not include those over HTTP with %s', async (_what, headers) => {
    expect((await laneOf(headers as Record<string, string>)).lane).toBe('stranger')
  })

  it('counts all addresses of one network of IPv6 as one', async () => {
    const parties = await Promise.all(
      ['2001:db8:0:7::1', '2001:db8:0:7:ffff::2'].map(async (address) => {
        const asked = vi.spyOn(lake.lake.services.engine, 'queryJson')
        await ask(`"${address}"`, {'x-forwarded-for': address})
        return asked.mock.calls.find(([{query}]) => query.includes(address))?.[0].callers?.parties
      }),
    )
    expect(parties).toEqual([['2001:db8:0:7'], ['2001:db8:0:7']])
  })

  it('include those of a front end with a reader’s token', async () => {
    const authorization = `Bearer ${lake.readerToken()}`
    expect((await laneOf({authorization})).lane).toBe('site')
  })
})

describe('an anonymous client’s query text', () => {
  /** Parsing it takes seconds. */
  const LONG = `[${'1,'.repeat(45_000)}1]`
  const post = (body: object) =>
    lake.fetch(`/v2025-02-19/data/query/${DATASET}`, {method: 'POST', body: JSON.stringify(body)})

  it('is parsed in a query thread, within its time', async () => {
    const answer = await post({query: LONG})
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({error: {type: 'queryTimeout'}})
  })

  it('is parsed there for a listener, too', async () => {
    const parsed = vi.spyOn(lake.lake.services.engine, 'query')
    const listen = (query: string) =>
      lake.fetch(`/v2025-02-19/data/listen/${DATASET}?${new URLSearchParams({query})}`)
    const before = lake.lake.services.engine.load()
    const refused = await listen('*[_type == ]')
    expect(await refused.text()).toMatch(
      /event: channelError\ndata: .*"queryParseError".*"start":11/,
    )
    const stream = await listen('*[_type == "article"]')
    const reader = stream.body?.getReader()
    let heard = ''
    while (!heard.includes('welcome')) {
      heard += new TextDecoder().decode((await reader?.read())?.value)
    }
    await reader?.cancel()
    expect(parsed).not.toHaveBeenCalled()
    expect(lake.lake.services.engine.load().killed).toBe(before.killed)
  })

  it('can have at most 256 kB', async () => {
    const query = `"${'x'.repeat(270_000)}"`
    const answer = await post({query})
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({
      error: {description: 'The request is larger than 256 kB. Split it.'},
    })
  })
})

describe('beside sixty addresses with a costly query each, on one query thread', () => {
  it('an editor’s new query and a page that is not cached are answered before any of them ends', async () => {
    const {answers} = crowd(ADDRESSES)
    await expect.poll(waiting, {timeout: 15_000}).toBeGreaterThanOrEqual(ADDRESSES - 1)
    const authorization = `Bearer ${lake.token('editor')}`
    const edited = await ask('count(*[_type == "article"])', {authorization})
    expect(edited.status).toBe(200)
    expect(answers).toEqual([])
    const page = await site.fetch(new Request(`${lake.origin}/`))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<article')
    // On a slow machine some may have had their second by now; most have not.
    expect(answers.length).toBeLessThan(ADDRESSES / 2)
    expect(lake.lake.services.engine.load()).toMatchObject({threads: 1, killed: 0})
  })
})

describe('one evaluation for all equal queries', () => {
  it('is as urgent as for the site, although an anonymous client was first', async () => {
    crowd(20)
    await expect.poll(waiting, {timeout: 15_000}).toBeGreaterThanOrEqual(19)
    const query = '{"shared": count(*[_type == "section"])}'
    const evaluations = vi.spyOn(lake.lake.services.engine, 'queryJson')
    const search = new URLSearchParams({query, returnQuery: 'false'})
    const stranger = lake.fetch(`/v2025-02-19/data/query/${DATASET}?${search}`)
    await expect.poll(() => evaluations.mock.calls.length).toBe(1)
    const own = await createInProcessClients(lake.lake).client.fetch(query)
    expect((await (await stranger).json()).result).toEqual(own)
    expect(evaluations).toHaveBeenCalledTimes(1)
    expect(evaluations.mock.calls[0]?.[0].callers?.lane).toBe('site')
  })
})

it(
  'is refused with 503 and a retry time if there are too many, but not for an editor',
  {tags: ['full']},
  async () => {
    const {answers} = crowd(620)
    await expect.poll(() => answers.length, {timeout: 15_000}).toBeGreaterThan(50)
    const authorization = `Bearer ${lake.token('editor')}`
    expect((await ask('"not turned away"', {authorization})).status).toBe(200)
    const away = answers.filter(({status}) => status === 503)
    expect(away.length).toBeGreaterThan(50)
    expect(away[0]?.headers.get('retry-after')).toBe('10')
    expect(await away[0]?.json()).toMatchObject({error: {type: 'tooManyQueries'}})
  },
)
