// On a real lake: what is not published is in no machine format, and is once it is.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {START, startLake, type TestLake} from '../../support/lake.ts'
import {ok, openDesk, publish, publishedOf, write, type Desk} from '../../support/piece.ts'
import {siteOn} from '../support/site-on-lake.ts'
import {ORIGIN} from '../support/visit.ts'
import {ask, oembedPath} from './support/ask-format.ts'

const HOUR = 3_600_000
const PICTURE = `image-${'a'.repeat(40)}-1600x900-jpg`

let lake: TestLake
let desk: Desk
let site: ReturnType<typeof siteOn>

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  site = siteOn(lake)
  await ok(
    desk.mutate(desk.importer, [
      // The photos of all pieces show this picture; the site shows none whose size it does not know.
      {patch: {id: PICTURE, set: {metadata: {dimensions: {width: 1600, height: 900}}}}},
      {patch: {id: 'world', set: {slug: {_type: 'slug', current: 'world'}}}},
      {patch: {id: 'jane', set: {slug: {_type: 'slug', current: 'jane'}}}},
      {
        create: {
          _id: 'boats',
          _type: 'topic',
          title: 'Boats',
          slug: {_type: 'slug', current: 'boats'},
        },
      },
    ]),
  )
  for (const id of ['open', 'withdrawn', 'killed']) await publish(desk, id, {article: {topics}})
  await write(desk, 'draft')
  const until = new Date(START + HOUR).toISOString()
  const held = publishedOf('held', {article: {embargo: {until}, firstPublishedAt: until, topics}})
  await ok(
    desk.mutate(
      desk.importer,
      held.map((one) => ({create: one})),
    ),
  )
}, 60_000)
afterAll(() => lake.close())

/** Formats that hold many articles: all of them name an article by its address. */
const LISTS = [
  '/feed.xml',
  '/feed.atom',
  '/feed.json',
  '/section/world/feed.xml',
  '/section/world/feed.atom',
  '/section/world/feed.json',
  '/author/jane/feed.xml',
  '/author/jane/feed.atom',
  '/author/jane/feed.json',
  '/topic/boats/feed.xml',
  '/topic/boats/feed.atom',
  '/topic/boats/feed.json',
  '/sitemap-1.xml',
  '/sitemap-news.xml',
]
/** Formats of one article. */
const FORMS = [
  (slug: string) => `/article/${slug}/ninjs.json`,
  (slug: string) => `/article/${slug}/newsml.xml`,
  (slug: string) => oembedPath(`${ORIGIN}/article/${slug}`),
  (slug: string) => oembedPath(`${ORIGIN}/article/${slug}`, '&format=xml'),
]

const topics = [{_type: 'reference', _key: 't', _ref: 'boats'}]

/** Whether each of the formats knows the article. */
async function whereabouts(slug: string): Promise<boolean[]> {
  const found: boolean[] = []
  for (const path of LISTS) {
    const response = await ask(site, path)
    expect(response.status, path).toBe(200)
    const text = await response.text()
    found.push(text.includes(`${ORIGIN}/article/${slug}`) || text.includes(`The story ${slug}`))
  }
  for (const form of FORMS) {
    const response = await ask(site, form(slug))
    found.push(response.status === 200 && (await response.text()).includes(`The story ${slug}`))
  }
  return found
}

/** Whether search engines get its photo and its sources. */
async function partsOf(slug: string): Promise<boolean[]> {
  const photos = await (await ask(site, '/sitemap-photos-1.xml')).text()
  const pages = await (await ask(site, '/sitemap-pages.xml')).text()
  return [photos.includes(`/photo/${slug}-photo<`), pages.includes(`/source/${slug}-source<`)]
}

const nowhere = [...LISTS, ...FORMS].map(() => false)
const everywhere = nowhere.map(() => true)

test('a published article is in all of them', async () => {
  expect(await whereabouts('open')).toEqual(everywhere)
})

test('a draft is in none', async () => {
  expect(await whereabouts('draft')).toEqual(nowhere)
})

test('a withdrawn and a killed one were, and are no more; their formats are gone for good', async () => {
  for (const id of ['withdrawn', 'killed']) {
    expect(await whereabouts(id)).toEqual(everywhere)
    expect(await partsOf(id)).toEqual([true, true])
  }
  await ok(desk.act(desk.editor, {act: 'withdraw', articleId: 'withdrawn', note: 'Unsound.'}))
  await ok(desk.act(desk.administrator, {act: 'kill', articleId: 'killed', note: 'Unlawful.'}))
  for (const id of ['withdrawn', 'killed']) {
    expect(await whereabouts(id)).toEqual(nowhere)
    expect(await partsOf(id)).toEqual([false, false])
    expect((await ask(site, `/article/${id}/ninjs.json`)).status).toBe(410)
    expect((await ask(site, `/article/${id}/newsml.xml`)).status).toBe(410)
    expect((await ask(site, oembedPath(`${ORIGIN}/article/${id}`))).status).toBe(404)
  }
})

test('one under embargo is in none until its time, and then in all', async () => {
  expect(await whereabouts('held')).toEqual(nowhere)
  expect(await partsOf('held')).toEqual([false, false])
  lake.setTime(START + HOUR)
  expect(await whereabouts('held')).toEqual(everywhere)
  expect(await partsOf('held')).toEqual([true, true])
})

test('a correction moves the date of an article, and the feeds say what was corrected', async () => {
  await ok(
    desk.mutate(desk.importer, [
      {
        create: {
          _id: 'correction-open-1',
          _type: 'correction',
          article: {_type: 'reference', _ref: 'open', _weak: true},
          number: 1,
          type: 'correction',
          readerNote: 'The ferry left at noon.',
          publishedAt: new Date(START + 2 * HOUR).toISOString(),
        },
      },
    ]),
  )
  const moment = '2026-11-25T12:00:00.000Z'
  for (const path of ['/feed.xml', '/feed.atom', '/feed.json', '/article/open/ninjs.json']) {
    const text = await (await ask(site, path)).text()
    expect(text, path).toContain('The ferry left at noon.')
    expect(text, path).toContain(moment)
  }
  const sitemap = await (await ask(site, '/sitemap-1.xml')).text()
  expect(sitemap).toContain(`/article/open</loc><lastmod>${moment}`)
})
