// RSS, Atom and JSON Feed: by their rules, and as a reader of feeds that is not ours understands them.
import {parseAtomFeed, parseJsonFeed, parseRssFeed} from 'feedsmith'
import {expect, test} from 'vitest'
import {article, block} from '../support/fixtures.ts'
import {attribute, tags} from '../support/html.ts'
import {seedDocuments} from '../support/seed.ts'
import {visit} from '../support/visit.ts'
import {JSON_FEED} from './rules/json-feed.ts'
import {ask, jsonAt, formatsSite, textAt} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'
import {xmlProblems} from './support/validate-xml.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const site = formatsSite(richNewsroom({}, article('quiet', {articleType: 'sponsored'})))
const ID = 'tag:127.0.0.1,2026-03-04:article/piece'

const FEEDS = ['', '/section/politics', '/topic/trade', '/author/ada-byrne']

test.each(FEEDS)('the feeds of “%s” keep to their formats', async (base) => {
  expect(await xmlProblems(await textAt(site, `${base}/feed.xml`), 'rss.xsd')).toEqual([])
  expect(await xmlProblems(await textAt(site, `${base}/feed.atom`), 'atom.xsd')).toEqual([])
  JSON_FEED.parse(await jsonAt(site, `${base}/feed.json`))
})

test('so do those of the demonstration newsroom, and of one that has published nothing', async () => {
  const settings = richNewsroom().filter(({_type}) => _type === 'siteSettings')
  for (const one of [formatsSite(seedDocuments()), formatsSite(settings), formatsSite([])]) {
    expect(await xmlProblems(await textAt(one, '/feed.xml'), 'rss.xsd')).toEqual([])
    expect(await xmlProblems(await textAt(one, '/feed.atom'), 'atom.xsd')).toEqual([])
    JSON_FEED.parse(await jsonAt(one, '/feed.json'))
  }
})

test('so do those of a series, whatever is missing of it', async () => {
  const at = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
  const series = (slug: string, fields: object) => ({
    ...at,
    _id: `series-${slug}`,
    _type: 'series',
    slug: {_type: 'slug', current: slug},
    ...fields,
  })
  const parts = ['piece', 'gone'].map((_ref) => ({
    _key: _ref,
    _type: 'reference',
    _ref,
    _weak: true,
  }))
  const whole = {title: 'Trade & “tariffs” <1>', description: 'A & B', parts}
  const on = formatsSite(
    richNewsroom(
      {},
      series('whole', whole),
      series('empty', {title: 'E'}),
      series('bare', {parts}),
    ),
  )
  const seed = formatsSite(seedDocuments())
  const ofSeed = seedDocuments().flatMap(({_type, slug}) =>
    _type === 'series' ? [`/series/${(slug as {current: string}).current}`] : [],
  )
  expect(ofSeed.length).toBeGreaterThan(0)
  for (const [where, base] of [
    ...['/series/whole', '/series/empty', '/series/bare'].map((path) => [on, path] as const),
    ...ofSeed.map((path) => [seed, path] as const),
  ]) {
    expect(await xmlProblems(await textAt(where, `${base}/feed.xml`), 'rss.xsd'), base).toEqual([])
    expect(await xmlProblems(await textAt(where, `${base}/feed.atom`), 'atom.xsd'), base).toEqual(
      [],
    )
    JSON_FEED.parse(await jsonAt(where, `${base}/feed.json`))
  }
  const {items} = await jsonAt(on, '/series/whole/feed.json')
  expect(items).toHaveLength(1)
})

test('the rules find fault', async () => {
  const rss = await textAt(site, '/feed.xml')
  const atom = await textAt(site, '/feed.atom')
  expect(await xmlProblems(rss.replace('2026', '26'), 'rss.xsd')).not.toEqual([])
  expect(await xmlProblems(rss.replace('&amp;', '&'), 'rss.xsd')).not.toEqual([])
  expect(
    await xmlProblems(rss.replaceAll(/<media:credit.*?<\/media:credit>/g, ''), 'rss.xsd'),
  ).not.toEqual([])
  expect(await xmlProblems(atom.replace(/<updated>.*?<\/updated>/, ''), 'atom.xsd')).not.toEqual([])
})

test('RSS, read back', async () => {
  const feed = parseRssFeed(await textAt(site, '/feed.xml'))
  expect(feed).toMatchObject({
    title: 'The Test Post',
    link: `${ORIGIN}/`,
    description: 'All that is asserted',
    language: 'en-GB',
    ttl: 10,
    lastBuildDate: 'Thu, 02 Apr 2026 15:30:00 GMT',
  })
  const [item, quiet] = feed.items ?? []
  expect(item).toMatchObject({
    title: 'Headline of piece',
    link: `${ORIGIN}/article/piece`,
    guid: {value: ID, isPermaLink: false},
    pubDate: 'Wed, 04 Mar 2026 15:30:00 GMT',
    description: 'Standfirst of piece',
    categories: [{name: 'Politics'}, {name: 'Trade'}],
    dc: {creators: ['Ada Byrne'], languages: ['en-GB']},
    atom: {updated: '2026-04-02T15:30:00.000Z'},
  })
  expect(item?.media?.contents).toHaveLength(2)
  expect(item?.media?.contents?.[0]).toMatchObject({
    medium: 'image',
    width: 1200,
    height: 800,
    description: {value: 'The hall & its steps', type: 'plain'},
    credits: [{value: '(© Sankei by Yasuto Tanaka)', role: 'photographer', scheme: 'urn:ebu'}],
    copyright: {value: '© 2026 Sankei', url: 'https://example.org/licence?a=1&b=2'},
  })
  expect(quiet?.categories).toEqual([{name: 'Politics'}, {name: 'Sponsored'}])
  expect(quiet?.atom).toBeUndefined()
})

