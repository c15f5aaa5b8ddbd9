// Whatever is written into the fields, every machine format stays what it is.
import {expect, test} from 'vitest'
import {parseAtomFeed, parseJsonFeed, parseRssFeed} from 'feedsmith'
import type {Document} from '../support/client.ts'
import {
  article,
  block,
  correction,
  linked,
  newsroom,
  photo,
  photoUse,
  quote,
  quoteUse,
  reference,
} from '../support/fixtures.ts'
import {attribute, tags, withoutData} from '../support/html.ts'
import {visit} from '../support/visit.ts'
import {JSON_FEED} from './rules/json-feed.ts'
import {MANIFEST} from './rules/manifest.ts'
import {NINJS} from './rules/ninjs.ts'
import {OEMBED} from './rules/oembed.ts'
import {nodeOf, nodesOf} from './support/json-ld.ts'
import {jsonAt, formatsSite, NOW, oembedPath, textAt} from './support/ask-format.ts'
import {vocabularyProblems} from './support/schema-org.ts'
import {xmlProblems} from './support/validate-xml.ts'

const TEXTS = {
  'the end of a script': '</script><script>alert(1)</script>',
  'the beginning of a comment': '<!--<script>-->',
  'the end of CDATA': ']]><b>x</b><![CDATA[',
  'markup and entities': `"><img src=x onerror=alert(1)>' &amp; &nbsp; & <?xml?> <!DOCTYPE x>`,
  'control characters': 'a\u0000b\u0001c\u0008d\u000be\u000cf\u001fg\u007f\u0085\ufffe\uffffh',
  'half characters': 'a\ud800b\udc00c',
  'line separators': 'a\u2028b\u2029c',
  emoji: '👩🏽‍🚀 and 🏳️‍🌈',
  Japanese: '（©三経 by Ｙａｓｕｔｏ　Ｔａｎａｋａ／𠮷田）',
  'right to left': '\u202eشرح الصورة\u202c — עברית',
}
const ADDRESS = 'https://example.org/?a=1&b=<2>&c="3"&d=\'4\'#ü'
const EVIL = ['javascript:alert(1)', 'data:text/html,<b>', '//evil.example/', 'file:///x', 'no']

/** Every field of the article, and of whatever it refers to, says `text`. */
function poisoned(text: string): Document[] {
  const addresses = [ADDRESS, ...EVIL]
  const documents = newsroom(
    article('piece', {
      headline: text,
      seoHeadline: text,
      dek: text,
      kicker: text,
      dateline: text,
      updatedNote: text,
      articleType: text,
      keyPoints: [text, text],
      language: text,
      displayDate: text,
      topics: [reference('topic-trade')],
      seo: {description: text, canonicalUrl: EVIL[0]},
      citations: addresses.map((url) => ({_key: url, title: text, publication: text, url})),
      leadPhoto: photoUse('lead', {caption: text, alt: text}),
      body: [
        block(text),
        block(text, {style: 'h2'}),
        ...addresses.map((href) => linked(text, {_type: 'link', href, title: text})),
        ...addresses.map((url) => ({_type: 'callToAction', _key: url, text, label: text, url})),
        ...addresses.map((url) => ({_type: 'embed', _key: url, url, title: text})),
        {_type: 'factBox', _key: 'box', title: text, body: [block(text)]},
        quoteUse('said'),
        quoteUse('said', 'inline'),
      ],
    }),
    article('odd', {slug: {current: text}, headline: text}),
    // An article that is as it should be.
    article('recent', {firstPublishedAt: new Date(NOW).toISOString(), headline: text}),
    photo('lead', {
      creditLine: text,
      creator: text,
      creatorTitle: text,
      copyrightHolder: text,
      copyrightNotice: text,
      usageTerms: text,
      licenseUrl: ADDRESS,
      acquireUrl: EVIL[0],
      dateTaken: text,
      place: text,
      digitalSourceType: text,
    }),
    quote('said', {
      text,
      attribution: text,
      language: text,
      saidOn: text,
      original: {text, language: text},
      provenance: {url: EVIL[0], archivedUrl: ADDRESS, publication: text},
      speakers: [
        {_key: 's', source: reference('source-green'), titleAtTime: text, affiliationAtTime: text},
      ],
    }),
    correction('piece', 1, {readerNote: text, wrongText: text, rightText: text}),
    correction('piece', 2, {type: text, readerNote: text, publishedAt: text}),
  )
  const links = addresses.map((url) => ({_key: url, label: text, name: text, url}))
  const CHANGED: Record<string, object> = {
    siteSettings: {
      name: text,
      strapline: text,
      language: text,
      timeZone: text,
      socialLinks: links,
      partners: links,
    },
    'section-politics': {title: text, description: text},
    'topic-trade': {title: text, description: text, mediaTopic: text},
    'author-ada': {
      name: text,
      jobTitle: text,
      affiliation: text,
      bio: text,
      status: text,
      links,
      persistentId: EVIL[0],
      expertise: [text],
    },
    'source-green': {
      name: text,
      honorific: text,
      expertise: [text],
      affiliations: [{_key: 'a', title: text, organization: text}],
    },
  }
  return documents.map((one) => ({...one, ...CHANGED[one._id]}))
}

