import {readFileSync, globSync} from 'node:fs'
import {resolve} from 'node:path'
import {expect, test} from 'vitest'
import * as articles from '../../queries/articles.ts'
import * as authors from '../../queries/authors.ts'
import * as corrections from '../../queries/corrections.ts'
import * as pieces from '../../queries/pieces.ts'
import * as sections from '../../queries/sections.ts'
import * as settings from '../../queries/settings.ts'
import {createPlan} from '@copydesk/groq/plan'
import {clientOver, drafts, published} from '../site/support/client.ts'
import {
  article,
  block,
  correction,
  linked,
  newsroom,
  notice,
  photo,
  photoUse,
  quote,
  quoteUse,
  reference,
} from '../site/support/fixtures.ts'

/** All of them: a file that is added is tested here, too. */
const FILES = globSync('queries/*.ts').filter(
  (file) => !/sanity\.types|fragments|piece-parts|finish-front|desk/.test(file),
)
const QUERIES: Record<string, string> = Object.assign(
  {},
  ...(await Promise.all(FILES.map((file) => import(resolve(file))))),
)
const PARAMS = {
  slug: 'piece',
  id: 'piece',
  path: '/2019/03/piece/',
  withQuery: '/?p=123',
  q: 'headline',
  start: 0,
  end: 20,
  since: '2026-01-01T00:00:00Z',
  type: 'article',
  types: ['article'],
}

const documents = newsroom(
  article('piece', {
    previousSlugs: ['old-slug'],
    topics: [reference('topic-trade')],
    leadPhoto: photoUse('lead', {caption: 'Caption here only'}),
    related: [reference('other'), reference('gone')],
    body: [
      linked('Words', {_type: 'internalLink', reference: reference('author-ada')}),
      photoUse('lead'),
      quoteUse('said', 'pull'),
      {_type: 'callToAction', _key: 'c', text: 'Read on', link: reference('section-politics')},
      {_type: 'factBox', _key: 'f', title: 'Box', body: [block('Fact')]},
    ],
  }),
  article('other', {firstPublishedAt: '2026-03-05T00:00:00Z'}),
  article('third', {displayDate: '2026-03-06T00:00:00Z', firstPublishedAt: '2020-01-01T00:00:00Z'}),
  article('without-slug', {slug: null}),
  correction('piece', 1, {type: 'correction', publishedAt: '2026-04-01T00:00:00Z'}),
  correction('piece', 2, {type: 'update', publishedAt: '2026-05-01T00:00:00Z'}),
  correction('gone', 1, {publishedAt: '2026-04-15T00:00:00Z'}),
  notice('gone', 1, {at: '2026-05-01T00:00:00Z', previousSlugs: ['gone-before']}),
  notice('gone', 2, {slug: 'gone-again', at: '2026-06-01T00:00:00Z', kind: 'killed'}),
  notice('episode', 1, {subjectType: 'podcast', slug: 'piece-gone', at: '2026-02-01T00:00:00Z'}),
  notice('other', 1, {slug: 'other-once', at: '2026-02-01T00:00:00Z'}),
  article('drafts.piece', {headline: 'Changed', slug: {current: 'piece'}}),
  article('drafts.new', {firstPublishedAt: null, _createdAt: '2026-09-01T00:00:00Z'}),
  photo('lead'),
  quote('said', {original: {text: '原文', language: 'ja', translatedBy: reference('author-ada')}}),
  {
    _id: 'private.quote.said',
    _type: 'privateQuote',
    quote: reference('said'),
    trueSpeaker: 'SECRET',
  },
  {_id: 'private.source.source-green', _type: 'privateSource', phone: 'SECRET'},
)

const reader = clientOver(published(documents))
const staff = clientOver(drafts(documents))

test.each(Object.entries(QUERIES))(
  '%s is a query that parses, named for what it is',
  (name, query) => {
    expect(name).toMatch(/^[A-Z]+(_[A-Z]+)*_QUERY$/)
    expect(() => createPlan(query, PARAMS)).not.toThrow()
  },
)