test('Atom, read back', async () => {
  const feed = parseAtomFeed(await textAt(site, '/feed.atom'))
  expect(feed).toMatchObject({
    id: 'tag:127.0.0.1,2026-01-01:feed/%2F',
    updated: '2026-04-02T15:30:00.000Z',
  })
  const [entry] = feed.entries ?? []
  expect(entry).toMatchObject({
    id: ID,
    published: '2026-03-04T15:30:00.000Z',
    updated: '2026-04-02T15:30:00.000Z',
    authors: [{name: 'Ada Byrne', uri: `${ORIGIN}/author/ada-byrne`}],
  })
  expect(entry?.media?.contents?.map(({credits}) => credits?.[0]?.value)).toEqual([
    '(© Sankei by Yasuto Tanaka)',
    '(©The Ministry of Defense Joint Staff Office)',
  ])
})

test('JSON Feed, read back', async () => {
  const feed = parseJsonFeed(await textAt(site, '/feed.json'))
  expect(feed).toMatchObject({feed_url: `${ORIGIN}/feed.json`, home_page_url: `${ORIGIN}/`})
  const {items} = await jsonAt(site, '/feed.json')
  expect(items[0]).toMatchObject({
    id: ID,
    url: `${ORIGIN}/article/piece`,
    date_published: '2026-03-04T15:30:00.000Z',
    date_modified: '2026-04-02T15:30:00.000Z',
    tags: ['Politics', 'Trade'],
    _image: {credit: '(© Sankei by Yasuto Tanaka)'},
  })
})