/** As XML can hold it. */
const held = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

const flat = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim()

test.each(Object.entries(TEXTS))('%s', async (_, text) => {
  const site = formatsSite(poisoned(text))
  const rss = await textAt(site, '/feed.xml')
  const atom = await textAt(site, '/feed.atom')
  expect(await xmlProblems(rss, 'rss.xsd')).toEqual([])
  expect(await xmlProblems(atom, 'atom.xsd')).toEqual([])
  const sitemaps: Record<string, string> = {}
  for (const name of ['sitemap', 'sitemap-pages', 'sitemap-1', 'sitemap-photos-1', 'sitemap-news'])
    sitemaps[name] = await textAt(site, `/${name}.xml`)
  expect(await xmlProblems(sitemaps, 'sitemap.xsd')).toEqual([])
  const newsml = await textAt(site, '/article/piece/newsml.xml')
  expect(await xmlProblems(newsml, 'newsml.xsd')).toEqual([])
  const embedded = oembedPath('http://127.0.0.1:3333/article/piece')
  expect(await xmlProblems(await textAt(site, `${embedded}&format=xml`), 'oembed.xsd')).toEqual([])

  const ninjs = NINJS.parse(await jsonAt(site, '/article/piece/ninjs.json'))
  const oembed = OEMBED.parse(await jsonAt(site, embedded))
  const feed = JSON_FEED.parse(await jsonAt(site, '/feed.json'))
  MANIFEST.parse(await jsonAt(site, '/manifest.webmanifest'))

  // The words arrive, in each of them.
  const said = flat(held(text))
  const piece = feed.items.find(({url}) => url.endsWith('/piece'))
  expect(flat(piece?.title)).toBe(said)
  expect(flat(oembed.title)).toBe(said)
  expect(flat(ninjs.title)).toBe(said)
  expect(flat(ninjs.associations[0]?.descriptions[0]?.value)).toBe(said)
  expect(parseJsonFeed(JSON.stringify(feed)).items).toHaveLength(3)
  const item = parseRssFeed(rss).items?.find(({link}) => link?.endsWith('/piece'))
  const entry = parseAtomFeed(atom).entries?.find(({links}) => links?.[0]?.href?.endsWith('/piece'))
  expect(item?.content?.encoded).toBe(piece?.content_html)
  expect(entry?.content).toMatchObject({value: piece?.content_html})
})

test.each(Object.entries(TEXTS))('in a page: %s', async (_, text) => {
  const site = formatsSite(poisoned(text))
  for (const path of [
    '/',
    '/article/piece',
    '/section/politics',
    '/topic/trade',
    '/author/ada-byrne',
    '/source/source-green',
    '/photo/lead',
  ]) {
    const {html} = await visit(site, path)
    expect(withoutData(html), path).not.toMatch(/<script/i)
    expect(
      nodesOf(html).flatMap((node) => vocabularyProblems(node)),
      path,
    ).toEqual([])
    const said = tags(html, 'meta').filter((tag) => attribute(tag, 'charset') === undefined)
    expect(said.length, path).toBeGreaterThan(3)
    for (const tag of said) expect(attribute(tag, 'content'), tag).toBeDefined()
  }
  const {html} = await visit(site, '/article/piece')
  const node = nodeOf(html, 'NewsArticle')
  expect(flat(node['headline'])).toBe(flat(held(text)))
  expect(flat(node['image'][0]['creditText'])).toBe(flat(held(text)))
})

test('no address that could run code, or hide where it leads, is in any of them', async () => {
  const site = formatsSite(poisoned('Words'))
  for (const path of [
    '/feed.xml',
    '/feed.atom',
    '/feed.json',
    '/article/piece/ninjs.json',
    '/article/piece/newsml.xml',
    '/article/piece',
    '/author/ada-byrne',
  ]) {
    const text = await textAt(site, path)
    expect(text, path).not.toMatch(/javascript:|data:text|evil\.example|file:\/\//)
    expect(text, path).toContain('example.org/?a=1')
  }
})
