// The site queries the lake in process. Each query has the same result as `@sanity/client` gets
// over HTTP, for each reader of the site.
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import type {Json} from '@copydesk/lake/types'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import {createInProcessClients} from '../../server/in-process-clients.ts'
import {listen} from '@copydesk/lake/serve'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'
import {ROOT} from '../../server/paths.ts'
import {createClients, type Clients} from '../../site/clients.ts'
import type {ContentClient} from '../../site/content-client.ts'
import {STEGA} from '../../site/editing/stega.ts'
import {isSignedOut} from '../../site/http/is-signed-out.ts'
import {refusalOf} from '../../site/previews/refusal.ts'
import {createSite} from '../../site/server.tsx'
import {seedDocuments} from '../site/support/seed.ts'
import {importEmbargoed} from '../support/embargoed.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {edit, ok, openDesk, write, type Desk} from '../support/piece.ts'
import {store} from '../support/commit.ts'

const DAY = 86_400_000

type Params = Record<string, Json>
const ARTICLE = 'article-tide-barrier'
const ADDRESS = {slug: 'the-night-the-barrier-shut-itself'}

/** Parameters of queries that have no others below. */
const USUAL: Params = {
  ...ADDRESS,
  id: ARTICLE,
  type: 'article',
  types: ['article'],
  q: 'barrier',
  since: '2020-01-01T00:00:00Z',
  start: 0,
  end: 20,
  sectionId: 'section-economy',
  path: '/2019/03/barrier',
  withQuery: '/2019/03/barrier?p=1',
}

/** Queries that find something in the newsroom below. */
const FINDS: Record<string, Params> = {
  HOME_QUERY: {},
  ARTICLE_BY_SLUG_QUERY: ADDRESS,
  ARTICLE_BY_ID_QUERY: {id: ARTICLE},
  MOVED_QUERY: {slug: 'an-old-address'},
  AUTHOR_BY_SLUG_QUERY: {slug: 'tomas-ardley'},
  AUTHOR_FEED_QUERY: {slug: 'tomas-ardley'},
  CORRECTIONS_QUERY: {},
  FEED_QUERY: {},
  NEWS_SITEMAP_QUERY: {},
  NOTICE_BY_SLUG_QUERY: {slug: 'three-bids-for-the-tram-depot'},
  OEMBED_QUERY: ADDRESS,
  PHOTO_BY_ID_QUERY: {id: 'photo-nagasaki-boats'},
  POLICIES_QUERY: {},
  REDIRECT_QUERY: {path: '/2019/03/barrier'},
  SEARCH_QUERY: {},
  SECTION_BY_SLUG_QUERY: {slug: 'economy'},
  SECTION_FEED_QUERY: {slug: 'economy'},
  SITE_SETTINGS_QUERY: {},
  SITEMAP_QUERY: {},
  SITEMAP_PHOTOS_QUERY: {},
  SOURCE_BY_ID_QUERY: {id: 'source-maren-oakley'},
  SOURCES_QUERY: {},
  TOPIC_BY_SLUG_QUERY: {slug: 'economy-and-business'},
  TOPIC_FEED_QUERY: {slug: 'economy-and-business'},
}

let lake: TestLake
let desk: Desk
let secret: string
let inProcess: Clients
let overHttp: Clients
let queries: [name: string, query: string][]

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  const documents = seedDocuments().map((document) => ({
    ...document,
    ...(document._id === ARTICLE && {previousSlugs: ['an-old-address']}),
  }))
  const redirect = {
    _id: 'old-address',
    _type: 'redirect',
    from: ['/2019/03/barrier'],
    address: '/policies',
  }
  await store(lake.lake, [...documents, redirect])
  await write(desk, 'shown')
  await edit(desk, desk.editor, ARTICLE, {headline: 'A headline that nobody has published'})
  await importEmbargoed(lake, lake.now() + DAY)
  secret = await share('shown')
  inProcess = createInProcessClients(lake.lake)
  overHttp = createClients({projectId: PROJECT_ID, dataset: DATASET, apiHost: lake.origin})
  queries = await allQueries()
})
afterAll(() => lake.close())
afterEach(() => vi.restoreAllMocks())