test.each(Object.entries(QUERIES))(
  '%s answers readers and staff, and never what is private',
  async (_, query) => {
    // Not even where a lake showed private documents by mistake.
    const everything = clientOver(documents)
    for (const client of [reader, staff, everything])
      expect(JSON.stringify(await client.fetch(query, PARAMS))).not.toContain('SECRET')
    expect(query).not.toMatch(/private/)
  },
)

test.each(Object.entries(QUERIES))(
  '%s asks no question that answers depend on by reader or clock',
  (_, query) => {
    expect(query).not.toMatch(/\b(identity|now)\s*\(/)
  },
)

test('every query has a docstring that names its parameters', () => {
  const found = FILES.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return [
      ...source.matchAll(
        /(\/\*\*(?:(?!\*\/)[^])*\*\/)\nexport const (\w+) = defineQuery\(`([^`]*)`/g,
      ),
    ].map(([, doc = '', name = '', query = '']) => {
      for (const [, parameter = ''] of query.matchAll(/\$(?!\{)(\w+)/g))
        expect(doc, name).toMatch(new RegExp(`\`${parameter}\`|SECTION_BY_SLUG_QUERY`))
      expect(doc, name).toMatch(/Used\s+(\* )?by/)
      return name
    })
  })
  expect(found.toSorted()).toEqual(Object.keys(QUERIES).toSorted())
})

test('lists are ordered by the date that readers see', async () => {
  const {latest} = await reader.fetch(articles.HOME_QUERY)
  expect(latest.map(({_id}) => _id)).toEqual(['third', 'other', 'piece'])
  const drafted = await staff.fetch(articles.HOME_QUERY)
  expect(drafted.latest.map(({_id}) => _id)).toEqual(['new', 'third', 'other', 'piece'])
})

test('an article comes with its photos, credits, quotes, speakers and links', async () => {
  const found = await reader.fetch(articles.ARTICLE_BY_SLUG_QUERY, {slug: 'piece'})
  expect(found?.leadPhoto).toMatchObject({
    caption: 'Caption here only',
    photo: {
      creditLine: '(© Sankei by Yasuto Tanaka)',
      image: {asset: {dimensions: {width: 1600, height: 1066}}},
    },
  })
  expect(found?.body).toMatchObject([
    {
      _type: 'block',
      markDefs: [{_type: 'internalLink', target: {_type: 'author', slug: 'ada-byrne'}}],
    },
    {_type: 'photoUse', photo: {creditLine: '(© Sankei by Yasuto Tanaka)'}},
    {
      _type: 'quoteUse',
      display: 'pull',
      quote: {
        speakers: [{source: {name: 'Rory Green'}, affiliationAtTime: 'GlobalData TS Lombard'}],
        original: {translatedBy: {name: 'Ada Byrne'}},
      },
    },
    {_type: 'callToAction', target: {_type: 'section', slug: 'politics'}},
    {_type: 'factBox', body: [{_type: 'block'}]},
  ])
  expect(found?.authors).toMatchObject([{name: 'Ada Byrne', jobTitle: 'Correspondent'}])
  expect(found?.related.slice(0, 2)).toMatchObject([{_id: 'other'}, null])
  expect(found?.topics).toMatchObject([{title: 'Trade'}])
})

test('a draft is asked for by id, and says that it is one', async () => {
  expect(await staff.fetch(articles.ARTICLE_BY_ID_QUERY, {id: 'piece'})).toMatchObject({
    headline: 'Changed',
    isDraft: true,
  })
  expect(await staff.fetch(articles.ARTICLE_BY_ID_QUERY, {id: 'other'})).toMatchObject({
    isDraft: false,
  })
  expect(await reader.fetch(articles.ARTICLE_BY_ID_QUERY, {id: 'new'})).toBeNull()
})

