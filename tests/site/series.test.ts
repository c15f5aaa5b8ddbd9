// Series and packages, as readers find them.
import {parseAtomFeed, parseJsonFeed, parseRssFeed} from 'feedsmith'
import {describe, expect, test} from 'vitest'
import type {Document} from './support/client.ts'
import {article, newsroom, photo, photoUse} from './support/fixtures.ts'
import {elements, links, textOf} from './support/html.ts'
import {SESSION, siteOver, visit} from './support/visit.ts'
import {JSON_FEED} from './formats/rules/json-feed.ts'
import {nodeOf, nodesOf} from './formats/support/json-ld.ts'
import {vocabularyProblems} from './formats/support/schema-org.ts'
import {xmlProblems} from './formats/support/validate-xml.ts'

const AT = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const ORIGIN = 'http://127.0.0.1:3333'
const weak = (_ref: string) => ({_key: _ref, _type: 'reference', _ref, _weak: true})
const tide = (more: Record<string, unknown> = {}): Document => ({
  ...AT,
  _id: 'series-tide',
  _type: 'series',
  title: 'The tide',
  slug: {_type: 'slug', current: 'the-tide'},
  description: 'How a city lives with water.',
  picture: photoUse('barrier'),
  parts: ['one', 'gone', 'three', 'four', 'five'].map(weak),
  ...more,
})
const flood = (more: Record<string, unknown> = {}): Document => ({
  ...AT,
  _id: 'package-flood',
  _type: 'storyPackage',
  title: 'The flood',
  description: 'All that we know.',
  main: weak('one'),
  sides: ['three', 'gone', 'five'].map(weak),
  ...more,
})
// The second part was withdrawn; the fourth is a draft.
const PIECES = [
  ...['one', 'three', 'five', 'lone'].map((id) => article(id)),
  article('drafts.four', {headline: 'Headline of four', slug: {current: 'four'}}),
]
const siteWith = (...more: Document[]) => siteOver(newsroom(photo('barrier'), PIECES, more))
const site = siteWith(tide(), flood())
const pageOf = async (path: string, on = site) => (await visit(on, path)).html

describe('the page of a series', () => {
  test('has title, description, picture with credit, and the live parts with their numbers', async () => {
    const html = await pageOf('/series/the-tide')
    expect(textOf(elements(html, 'h1')[0]!)).toBe('The tide')
    expect(textOf(html)).toContain('How a city lives with water.')
    expect(elements(html, 'figure').map(textOf)[0]).toContain('(© Sankei by Yasuto Tanaka)')
    const items = elements(html, 'li', 'value=').map(textOf)
    expect(items.map((item) => item.slice(0, 6))).toEqual(['Part 1', 'Part 3', 'Part 5'])
    expect(items[1]).toContain('Headline of three')
    expect(html).not.toContain('Headline of four')
  })

  test('is not there for a slug that no series has', async () => {
    expect((await visit(site, '/series/nothing')).response.status).toBe(404)
    expect((await visit(site, '/series/the-tide?page=2')).response.status).toBe(404)
  })

  test('counts on over its pages', async () => {
    const many = Array.from({length: 25}, (_, index) => article(`p${index + 1}`))
    const long = siteWith(...many, tide({parts: many.map(({_id}) => weak(_id))}))
    const second = await pageOf('/series/the-tide?page=2', long)
    const numbers = elements(second, 'li', 'value=').map((item) => textOf(item).slice(0, 7))
    expect(numbers).toEqual(['Part 21', 'Part 22', 'Part 23', 'Part 24', 'Part 25'])
    expect(links(second)).toContain('/series/the-tide')
    expect(links(await pageOf('/series/the-tide', long))).toContain('/series/the-tide?page=2')
  })

  test('says so while nothing of it is published', async () => {
    const empty = siteWith(
      tide({parts: [weak('gone')]}),
      tide({_id: 'b', slug: {current: 'b'}, parts: null}),
    )
    for (const path of ['/series/the-tide', '/series/b'])
      expect(textOf(await pageOf(path, empty))).toContain('Nothing has been published here yet.')
  })

  test('shows staff the drafts, and no machine', async () => {
    const {html} = await visit(site, '/preview/series/the-tide', SESSION)
    expect(elements(html, 'li', 'value="4"')).toHaveLength(1)
    expect(html).toContain('Headline of four')
    expect(html).not.toContain('application/ld+json')
  })

  test('is in the sitemap', async () => {
    expect(await pageOf('/sitemap-pages.xml')).toContain(`<loc>${ORIGIN}/series/the-tide</loc>`)
  })
})

