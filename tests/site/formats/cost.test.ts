// On a real lake: what a machine has already costs neither evaluation nor writing, until it changes.
import {afterAll, afterEach, beforeAll, expect, test, vi} from 'vitest'
import {startLake, type TestLake} from '../../support/lake.ts'
import {ok, openDesk, publish, publishedOf, type Desk} from '../../support/piece.ts'
import {block} from '../support/fixtures.ts'
import {siteOn} from '../support/site-on-lake.ts'
import {ORIGIN} from '../support/visit.ts'
import {ask, oembedPath} from './support/ask-format.ts'

let lake: TestLake
let desk: Desk
let site: ReturnType<typeof siteOn>

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  site = siteOn(lake)
  await publish(desk, 'piece')
}, 60_000)
afterAll(() => lake.close())
afterEach(() => vi.restoreAllMocks())

const evaluations = () => vi.spyOn(lake.lake.services.engine, 'queryJson')
const PATHS = [
  '/feed.xml',
  '/feed.atom',
  '/feed.json',
  '/sitemap.xml',
  '/sitemap-pages.xml',
  '/sitemap-1.xml',
  '/sitemap-news.xml',
  '/article/piece/ninjs.json',
  '/article/piece/newsml.xml',
  oembedPath(`${ORIGIN}/article/piece`),
]

test.each(PATHS)('%s: 304, and nothing is evaluated', async (path) => {
  const etag = (await ask(site, path)).headers.get('etag') ?? ''
  const spy = evaluations()
  for (const method of ['GET', 'HEAD']) {
    const response = await ask(site, path, {method, headers: {'if-none-match': etag}})
    expect(response.status).toBe(304)
  }
  expect(spy).not.toHaveBeenCalled()
})

test(
  'nor are twenty long articles, to whose feed a change comes at once',
  {tags: ['full'], timeout: 60_000},
  async () => {
    const words = 'Nobody on the quay had seen the water so high, and nobody said so. '.repeat(8)
    const body = Array.from({length: 150}, (_, index) => block(`${index}: ${words}`))
    for (let n = 0; n < 20; n++) {
      const pieces = publishedOf(`long-${n}`, {article: {body}})
      await ok(
        desk.mutate(
          desk.importer,
          pieces.map((one) => ({create: one})),
        ),
      )
    }
    const first = await ask(site, '/feed.xml')
    expect((await first.text()).length).toBeGreaterThan(1_500_000)
    const headers = {'if-none-match': first.headers.get('etag') ?? ''}
    const spy = evaluations()
    expect((await ask(site, '/feed.xml', {headers})).status).toBe(304)
    expect(spy).not.toHaveBeenCalled()

    await ok(
      desk.mutate(desk.importer, [{patch: {id: 'long-3', set: {headline: 'Another headline'}}}]),
    )
    const changed = await ask(site, '/feed.xml', {headers})
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('Another headline')
  },
)