test('all three have the same whole text, without relative links', async () => {
  const rss = parseRssFeed(await textAt(site, '/feed.xml')).items?.[0]?.content?.encoded
  const atom = parseAtomFeed(await textAt(site, '/feed.atom')).entries?.[0]?.content
  const {items} = await jsonAt(site, '/feed.json')
  const html: string = items[0].content_html
  expect(rss).toBe(html)
  expect(atom).toMatchObject({value: html, type: 'html'})
  for (const words of [
    'The first paragraph.',
    'The second point',
    '“It will probably adopt a wait-and-see approach.”',
    'In our own words.',
    '(© Sankei by Yasuto Tanaka)',
    '(©The Ministry of Defense Joint Staff Office)',
    'The vote was added.',
  ])
    expect(html).toContain(words)
  const addresses = [
    ...tags(html, 'a').map((tag) => attribute(tag, 'href')),
    ...tags(html, 'img').map((tag) => attribute(tag, 'src')),
  ]
  expect(addresses).toContain(`${ORIGIN}/section/politics`)
  expect(addresses).toContain(`${ORIGIN}/article/piece#correction-piece-2`)
  for (const address of addresses) expect(address).toMatch(/^https?:\/\//)
  expect(html).not.toContain('class=')
})

test('a feed says that an article was updated, and keeps its id when its address changes', async () => {
  const moved = formatsSite(richNewsroom({slug: {current: 'moved'}, previousSlugs: ['piece']}))
  const [item] = parseRssFeed(await textAt(moved, '/feed.xml')).items ?? []
  expect(item?.link).toBe(`${ORIGIN}/article/moved`)
  expect(item?.guid?.value).toBe(ID)
  expect(item?.content?.encoded).toMatch(/Updated on 3 April 2026/)
})

test('a page leads to its feeds', async () => {
  for (const [page, base] of [
    ['/', ''],
    ['/article/piece', ''],
    ['/section/politics', '/section/politics'],
    ['/topic/trade', '/topic/trade'],
    ['/author/ada-byrne', '/author/ada-byrne'],
  ] as const) {
    const {html} = await visit(site, page)
    const links = tags(html, 'link').filter((tag) => attribute(tag, 'rel') === 'alternate')
    const feeds = links.filter((tag) => attribute(tag, 'href')?.includes('/feed.'))
    expect(feeds.map((tag) => attribute(tag, 'href'))).toEqual(
      ['feed.xml', 'feed.atom', 'feed.json'].map((file) => `${ORIGIN}${base}/${file}`),
    )
    for (const tag of feeds) {
      const response = await ask(site, attribute(tag, 'href') ?? '')
      const type = response.headers.get('content-type')?.split(';')[0]
      expect(type).toBe(attribute(tag, 'type'))
    }
  }
})

test('a reader sees the way to them, too', async () => {
  for (const page of ['/section/politics', '/topic/trade', '/author/ada-byrne', '/']) {
    const {html} = await visit(site, page)
    const feed = `${page === '/' ? '' : page}/feed.xml`
    const link = tags(html, 'a').find((tag) => attribute(tag, 'href') === feed)
    expect(attribute(link ?? '', 'type'), page).toBe('application/rss+xml')
  }
})

test('a topic’s feed holds its articles and no others', async () => {
  const {items} = await jsonAt(site, '/topic/trade/feed.json')
  expect(items.map(({id}: {id: string}) => id)).toEqual([ID])
})

test('a feed keeps its ID when its list is renamed', async () => {
  const idAt = async (slug: string) => {
    const documents = richNewsroom().map((one) =>
      one._id === 'section-politics' ? {...one, title: slug, slug: {current: slug}} : one,
    )
    return parseAtomFeed(await textAt(formatsSite(documents), `/section/${slug}/feed.atom`)).id
  }
  expect(await idAt('politics')).toBe('tag:127.0.0.1,2026-01-01:feed/section-politics')
  expect(await idAt('power')).toBe(await idAt('politics'))
})

test('an article in another language says so, and reads in its direction', async () => {
  const arabic = formatsSite(richNewsroom({language: 'ar', updatedNote: 'مُحدَّث'}))
  const [item] = parseRssFeed(await textAt(arabic, '/feed.xml')).items ?? []
  expect(item?.dc?.languages).toEqual(['ar'])
  const {items} = await jsonAt(arabic, '/feed.json')
  const {bodies} = await jsonAt(arabic, '/article/piece/ninjs.json')
  for (const html of [item?.content?.encoded, items[0].content_html, bodies[0].value]) {
    expect(html).toMatch(/^<div lang="ar" dir="rtl">.*<\/div>$/s)
    expect(html).toContain('<strong lang="en-GB">Note</strong>')
  }
})

test('an item that names nobody leaves it to the feed to say who wrote it', async () => {
  const {authors, items} = await jsonAt(formatsSite(richNewsroom({bylines: []})), '/feed.json')
  expect(authors).toEqual([{name: 'The Test Post', url: `${ORIGIN}/`}])
  expect(items[0]).not.toHaveProperty('authors')
})

test('the text is the article’s; links around its photos stay on the page', async () => {
  const {items} = await jsonAt(site, '/feed.json')
  const {bodies} = await jsonAt(site, '/article/piece/ninjs.json')
  for (const text of [items[0].content_html, ...bodies.map(({value}: {value: string}) => value)]) {
    expect(text).toContain('(© Sankei by Yasuto Tanaka)')
    expect(text).not.toContain('About this photo')
  }
  expect(items[0].content_html).toContain('href="https://example.org/licence?a=1&amp;b=2"')
  expect(bodies[1].value).not.toContain('Licence')
})

test('a standfirst is words: RSS, whose description is HTML, holds no markup of it', async () => {
  const dek = 'Under 5 & <b>over</b> 3'
  const said = formatsSite(richNewsroom({dek}))
  const rss = await textAt(said, '/feed.xml')
  expect(rss).toContain(
    '<description>Under 5 &amp;amp; &amp;lt;b&amp;gt;over&amp;lt;/b&amp;gt; 3</description>',
  )
  expect(parseAtomFeed(await textAt(said, '/feed.atom')).entries?.[0]?.summary?.value).toBe(dek)
  expect((await jsonAt(said, '/feed.json')).items[0].summary).toBe(dek)
})

test('the author of a map is not a photographer', async () => {
  const documents = richNewsroom().map((one) =>
    one._id === 'lead' ? {...one, digitalSourceType: 'digitalCreation'} : one,
  )
  const [item] = parseRssFeed(await textAt(formatsSite(documents), '/feed.xml')).items ?? []
  expect(item?.media?.contents?.[0]?.credits).toEqual([{value: '(© Sankei by Yasuto Tanaka)'}])
})

test('five thousand paragraphs arrive, all of them', async () => {
  const body = Array.from({length: 5000}, (_, index) => block(`Paragraph ${index}.`))
  const long = formatsSite(richNewsroom({body}))
  const rss = await textAt(long, '/feed.xml')
  expect(await xmlProblems(rss, 'rss.xsd')).toEqual([])
  expect(parseRssFeed(rss).items?.[0]?.content?.encoded).toContain('<p>Paragraph 4999.</p>')
  const newsml = await textAt(long, '/article/piece/newsml.xml')
  expect(await xmlProblems(newsml, 'newsml.xsd')).toEqual([])
  expect(newsml).toContain('<p>Paragraph 4999.</p>')
})

test('there is no feed of what does not exist', async () => {
  for (const path of ['/section/none/feed.xml', '/author/none/feed.json', '/topic/none/feed.xml'])
    expect((await ask(site, path)).status).toBe(404)
})