describe('the page of a part', () => {
  test('says which part it is, and leads to the live parts beside it', async () => {
    const html = await pageOf('/article/three')
    expect(textOf(elements(html, 'header', 'article__head')[0]!)).toContain(
      'Part 3 of 5 of The tide',
    )
    const [nav = ''] = elements(html, 'nav', 'Series: The tide')
    expect(textOf(nav)).toBe(
      'Part 3 of 5 of The tide Previous: part 1 Headline of one Next: part 5 Headline of five',
    )
    expect(links(nav)).toEqual(['/series/the-tide', '/article/one', '/article/five'])
  })

  test('leads nowhere from the last part, and says nothing of a piece in no series', async () => {
    const [nav = ''] = elements(await pageOf('/article/five'), 'nav', 'Series: The tide')
    expect(textOf(nav)).not.toContain('Next')
    expect(await pageOf('/article/lone')).not.toContain('class="series')
  })

  test('names each series of a piece in several', async () => {
    const second = tide({_id: 'b', title: 'Work', slug: {current: 'work'}, parts: [weak('three')]})
    const html = await pageOf('/article/three', siteWith(tide(), second))
    expect(elements(html, 'nav', 'Series: ').map((nav) => textOf(nav).slice(0, 23))).toEqual([
      'Part 3 of 5 of The tide',
      'Part 1 of 1 of Work',
    ])
  })
})

describe('a package', () => {
  const band = async (path: string, on = site) =>
    elements(await pageOf(path, on), 'section', 'package').map((one) => ({
      text: textOf(one),
      links: links(one).filter((link) => link.startsWith('/article/')),
    }))[0]

  test('shows the live side stories on the page of the main story', async () => {
    const shown = await band('/article/one')
    expect(shown?.links).toEqual(['/article/three', '/article/five'])
    expect(shown?.text).toMatch(/^The flood All that we know\./)
    expect(shown?.text).not.toContain('Main story')
  })

  test('names the main story and the other side stories on the page of a side story', async () => {
    const shown = await band('/article/five')
    expect(shown?.links).toEqual(['/article/one', '/article/three'])
    expect(shown?.text).toContain('Main story')
  })

  test.each([
    ['its main story is not live', {main: weak('gone')}, '/article/three'],
    ['its main story is a draft', {main: weak('four')}, '/article/three'],
    ['no side story is live', {sides: [weak('gone')]}, '/article/one'],
  ])('is not there while %s', async (_what, more, path) => {
    const on = siteWith(flood(more))
    expect(await band(path, on)).toBeUndefined()
    expect(await pageOf(path, on)).not.toContain('The flood')
  })

  test('keeps to the older one where an import brought two', async () => {
    const newer = flood({_id: 'a-package', title: 'Newer', _createdAt: '2026-02-01T00:00:00Z'})
    expect((await band('/article/three', siteWith(newer, flood())))?.text).toMatch(/^The flood/)
  })
})

