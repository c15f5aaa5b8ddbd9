import {expect, test} from 'vitest'
import {article, newsroom, quote, quoteUse, reference} from './support/fixtures.ts'
import {attribute, elements, links, tags, textOf} from './support/html.ts'
import {siteOver, visit} from './support/visit.ts'

const speaker = (source: string, titleAtTime: string, affiliationAtTime: string) => ({
  _key: source,
  source: reference(source),
  titleAtTime,
  affiliationAtTime,
})

const person = (_id: string, name: string, more: Record<string, unknown> = {}) => ({
  _id,
  _type: 'source',
  kind: 'person',
  name,
  ...more,
})

const said = (id: string, more: Record<string, unknown>) => quote(id, {attribution: null, ...more})

const documents = newsroom(
  article('older', {
    firstPublishedAt: '2026-01-10T00:00:00Z',
    body: [quoteUse('early'), quoteUse('together')],
  }),
  article('newer', {
    firstPublishedAt: '2026-02-10T00:00:00Z',
    body: [quoteUse('late', 'pull'), quoteUse('late', 'inline')],
  }),
  said('early', {
    text: 'Then I was an analyst.',
    speakers: [speaker('source-doe', 'Analyst', 'First House')],
  }),
  said('late', {
    text: 'اليوم',
    language: 'ar',
    speakers: [speaker('source-doe', 'Director', 'Second House')],
  }),
  said('together', {
    text: 'We agree.',
    speakers: [speaker('source-doe', 'Analyst', 'First House'), speaker('source-wolf', '', '')],
  }),
  said('unused', {text: 'In no article.', speakers: [speaker('source-doe', '', '')]}),
  article('drafts.waiting', {body: [quoteUse('unused')]}),
  person('source-silent', 'Silent Sam'),
  person('source-doe', 'Jo Doe', {
    honorific: 'Dr',
    country: 'Norway',
    affiliations: [
      {_key: 'b', title: 'Director', organization: 'Second House', from: '2026-02'},
      {_key: 'a', title: 'Analyst', organization: 'First House', from: '2020', to: '2026-01'},
      {_key: 'c', organization: 'A club', to: '2019'},
    ],
  }),
)

test('shows who they are, today and before', async () => {
  const {html, response} = await visit(siteOver(documents), '/source/source-doe')
  expect(response.status).toBe(200)
  expect(elements(html, 'h1').map(textOf)).toEqual(['Dr Jo Doe'])
  expect(textOf(html)).toContain('Norway')
  const [list = ''] = elements(html, 'ul', 'source__affiliations')
  expect(elements(list, 'li').map(textOf)).toEqual([
    'Director, Second House since February 2026',
    'Analyst, First House 2020 to January 2026',
    'A club until 2019',
  ])
})

test('shows each published quote once, as it was said then, with article and date', async () => {
  const {html} = await visit(siteOver(documents), '/source/source-doe')
  const [list = ''] = elements(html, 'ol', 'quotes')
  expect(elements(list, 'li').map(textOf)).toEqual([
    '“اليوم” Dr Jo Doe , Director, Second House Headline of newer 10 February 2026',
    '“Then I was an analyst.” Dr Jo Doe , Analyst, First House Headline of older 10 January 2026',
    '“We agree.” Dr Jo Doe , Analyst, First House Martin Wolf Headline of older 10 January 2026',
  ])
  expect(textOf(html)).toContain('3 quotes that we published')
  expect(html).not.toContain('In no article.')
  const [arabic = ''] = elements(list, 'blockquote')
  expect([attribute(arabic, 'lang'), attribute(arabic, 'dir')]).toEqual(['ar', 'rtl'])
  // Others lead to their pages; nobody's page leads to itself.
  expect(links(list)).toEqual([
    '/article/newer',
    '/article/older',
    '/source/source-wolf',
    '/article/older',
  ])
})