/** The queries of the site, and the filters of the studio's lists as queries. */
async function allQueries(): Promise<[string, string][]> {
  const folder = join(ROOT, 'queries')
  const files = readdirSync(folder).filter((name) => /^[a-z]+\.ts$/.test(name))
  const modules = await Promise.all(
    files.map((name) => import(join(folder, name)) as Promise<Record<string, unknown>>),
  )
  return modules
    .flatMap((module) => Object.entries(module))
    .flatMap(([name, text]): [string, string][] => {
      if (typeof text !== 'string') return []
      if (name.endsWith('_QUERY')) return [[name, text]]
      return name.endsWith('_FILTER') ? [[name, `*[${text}] | order(_id asc)`]] : []
    })
}

/** An editor's link to the article. Returns its share token. */
async function share(articleId: string): Promise<string> {
  const expiresAt = new Date(lake.now() + DAY).toISOString()
  const {headers} = desk.editor
  const body = {act: 'sharePreview', articleId, recipient: 'Her lawyer', expiresAt}
  const post = {method: 'POST', headers, body: JSON.stringify(body)}
  await ok(lake.fetch(`/v1/acts/${DATASET}`, post))
  const [link] = lake.lake.services.documents.ofType(DATASET, 'previewLink')
  const pass = await ok(lake.fetch(`/v1/passes/${DATASET}/${link?._id}`, {headers}))
  return String(pass['secret'])
}

const cookieOf = ({headers}: Desk['journalist']): string => headers['cookie'] ?? ''

/** A client of either kind, as the site makes it for one of its readers. */
const READERS: [reader: string, of: (clients: Clients) => ContentClient | undefined][] = [
  ['an anonymous reader', ({client}) => client],
  ['a journalist', ({previewClient}) => previewClient?.(cookieOf(desk.journalist))],
  [
    'a journalist who edits in the preview',
    ({previewClient}) =>
      previewClient?.(cookieOf(desk.journalist), {perspective: 'drafts', stega: STEGA}),
  ],
  [
    'an editor who looks at a release',
    ({previewClient}) =>
      previewClient?.(cookieOf(desk.editor), {perspective: ['rA1', 'drafts'], stega: STEGA}),
  ],
  ['the holder of a share token', ({sharedPreviewClient}) => sharedPreviewClient?.(secret)],
]

type Ask = (query: string, params: Params) => Promise<unknown>

/** The result of each query, by its name. */
async function answers(ask: Ask): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const [name, query] of queries) {
    all[name] = await ask(query, {...USUAL, ...FINDS[name]})
  }
  return all
}