describe('machines', () => {
  test('learn of series, number and package in JSON-LD', async () => {
    const {isPartOf, position} = nodeOf(await pageOf('/article/three'), 'NewsArticle')
    expect(position).toBe(3)
    expect(isPartOf).toEqual([
      {'@id': `${ORIGIN}/#site`},
      {
        '@type': 'CreativeWorkSeries',
        '@id': `${ORIGIN}/series/the-tide#series`,
        name: 'The tide',
        url: `${ORIGIN}/series/the-tide`,
      },
      {
        '@type': 'Collection',
        '@id': `${ORIGIN}/article/one#package`,
        name: 'The flood',
        description: 'All that we know.',
        url: `${ORIGIN}/article/one`,
        hasPart: ['one', 'three', 'five'].map((id) => ({
          '@type': 'CreativeWork',
          name: `Headline of ${id}`,
          url: `${ORIGIN}/article/${id}`,
        })),
      },
    ])
  })

  test('get no number that could be that in another series', async () => {
    const second = tide({_id: 'b', title: 'Work', slug: {current: 'work'}, parts: [weak('three')]})
    const html = await pageOf('/article/three', siteWith(tide(), second))
    expect(nodeOf(html, 'NewsArticle')).not.toHaveProperty('position')
  })

  test('find the parts on the page of the series', async () => {
    const {about} = nodeOf(await pageOf('/series/the-tide'), 'CollectionPage')
    expect(about).toMatchObject({
      '@type': 'CreativeWorkSeries',
      '@id': `${ORIGIN}/series/the-tide#series`,
      image: {creditText: '(© Sankei by Yasuto Tanaka)'},
      hasPart: [
        {url: `${ORIGIN}/article/one`, position: 1},
        {url: `${ORIGIN}/article/three`, position: 3},
        {url: `${ORIGIN}/article/five`, position: 5},
      ],
    })
  })

  test.each(['/series/the-tide', '/article/one', '/article/three'])(
    'read nothing on %s that schema.org does not know',
    async (path) => {
      const nodes = nodesOf(await pageOf(path))
      expect(nodes.flatMap((node) => vocabularyProblems(node))).toEqual([])
    },
  )

  test.each(['', '/series/the-tide'])('find both in the feeds of “%s”', async (base) => {
    const [rss, atom, json] = await Promise.all(
      ['xml', 'atom', 'json'].map((form) => pageOf(`${base}/feed.${form}`)),
    )
    expect(await xmlProblems(rss!, 'rss.xsd')).toEqual([])
    expect(await xmlProblems(atom!, 'atom.xsd')).toEqual([])
    JSON_FEED.parse(JSON.parse(json!))
    const title = 'Headline of three'
    const categories = ['Politics', 'The tide', 'The flood']
    const item = parseRssFeed(rss!).items?.find((one) => one.title === title)
    expect(item?.categories?.map(({name}) => name)).toEqual(categories)
    const entry = parseAtomFeed(atom!).entries?.find((one) =>
      JSON.stringify(one.title).includes(title),
    )
    expect(entry?.categories?.map(({term}) => term)).toEqual(categories)
    expect(entry?.links).toContainEqual({
      rel: 'collection',
      type: 'text/html',
      title: 'The tide',
      href: `${ORIGIN}/series/the-tide`,
    })
    const found = parseJsonFeed(JSON.parse(json!)).items?.find((one) => one.title === title)
    expect(found?.tags).toEqual(categories)
  })

  test('find only its live parts in the feed of a series', async () => {
    const {
      items,
      title,
      home_page_url: page,
    } = parseJsonFeed(JSON.parse(await pageOf('/series/the-tide/feed.json')))
    expect([title, page]).toEqual(['The tide – The Test Post', `${ORIGIN}/series/the-tide`])
    expect(items?.map((one) => one.title).toSorted()).toEqual(
      ['five', 'one', 'three'].map((id) => `Headline of ${id}`),
    )
    expect((await visit(site, '/series/nothing/feed.xml')).response.status).toBe(404)
    expect(await pageOf('/series/the-tide')).toContain('href="/series/the-tide/feed.xml"')
  })
})