test('twenty quotes stand on a page', async () => {
  const many = Array.from({length: 21}, (_, index) =>
    quote(`said-${index}`, {speakers: [speaker('source-wolf', '', '')]}),
  )
  const site = siteOver(
    newsroom(...many, article('piece', {body: many.map(({_id}) => quoteUse(_id))})),
  )
  const first = await visit(site, '/source/source-wolf')
  expect(elements(first.html, 'figure', 'quote')).toHaveLength(20)
  expect(links(first.html)).toContain('/source/source-wolf?page=2')
  const second = await visit(site, '/source/source-wolf?page=2')
  expect(elements(second.html, 'figure', 'quote')).toHaveLength(1)
  expect((await visit(site, '/source/source-wolf?page=3')).response.status).toBe(404)
})

test.each([
  '/source/nobody',
  '/source/source-silent',
  '/source/author-ada',
  '/source/drafts.source-doe',
  '/source/%E0%A4',
])('there is no source at %s', async (path) => {
  const draft = person('drafts.source-doe', 'Jo Doe')
  const {response} = await visit(siteOver([...documents, draft]), path)
  expect(response.status).toBe(404)
})

test('the index names whom published articles quote, and nobody else, from A to Z', async () => {
  const names = ['Zoe Last', 'Émile Early', 'Adam First', 'élan vital', '東京都', '3M']
  const sources = names.map((name, index) => person(`s${index}`, name))
  const quotes = sources.map(({_id}) =>
    quote(`said-${_id}`, {speakers: [speaker(_id, '', '')], attribution: null}),
  )
  const site = siteOver(
    newsroom(
      ...sources,
      ...quotes,
      article('piece', {body: quotes.map(({_id}) => quoteUse(_id))}),
      person('s-silent', 'Silent Sam'),
    ),
  )
  const {html} = await visit(site, '/sources')
  const shown = elements(html, 'section', 'letter').map((section) => [
    textOf(elements(section, 'h2')[0] ?? ''),
    ...elements(section, 'li').map(textOf),
  ])
  expect(shown).toEqual([
    ['#', '3M'],
    ['A', 'Adam First'],
    ['E', 'élan vital', 'Émile Early'],
    ['Z', 'Zoe Last'],
    ['東', '東京都'],
  ])
  const [letters = ''] = elements(html, 'nav', 'letters')
  const targets = links(letters).map((href) => href.slice(1))
  expect(targets).toHaveLength(5)
  for (const id of targets) expect(html).toContain(`id="${id}"`)
  expect(links(html)).toContain('/source/s0')
})

test('two hundred names stand on a page, and a letter leads to its own', async () => {
  const sources = Array.from({length: 201}, (_, index) =>
    person(`s${index}`, index < 200 ? `Ann ${index}` : 'Bob'),
  )
  const quotes = sources.map(({_id}) => quote(`said-${_id}`, {speakers: [speaker(_id, '', '')]}))
  const site = siteOver(
    newsroom(...sources, ...quotes, article('p', {body: quotes.map(({_id}) => quoteUse(_id))})),
  )
  const {html} = await visit(site, '/sources')
  expect(links(elements(html, 'nav', 'letters')[0] ?? '')).toEqual([
    '#letter-65',
    '/sources?page=2#letter-66',
  ])
  expect(textOf((await visit(site, '/sources?page=2')).html)).toContain('Bob')
  expect((await visit(site, '/sources?page=3')).response.status).toBe(404)
})

test('a newsroom that has quoted nobody says so', async () => {
  const {html, response} = await visit(siteOver(newsroom()), '/sources')
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain('Nobody has been quoted yet.')
  expect(tags(html, 'section')).toEqual([])
})

test('every page leads to the index; previews do not lead to sources', async () => {
  const site = siteOver(documents)
  expect(links((await visit(site, '/')).html)).toContain('/sources')
  const preview = await visit(site, '/preview/article/newer', {cookie: 'copydesk_session=abc'})
  expect(preview.response.status).toBe(200)
  expect(links(preview.html)).not.toContain('/source/source-doe')
  expect(links((await visit(site, '/article/newer')).html)).toContain('/source/source-doe')
})