describe('each query has the same result in process and over HTTP', () => {
  it.each(READERS)('for %s', async (_reader, of) => {
    const asked = (clients: Clients) => {
      const client = of(clients)
      if (!client) throw new Error('There is no such client.')
      return answers((query, params) => client.fetch(query, params))
    }
    const told = await asked(inProcess)
    expect(told).toEqual(await asked(overHttp))
    expect(Object.keys(told)).toEqual(expect.arrayContaining(Object.keys(FINDS)))
  })

  it('with a result that is not empty', async () => {
    const told = await answers((query, params) => inProcess.client.fetch(query, params))
    for (const name of Object.keys(FINDS)) {
      expect(told[name], name).not.toBeNull()
      expect(told[name], name).not.toEqual([])
    }
    const drafts = inProcess.previewClient?.(cookieOf(desk.journalist))
    expect(await drafts?.fetch(`*[_id == "${ARTICLE}"][0].headline`)).toMatch(
      /nobody has published/,
    )
    const guest = inProcess.sharedPreviewClient?.(secret)
    expect(await guest?.fetch('*[_id == "shown"][0].headline')).toBe('The story shown')
    expect(await inProcess.client.fetch('*[_id == "shown"][0].headline')).toBeNull()
  })

  it('with the same tags of changes', async () => {
    const tagsOf = ({client}: Clients) =>
      answers(async (query, params) => (await client.fetchTagged?.(query, params))?.syncTags)
    const tags = await tagsOf(inProcess)
    expect(tags).toEqual(await tagsOf(overHttp))
    expect(tags['HOME_QUERY']).toEqual(expect.arrayContaining([expect.any(String)]))
  })

  it.each<[string, () => Record<string, string>]>([
    ['a session', () => desk.journalist.headers],
    ['a share token', () => ({authorization: `Bearer ${secret}`})],
  ])('with the same source map and tags for %s', async (_credential, headersOf) => {
    const headers = headersOf()
    const whole = (body: string): object => ({...JSON.parse(body), ms: 0})
    const credentials = {
      cookieHeader: headers['cookie'],
      authorization: headers['authorization'],
    }
    const own = await answers(async (query, params) => {
      const asked = {dataset: DATASET, query, params, perspective: 'drafts'}
      const body = await lake.lake.services.inProcess.query(credentials, {
        ...asked,
        sourceMap: 'byKey',
      })
      return whole(body)
    })
    const theirs = await answers(async (query, params) => {
      const search = new URLSearchParams({
        perspective: 'drafts',
        returnQuery: 'false',
        resultSourceMap: 'withKeyArraySelector',
      })
      // As `@sanity/client` asks long queries: an address has its limit.
      const body = JSON.stringify({query, params})
      const address = `/v2025-02-19/data/query/${DATASET}?${search}`
      const answer = await lake.fetch(address, {method: 'POST', headers, body})
      return whole(await answer.text())
    })
    expect(own).toEqual(theirs)
    expect(own['HOME_QUERY']).toHaveProperty('resultSourceMap.documents')
  })
})

describe('content that a reader may not see is closed both ways', () => {
  const bothWays: [string, () => Clients][] = [
    ['in process', () => inProcess],
    ['over HTTP', () => overHttp],
  ]

  it.each(bothWays)('a piece under embargo: %s', async (_way, clients) => {
    const ids = await clients().client.fetch('*[_id in ["held", "open"]]._id')
    expect(ids).toEqual(['open'])
    const staff = clients().previewClient?.(cookieOf(desk.editor))
    expect(await staff?.fetch('*[_id in ["held", "open"]]._id')).toEqual(['held', 'open'])
  })

  it.each(bothWays)('everything, after the session has ended: %s', async (_way, clients) => {
    const {cookie, credential} = lake.person('journalist')
    const preview = clients().previewClient?.(cookie)
    expect(await preview?.fetch('count(*) > 0')).toBe(true)
    lake.lake.services.access.sessions.end(credential)
    const error = await preview?.fetch('count(*)').catch((refused: unknown) => refused)
    expect(error).toMatchObject({statusCode: 401})
    expect(isSignedOut(error)).toBe(true)
    expect(refusalOf(error)).toEqual({kind: 'ended'})
  })

  it.each(bothWays)('a link’s content, for another secret: %s', async (_way, clients) => {
    const guest = clients().sharedPreviewClient?.('cp_none.none')
    for (const ask of [() => guest?.fetch('count(*)'), () => guest?.preview()]) {
      const error = await ask()?.catch((refused: unknown) => refused)
      expect(error).toMatchObject({statusCode: 401})
      expect(refusalOf(error)).toEqual({kind: 'unknown'})
    }
  })

  it.each(bothWays)('an unknown dataset or an invalid query: %s', async (_way, clients) => {
    const error = await clients()
      .client.fetch('*[')
      .catch((refused: unknown) => refused)
    expect(error).toMatchObject({
      statusCode: 400,
      response: {body: {error: {type: 'queryParseError'}}},
    })
  })
})

