// *Used on*: what the form of each type is told, as a journalist finds it in the lake.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {LOCATION_QUERIES, statedFor, type Shown} from '../../../../studio/plugins/page/locations.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {store} from '../../../support/commit.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const article = (_id: string, headline: string, more: object = {}) => ({
  _id,
  _type: 'article',
  headline,
  section: ref('economy'),
  ...more,
})
const lead = {leadPhoto: {_type: 'photoUse', photo: ref('ferry')}}

let newsroom: TestLake
beforeAll(async () => {
  newsroom = await startLake()
  const documents = [
    {_id: 'economy', _type: 'section', title: 'Economy', slug: {current: 'economy'}},
    {_id: 'sea', _type: 'topic', title: 'The sea', slug: {current: 'sea'}},
    {
      _id: 'ada',
      _type: 'author',
      name: 'Ada',
      slug: {current: 'ada-a'},
      portrait: {photo: ref('ferry')},
    },
    {_id: 'bo', _type: 'author', name: 'Bo'},
    {
      _id: 'tides',
      _type: 'series',
      title: 'Tides',
      slug: {current: 'tides'},
      parts: [{...ref('two'), _key: 'a', _weak: true}],
    },
    {
      _id: 'flood',
      _type: 'storyPackage',
      title: 'The flood',
      main: {...ref('one'), _weak: true},
      sides: [{...ref('two'), _key: 'a', _weak: true}],
    },
    {
      _id: 'ferry',
      _type: 'photoWithCredit',
      creditLine: 'Ada / Courier',
      image: {asset: ref('image-a-1x1-png')},
    },
    {_id: 'ruth', _type: 'source', name: 'Ruth'},
    {_id: 'said', _type: 'expertQuote', text: 'A', speakers: [{_key: 's', source: ref('ruth')}]},
    {_id: 'image-a-1x1-png', _type: 'sanity.imageAsset'},
    article('one', 'First', {...lead, firstPublishedAt: '2026-11-05T06:00:00Z'}),
    article('drafts.one', 'First, changed', {...lead, firstPublishedAt: '2026-11-05T06:00:00Z'}),
    article('two', 'Second', {...lead, firstPublishedAt: '2026-11-04T06:00:00Z'}),
    article('three', 'Third', {...lead, firstPublishedAt: '2026-11-03T06:00:00Z'}),
    article('drafts.four', '', {
      firstPublishedAt: '2026-11-02T06:00:00Z',
      body: [{_key: 'p', _type: 'photoUse', photo: ref('ferry')}],
    }),
    article('five', 'Fifth', {
      ...lead,
      firstPublishedAt: '2026-11-01T06:00:00Z',
      topics: [ref('sea')],
      bylines: [{_key: 'b', author: ref('ada')}],
      body: [{_key: 'q', _type: 'quoteUse', quote: ref('said')}],
    }),
  ]
  await store(newsroom.lake, documents)
})
afterAll(() => newsroom.close())

async function used(id: string, type: string): Promise<string[]> {
  const {fetch} = LOCATION_QUERIES[type]!
  const client = newsroom.client('journalist')
  const found = await client.fetch<Shown[]>(fetch, {id}, {perspective: 'drafts'})
  return (statedFor(id, type, found).locations ?? []).map(({title, href}) => `${href} ${title}`)
}

test('a photo in five articles lists them with their draft titles, then portraits and its own page', async () => {
  expect(await used('ferry', 'photoWithCredit')).toEqual([
    '/preview/article/one First, changed',
    '/preview/article/two Second',
    '/preview/article/three Third',
    '/preview/article/four No headline yet',
    '/preview/article/five Fifth',
    '/preview/author/ada-a The page of Ada',
    '/preview/photo/ferry The page of the photo',
  ])
})

test('an article, a quote, a source, an author, a section, a topic', async () => {
  expect(await used('one', 'article')).toEqual(['/preview/article/one First, changed'])
  expect(await used('said', 'expertQuote')).toEqual(['/preview/article/five Fifth'])
  expect(await used('ruth', 'source')).toEqual([
    '/preview/article/five Fifth',
    '/preview/source/ruth The page of all that was quoted',
  ])
  expect(await used('ada', 'author')).toEqual([
    '/preview/author/ada-a The page of the author',
    '/preview/article/five Fifth',
  ])
  expect(await used('economy', 'section')).toEqual([
    '/preview/section/economy The page of the section',
    '/preview/home The front page',
  ])
  expect(await used('sea', 'topic')).toEqual([
    '/preview/topic/sea The page of the topic',
    '/preview/article/five Fifth',
  ])
})

test('a series and a package', async () => {
  expect(await used('tides', 'series')).toEqual([
    '/preview/series/tides The page of the series',
    '/preview/article/two Second',
  ])
  expect(await used('flood', 'storyPackage')).toEqual([
    '/preview/article/one First, changed',
    '/preview/article/two Second',
  ])
})

test('a document without an address has no page', async () => {
  expect(await used('bo', 'author')).toEqual([])
})

test('each type is listened to by a query that finds what would change its pages', async () => {
  const client = newsroom.client('journalist')
  for (const [type, id] of [
    ['article', 'one'],
    ['photoWithCredit', 'ferry'],
    ['expertQuote', 'said'],
    ['source', 'ruth'],
    ['author', 'ada'],
    ['section', 'economy'],
    ['topic', 'sea'],
    ['series', 'tides'],
    ['storyPackage', 'flood'],
  ] as const) {
    const {listen} = LOCATION_QUERIES[type]!
    const found = await client.fetch<{_id: string}[]>(listen, {id}, {perspective: 'drafts'})
    expect(found.length, type).toBeGreaterThan(0)
  }
})
