import {expect, test} from 'vitest'
import {article, newsroom} from './support/fixtures.ts'
import {attribute, elements, links, tags, textOf} from './support/html.ts'
import {SESSION, siteOver, visit} from './support/visit.ts'

const documents = newsroom(
  article('in-dek', {
    headline: 'Another matter',
    dek: 'The budget, at last',
    firstPublishedAt: '2026-03-09T00:00:00Z',
  }),
  article('in-headline', {headline: 'The budget passed', dek: null}),
  article('in-kicker', {headline: 'Third', dek: 'None', kicker: 'Budget week'}),
  article('japanese', {headline: '東京都知事選挙', language: 'ja'}),
  article('drafts.hidden', {headline: 'A secret budget'}),
)

const ask = (q: string, over = documents) =>
  visit(siteOver(over), `/search?${new URLSearchParams({q}).toString()}`)

const found = (html: string) =>
  elements(html, 'h2', 'card__headline').flatMap((headline) => links(headline))

test('finds words in headline, standfirst and kicker, the headline first', async () => {
  const {html, response} = await ask('budget')
  expect(response.status).toBe(200)
  expect(found(html)).toEqual(['/article/in-headline', '/article/in-dek', '/article/in-kicker'])
  const [card = ''] = elements(html, 'article', 'card').filter((one) => one.includes('in-dek'))
  expect(textOf(card)).toContain('Politics Explainer Another matter The budget, at last')
  expect(textOf(card)).toContain('9 March 2026')
  expect(textOf(html)).toContain('3 results for budget')
})

test.each([
  ['all words, in any order', 'passed budget', ['/article/in-headline']],
  ['a phrase', '"the budget passed"', ['/article/in-headline']],
  ['an open ending', 'budg* -passed -week', ['/article/in-dek']],
  ['Japanese within a run of letters', '知事', ['/article/japanese']],
])('finds %s', async (_what, q, expected) => {
  expect(found((await ask(q)).html)).toEqual(expected)
})

test('keeps what was asked in the form, and says in which language a result is', async () => {
  const {html} = await ask('"知事"')
  const [input = ''] = tags(html, 'input')
  expect(attribute(input, 'value')).toBe('"知事"')
  expect(attribute(tags(html, 'article')[0] ?? '', 'lang')).toBe('ja')
})

test.each(['/search', '/search?q=', '/search?q=%20%20'])(
  'sends no query and shows only the form: %s',
  async (path) => {
    const {html, response} = await visit(siteOver(documents), path)
    expect(response.status).toBe(200)
    expect(elements(html, 'form')).toHaveLength(1)
    expect(html).not.toContain('search__count')
    expect(found(html)).toEqual([])
  },
)

test('says so where nothing is found', async () => {
  const {html, response} = await ask('nonsense')
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain('Nothing found for nonsense')
})

test('forms go to the site and nowhere else; a preview has none', async () => {
  const site = siteOver(documents)
  const {response, html} = await visit(site, '/search?q=budget')
  expect(response.headers.get('content-security-policy')).toContain(`form-action 'self'`)
  const [form = ''] = tags(html, 'form')
  expect([attribute(form, 'action'), attribute(form, 'method')]).toEqual(['/search', 'get'])
  expect(tags(html, 'form')).toHaveLength(1)
  const front = await visit(site, '/')
  expect(front.response.headers.get('content-security-policy')).toContain(`form-action 'self'`)
  expect(tags(front.html, 'form').map((one) => attribute(one, 'action'))).toEqual(['/search'])
  expect(links(front.html)).toContain('/search')
  const preview = await visit(site, '/preview/home', SESSION)
  expect(preview.response.headers.get('content-security-policy')).toContain(`form-action 'none'`)
  expect(tags(preview.html, 'form')).toEqual([])
})

test('is nothing for search engines', async () => {
  const {html} = await ask('budget')
  expect(tags(html, 'meta').filter((tag) => attribute(tag, 'name') === 'robots')).toEqual([
    '<meta name="robots" content="noindex"/>',
  ])
})

test('twenty results stand on a page, and the words go along', async () => {
  const many = Array.from({length: 21}, (_, index) =>
    article(`piece-${index}`, {headline: `Q&A ${index}`}),
  )
  const {html} = await ask('q&a', newsroom(...many))
  expect(found(html)).toHaveLength(20)
  expect(links(html)).toContain('/search?q=q%26a&page=2')
  const site = siteOver(newsroom(...many))
  expect(found((await visit(site, '/search?q=q%26a&page=2')).html)).toHaveLength(1)
  expect((await visit(site, '/search?q=q%26a&page=3')).response.status).toBe(404)
})

test.each([
  '<script>alert(1)</script>',
  `"><img src=x onerror=alert(1)>`,
  '")] | {"secret": *[_id in path("**")]}',
  '\\" || true || "',
  '*',
  '...',
  '𝒳'.repeat(500),
])('whatever is typed is looked for and shown, never run: %s', async (q) => {
  const {html, response} = await ask(q)
  expect(response.status).toBe(200)
  expect(html).not.toMatch(/<script>|<img src=x/)
  expect(html).not.toContain('A secret budget')
  const value = attribute(tags(html, 'input')[0] ?? '', 'value') ?? ''
  expect(q.startsWith(value)).toBe(true)
  expect([...value].length).toBe(Math.min([...q].length, 200))
})