describe('a share token', () => {
  it('has the same note both ways', async () => {
    const note = await inProcess.sharedPreviewClient?.(secret).preview()
    expect(note).toEqual(await overHttp.sharedPreviewClient?.(secret).preview())
    expect(note).toMatchObject({articleId: 'shown', recipient: 'Her lawyer'})
  })

  it('leaves a remark, or gets the reasons, both ways', async () => {
    const texts = ['in process', 'over HTTP']
    for (const [n, clients] of [inProcess, overHttp].entries()) {
      const guest = clients.sharedPreviewClient?.(secret)
      await guest?.remark({text: texts[n] ?? '', name: 'Law'})
      const error = await guest?.remark({text: ''}).catch((refused: unknown) => refused)
      expect(refusalOf(error).kind, texts[n]).toBe('refused')
    }
    const remarks = lake.lake.services.documents.ofType(DATASET, 'previewRemark')
    expect(remarks.map(({text}) => text).toSorted()).toEqual(texts)
  })
})

it('readers at the same time share one page, also if all its answers are cached', async () => {
  const site = createSite({
    ...inProcess,
    projectId: PROJECT_ID,
    dataset: DATASET,
    origin: lake.origin,
  })
  const read = async () => await site.fetch(new Request(lake.origin))
  /** Each request is read in a callback of its own, as from a socket. */
  const readIn = () => new Promise((done) => setImmediate(() => done(read())))
  await read()
  const asked = vi.spyOn(lake.lake.services.inProcess, 'query')
  await readIn()
  const forOne = asked.mock.calls.length
  asked.mockClear()
  await Promise.all(Array.from({length: 20}, readIn))
  expect(forOne).toBeGreaterThan(0)
  // Those who come during the work get the next page, and none that is older than their request.
  expect(asked.mock.calls.length).toBeLessThanOrEqual(2 * forOne)
})

describe('a reader who leaves', () => {
  /** Evaluations that do not end by themselves. */
  const unending = () => {
    const spy = vi.spyOn(lake.lake.services.engine, 'queryJson')
    spy.mockImplementation(() => new Promise(() => {}))
    return spy
  }

  it('no longer waits, and the evaluation has no caller when all have left', async () => {
    const evaluations = unending()
    const [first, second] = [new AbortController(), new AbortController()]
    const ask = ({signal}: AbortController) =>
      inProcess.client.fetch('"for two readers"', {}, {signal})
    const left = expect(ask(first)).rejects.toThrow('The first reader left')
    const stays = expect(ask(second)).rejects.toThrow('The second reader left')
    await expect.poll(() => evaluations.mock.calls.length).toBe(1)
    const callers = evaluations.mock.calls[0]?.[0].callers
    first.abort(new Error('The first reader left'))
    await left
    expect(callers?.isEmpty).toBe(false)
    second.abort(new Error('The second reader left'))
    await stays
    expect(callers?.isEmpty).toBe(true)
  })

  it('leaves no aborted evaluation to the next one', async () => {
    const evaluations = unending()
    const reader = new AbortController()
    const left = expect(inProcess.client.fetch('"once more"', {}, reader)).rejects.toThrow()
    reader.abort()
    await left
    evaluations.mockRestore()
    expect(await inProcess.client.fetch('"once more"')).toBe('once more')
  })

  it('ends the rendering of their page, although it is requested through a socket', async () => {
    const told = vi.fn()
    const site = createSite({
      ...inProcess,
      projectId: PROJECT_ID,
      dataset: DATASET,
      origin: lake.origin,
      onError: told,
    })
    const statuses: number[] = []
    const listening = await listen({
      host: '127.0.0.1',
      port: 0,
      async fetch(request) {
        const response = await site.fetch(request)
        statuses.push(response.status)
        return response
      },
    })
    try {
      // Every page needs the settings, so they are cached.
      await inProcess.client.fetch(SITE_SETTINGS_QUERY)
      const evaluations = unending()
      const reader = new AbortController()
      const gone = expect(
        fetch(`http://127.0.0.1:${listening.port}/search?q=unasked`, reader),
      ).rejects.toThrow()
      await expect.poll(() => evaluations.mock.calls.length).toBe(1)
      reader.abort()
      await gone
      await expect.poll(() => statuses).toEqual([499])
      expect(evaluations.mock.calls[0]?.[0].callers?.isEmpty).toBe(true)
      expect(told).not.toHaveBeenCalled()
    } finally {
      await listening.close()
    }
  })
})
