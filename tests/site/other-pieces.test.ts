// Pages that show pieces of every type, in a newsroom that has podcasts, and columns that are news.
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import type {ContentType} from '../../model/kinds.ts'
import {published, clientOver, type Document} from './support/client.ts'
import {article, correction, newsroom, reference} from './support/fixtures.ts'
import {elements, links, textOf} from './support/html.ts'

const MORE_TYPES: Record<string, ContentType> = {
  podcast: {
    kind: 'piece',
    title: 'Podcast',
    plural: 'Podcasts',
    fields: {title: 'title', summary: 'summary', section: 'section', people: 'hosts[]'},
    path: '/podcast/:slug',
  },
  column: {
    kind: 'piece',
    title: 'Column',
    plural: 'Columns',
    fields: {title: 'name', summary: 'dek', section: 'part', people: 'author'},
    path: '/column/:slug',
    news: true,
  },
}

const AT = {_createdAt: '2026-03-04T15:30:00Z', _updatedAt: '2026-03-04T15:30:00Z'}
const DOCUMENTS: Document[] = newsroom(
  article('flood', {headline: 'Flood warning', dek: 'The tide comes at nine.'}),
  {
    ...AT,
    _id: 'tide',
    _type: 'podcast',
    title: 'The tide',
    summary: 'A night at the barrier.',
    slug: {current: 'the-tide'},
    section: reference('section-politics'),
    hosts: [{_key: 'a', ...reference('author-ada')}],
  },
  {
    ...AT,
    _id: 'dry',
    _type: 'column',
    name: 'Dry feet',
    dek: 'Why the tide is welcome.',
    slug: {current: 'dry-feet'},
    part: reference('section-politics'),
    author: reference('author-ada'),
  },
  correction('tide', 1),
  correction('dry', 2),
)

let visit: (path: string) => Promise<string>

// The files of a worker share their modules. Here they are loaded again, with the larger registry.
beforeAll(async () => {
  vi.resetModules()
  const {CONTENT_TYPES} = await import('../../model/content-types.ts')
  Object.assign(CONTENT_TYPES, MORE_TYPES)
  const {pieceParts} = await import('../../model/piece-parts.ts')
  // What `npm run typegen` writes for this registry.
  vi.doMock('../../queries/piece-parts.ts', () =>
    Object.fromEntries(Object.entries(pieceParts()).map(([name, {groq}]) => [name, groq])),
  )
  const {siteOver, visit: visitSite} = await import('./support/visit.ts')
  const site = siteOver(DOCUMENTS, {now: () => Date.parse('2026-03-05T00:00:00Z')})
  visit = async (path) => (await visitSite(site, path)).html
})
afterAll(() => {
  vi.doUnmock('../../queries/piece-parts.ts')
  vi.resetModules()
})

const headlines = (html: string) =>
  elements(html, 'h2', 'card__headline').flatMap((one) => links(one))

test('the search finds pieces of every type, a word in the title first', async () => {
  const html = await visit('/search?q=tide')
  expect(headlines(html)[0]).toBe('/podcast/the-tide')
  expect(headlines(html).toSorted()).toEqual([
    '/article/flood',
    '/column/dry-feet',
    '/podcast/the-tide',
  ])
  const podcast = elements(html, 'article', 'card').find((card) => card.includes('the-tide')) ?? ''
  expect(textOf(podcast)).toContain('Politics The tide A night at the barrier. By Ada')
  const column = elements(html, 'article', 'card').find((card) => card.includes('dry-feet')) ?? ''
  expect(textOf(column)).toContain('Politics Dry feet Why the tide is welcome. By Ada')
})

test('the page of corrections names pieces of every type, and leads to them', async () => {
  const html = await visit('/corrections')
  const main = elements(html, 'main')[0] ?? ''
  expect(elements(main, 'h2').map(textOf)).toEqual(['Dry feet', 'The tide'])
  expect(links(main).map((href) => href.split('#')[0])).toEqual([
    '/column/dry-feet',
    '/podcast/the-tide',
  ])
})

test('the front page shows what the registry calls news, also in the sections', async () => {
  const html = await visit('/')
  expect(links(html)).toContain('/column/dry-feet')
  expect(links(html)).toContain('/article/flood')
  expect(links(html)).not.toContain('/podcast/the-tide')
})

test('the sitemap for news lists what the registry calls news', async () => {
  const xml = await visit('/sitemap-news.xml')
  expect(xml).toContain('/column/dry-feet</loc>')
  expect(xml).toContain('<news:title>Dry feet</news:title>')
  expect(xml).not.toContain('the-tide')
})

test('a look-up finds what a document of any type is called', async () => {
  const {anyTitle} = await import('../../model/registry-groq.ts')
  const named = clientOver(published(DOCUMENTS)).fetch(
    `*[_type in ["article", "podcast", "column", "author"]] | order(_id) {"title": ${anyTitle()}}.title`,
  )
  expect(await named).toEqual(['Ada Byrne', 'Dry feet', 'Flood warning', 'The tide'])
})