test('an old slug answers the present one of a piece of this type', async () => {
  const moved = (type: string, slug: string) => reader.fetch(pieces.MOVED_QUERY, {type, slug})
  expect(await moved('article', 'old-slug')).toBe('piece')
  expect(await moved('article', 'never-used')).toBeNull()
  expect(await moved('section', 'old-slug')).toBeNull()
})

test('a section, a topic and an author answer the page that was asked for, and how many there are', async () => {
  const range = {start: 1, end: 2}
  const lists = [
    await reader.fetch(sections.SECTION_BY_SLUG_QUERY, {slug: 'politics', ...range}),
    await reader.fetch(authors.AUTHOR_BY_SLUG_QUERY, {slug: 'ada-byrne', ...range}),
  ]
  for (const list of lists) expect(list).toMatchObject({total: 3, articles: [{_id: 'other'}]})
  expect(
    await reader.fetch(sections.TOPIC_BY_SLUG_QUERY, {slug: 'trade', start: 0, end: 9}),
  ).toMatchObject({
    total: 1,
    articles: [{_id: 'piece'}],
  })
  expect(await reader.fetch(sections.SECTION_BY_SLUG_QUERY, {slug: 'none', ...range})).toBeNull()
})

test('the navigation names sections that hold something', async () => {
  const empty = {
    _id: 'section-empty',
    _type: 'section',
    title: 'Empty',
    slug: {current: 'empty'},
    order: 0,
  }
  const found = await clientOver([...published(documents), empty]).fetch(
    settings.SITE_SETTINGS_QUERY,
  )
  expect(found.sections).toEqual([
    {_id: 'section-politics', title: 'Politics', hue: null, slug: 'politics'},
  ])
  expect(found.settings).toMatchObject({name: 'The Test Post', policies: {ethics: false}})
})

test('an article answers its corrections, newest first, on the page and in the preview', async () => {
  const newestFirst = {
    corrections: [{_id: 'correction-piece-2', type: 'update'}, {_id: 'correction-piece-1'}],
  }
  const page = await reader.fetch(articles.ARTICLE_BY_SLUG_QUERY, {slug: 'piece'})
  expect(page).toMatchObject(newestFirst)
  const preview = await staff.fetch(articles.ARTICLE_BY_ID_QUERY, {id: 'piece'})
  expect(preview).toMatchObject({isDraft: true, ...newestFirst})
  const other = await reader.fetch(articles.ARTICLE_BY_SLUG_QUERY, {slug: 'other'})
  expect(other?.corrections).toEqual([])
})

test('all corrections are answered page by page, with the article or the name that it had', async () => {
  const ask = (start: number, end: number) =>
    reader.fetch(corrections.CORRECTIONS_QUERY, {start, end})
  expect(await ask(0, 9)).toMatchObject({
    total: 3,
    corrections: [
      {_id: 'correction-piece-2', article: {headline: 'Headline of piece', slug: 'piece'}},
      {_id: 'correction-gone-1', article: null, formerHeadline: 'Headline of gone'},
      {_id: 'correction-piece-1', formerHeadline: null},
    ],
  })
  expect(await ask(1, 2)).toMatchObject({total: 3, corrections: [{_id: 'correction-gone-1'}]})
})

test('an address at which an article was taken away answers the newest notice of that article', async () => {
  const ask = (slug: string, type = 'article') =>
    reader.fetch(pieces.NOTICE_BY_SLUG_QUERY, {slug, type})
  for (const slug of ['gone', 'gone-before', 'gone-again'])
    expect(await ask(slug), slug).toMatchObject({notice: {kind: 'killed'}, movedTo: null})
  expect(await ask('other-once')).toMatchObject({movedTo: 'other'})
  expect(await ask('never-used')).toBeNull()
  // Pieces of two types can have had the same slug.
  expect(await ask('piece-gone')).toBeNull()
  expect(await ask('piece-gone', 'podcast')).toMatchObject({notice: {kind: 'withdrawn'}})
  expect(await ask('gone', 'podcast')).toBeNull()
})
