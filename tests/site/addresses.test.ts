import {expect, test} from 'vitest'
import {article, newsroom, reference} from './support/fixtures.ts'
import {attribute, elements, links, textOf} from './support/html.ts'
import {siteOver, visit} from './support/visit.ts'

const many = Array.from({length: 45}, (_, index) =>
  article(`piece-${index}`, {
    firstPublishedAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    topics: [reference('topic-trade')],
  }),
)

test('the front page leads with the newest article and shows the sections and more', async () => {
  const {html, response} = await visit(siteOver(newsroom(...many)), '/')
  expect(response.status).toBe(200)
  expect(textOf(elements(html, 'article', 'card--lead')[0] ?? '')).toContain('Headline of piece-44')
  expect(elements(html, 'h1').map(textOf)).toEqual(['The Test Post'])
  const titles = elements(html, 'h2').map(textOf)
  expect(titles.filter((title) => !title.startsWith('Headline'))).toEqual(
    expect.arrayContaining(['Politics', 'More stories']),
  )
  const [top = ''] = elements(html, 'section', 'data-container="top"')
  const headlines = elements(top, 'article').map(textOf)
  expect(headlines).toEqual(
    [44, 43, 42, 41, 40, 39, 38].map((number) =>
      expect.stringContaining(`Headline of piece-${number} `),
    ),
  )
})

test('the front page tells no story twice, and its last list fills its lines', async () => {
  const {html} = await visit(siteOver(newsroom(...many)), '/')
  const told = elements(html, 'article').map((one) => attribute(one, 'data-story'))
  expect(told.length).toBeGreaterThan(12)
  expect(new Set(told).size).toBe(told.length)
  const [more = ''] = elements(html, 'section', 'data-container="more"')
  const below = elements(more, 'article').length
  expect([below > 0, below % 3]).toEqual([true, 0])
})

test.each([1, 2, 3, 7])(
  'a newsroom with %i articles has a front page of just these',
  async (count) => {
    const {html} = await visit(siteOver(newsroom(...many.slice(0, count))), '/')
    const told = new Set(
      elements(html, 'article')
        .flatMap(links)
        .filter((path) => path.includes('/article/')),
    )
    expect(told.size).toBe(count)
    expect(elements(html, 'article', 'card--lead')).toHaveLength(1)
    // No heading without anything below it.
    const sections = elements(html, 'section', 'data-container')
    expect(sections.length).toBeGreaterThan(0)
    expect(sections.every((one) => one.includes('<article'))).toBe(true)
  },
)

test('the display date puts an article where its date says', async () => {
  const documents = newsroom(...many, article('old', {displayDate: '2027-01-01T00:00:00Z'}))
  const {html} = await visit(siteOver(documents), '/')
  expect(textOf(elements(html, 'article', 'card--lead')[0] ?? '')).toContain('Headline of old')
})

test('a newsroom without articles, sections and settings has a front page all the same', async () => {
  const {html, response} = await visit(siteOver([]), '/')
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain('Nothing has been published yet')
})

test.each(['/section/politics', '/topic/trade', '/author/ada-byrne'])(
  'lists everything, twenty on a page, at %s',
  async (path) => {
    const site = siteOver(newsroom(...many))
    const first = await visit(site, path)
    expect(elements(first.html, 'article')).toHaveLength(20)
    expect(textOf(first.html)).toContain('Page 1 of 3 Older')
    expect(links(first.html)).toContain(`${path}?page=2`)
    const last = await visit(site, `${path}?page=3`)
    expect(elements(last.html, 'article')).toHaveLength(5)
    expect(textOf(last.html)).toContain('Headline of piece-0')
    expect(links(last.html)).not.toContain(`${path}?page=4`)
    expect((await visit(site, `${path}?page=4`)).response.status).toBe(404)
  },
)

test('an old slug always redirects to the current one', async () => {
  const documents = newsroom(article('piece', {previousSlugs: ['first-slug', 'segundo título']}))
  for (const old of ['first-slug', 'segundo%20t%C3%ADtulo']) {
    const {response} = await visit(siteOver(documents), `/article/${old}`)
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/article/piece')
  }
})

test('an article that took over another’s old slug is shown, not passed on', async () => {
  const documents = newsroom(
    article('first-slug'),
    article('piece', {previousSlugs: ['first-slug']}),
  )
  expect((await visit(siteOver(documents), '/article/first-slug')).response.status).toBe(200)
})

test('an address with a trailing slash redirects', async () => {
  const {response} = await visit(siteOver(newsroom()), '/section/politics/?page=2')
  expect(response.status).toBe(301)
  expect(response.headers.get('location')).toBe('/section/politics?page=2')
})

test('slashes in front lead to no other host', async () => {
  const {response} = await visit(siteOver(newsroom()), 'http://127.0.0.1:3333//evil.example/')
  expect(response.headers.get('location')).toBe('/evil.example')
})

test.each([
  '/nothing',
  '/article/no-such-article',
  '/article/%E0%A4%A',
  '/article/a/b',
  '/section/politics?page=0',
  '/section/politics?page=x',
  '/policies',
  '/preview/policies',
])('answers 404 with a way out at %s', async (path) => {
  const {response, html} = await visit(siteOver(newsroom(...many)), path, {
    cookie: 'copydesk_session=1',
  })
  expect(response.status).toBe(404)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(textOf(html)).toContain('Page not found')
  expect(elements(html, 'main').join('')).toContain('action="/search"')
  expect(links(html)).toEqual(expect.arrayContaining(['/', '/section/politics']))
})

test('the policies stand on a page that the foot leads to', async () => {
  const block = {
    _type: 'block',
    _key: 'a',
    markDefs: [],
    children: [{_type: 'span', _key: 's', text: 'We correct.', marks: []}],
  }
  const documents = newsroom().map((one) =>
    one._id === 'siteSettings' ? {...one, policies: {corrections: [block], ethics: []}} : one,
  )
  const {html} = await visit(siteOver(documents), '/policies')
  expect(textOf(html)).toContain('Corrections We correct.')
  expect(links(html)).toContain('/policies#corrections')
  expect(links(html)).not.toContain('/policies#ethics')
})
