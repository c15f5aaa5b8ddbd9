// On a real lake: no page and no format of the site differs by what readers may not see, whatever it says
// and whether it is there at all.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {ok, openDesk, publish, publishedOf, write, type Desk} from '../support/piece.ts'
import {ask, oembedPath} from './formats/support/ask-format.ts'
import {siteOn} from './support/site-on-lake.ts'
import {ORIGIN} from './support/visit.ts'

const DAY = 86_400_000
const HIDDEN = ['draft', 'held']
const PARTS = ['', '-photo', '-quote', '-source']

let lake: TestLake
let desk: Desk
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  site = siteOn(lake)
  const slugs = ['world', 'jane'].map((id) => {
    return {patch: {id, set: {slug: {_type: 'slug', current: id}}}}
  })
  await ok(desk.mutate(desk.importer, slugs))
  await publish(desk, 'open')
  await write(desk, 'draft')
  const until = new Date(START + DAY).toISOString()
  const held = publishedOf('held', {article: {embargo: {until}, firstPublishedAt: until}})
  await ok(
    desk.mutate(
      desk.importer,
      held.map((one) => ({create: one})),
    ),
  )
}, 60_000)
afterAll(() => lake.close())

const articles = [...HIDDEN, 'open'].flatMap((id) => [
  `/article/${id}`,
  `/article/${id}/corrections`,
  `/article/${id}/ninjs.json`,
  `/article/${id}/newsml.xml`,
  `/photo/${id}-photo`,
  `/source/${id}-source`,
  `/preview/article/${id}`,
  oembedPath(`${ORIGIN}/article/${id}`),
])
const PAGES = [
  '/',
  '/?page=2',
  '/section/world',
  '/author/jane',
  '/sources',
  '/corrections',
  '/policies',
  '/search?q=story',
  '/search?q=draft',
  '/search?q=held',
  '/search?q=zebra',
  '/feed.xml',
  '/feed.atom',
  '/feed.json',
  '/section/world/feed.json',
  '/sitemap.xml',
  '/sitemap-1.xml',
  '/sitemap-news.xml',
  '/sitemap-photos-1.xml',
  '/sitemap-pages.xml',
  '/robots.txt',
  '/preview/link/cp_x.y',
  ...articles,
]

/** Every page with its headers. */
async function everything(): Promise<Record<string, string>> {
  const pages: Record<string, string> = {}
  for (const path of PAGES) {
    const response = await ask(site, path)
    pages[path] = JSON.stringify([response.status, [...response.headers], await response.text()])
  }
  return pages
}

test('nothing that is hidden shows in any page, whatever becomes of it', async () => {
  const before = await everything()
  const found = PAGES.filter((path) => before[path]?.startsWith('[200'))
  expect(found.length).toBeGreaterThan(20)
  expect(before['/search?q=story']).toContain('The story open')
  for (const page of Object.values(before)) {
    for (const id of HIDDEN) expect(page).not.toContain(`The story ${id}`)
  }
  const ids = HIDDEN.flatMap((id) =>
    PARTS.map((part) => `${id === 'draft' ? 'drafts.' : ''}${id}${part}`),
  )
  const stored = () => lake.lake.services.documents.all('production').length
  const many = stored()
  const changes: ((id: string) => object)[] = [
    (id: string) => ({patch: {id, set: {dek: 'Zebra', headline: 'Zebra', caption: 'Zebra'}}}),
    (id: string) => ({delete: {id}}),
  ]
  for (const change of changes) {
    lake.setTime(lake.now() + 60_000)
    await ok(desk.mutate(desk.importer, ids.map(change)))
    const after = await everything()
    for (const path of PAGES) expect(after[path], path).toBe(before[path])
  }
  expect(stored()).toBeLessThan(many)
})
