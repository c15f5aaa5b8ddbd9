// Hostile content in a reader's browser on a small phone: no script runs, no other host is asked,
// nothing leaves the window, and every address answers.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'
import {sharePreview} from '../support/share-preview.ts'

const TEXT = [
  '<script>alert(1)</script>"><img src=x onerror=alert(1)>\'',
  '\u202eالليلة التي أغلقت',
  '港の門が閉じた夜',
  'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6),
  '\u0000 \ud83d \u2028 👩‍👩‍👧‍👦 ]]> --> {{7*7}}',
].join(' ')
const ADDRESSES = [
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/\ud800',
  'http://[::1',
  `https://example.org/${'a'.repeat(500)}`,
]
const SLUG = '"><script>alert(1)</script>?x#y'
const PICTURE = 'image-1a02f5d1a6eed95dc578166531aa241c34c01c4a-1024x717-jpg'

let keys = 0
const keyed = <T extends object>(value: T) => ({_key: `k${keys++}`, ...value})
const ref = (_ref: string) => ({_type: 'reference', _ref})
const linked = (href: string) =>
  keyed({
    _type: 'block',
    style: 'normal',
    markDefs: [{_key: 'm', _type: 'link', href, title: TEXT}],
    children: [keyed({_type: 'span', text: TEXT, marks: ['m', 'toString']})],
  })
const links = ADDRESSES.map((url) => keyed({label: TEXT, name: TEXT, title: TEXT, url}))
const photoUse = {_type: 'photoUse', photo: ref('photo-hostile'), caption: TEXT, alt: TEXT}

const BODY = [
  ...ADDRESSES.map(linked),
  ...ADDRESSES.map((url) => keyed({_type: 'callToAction', text: TEXT, label: TEXT, url})),
  ...ADDRESSES.map((url) => keyed({_type: 'embed', title: TEXT, url})),
  keyed({_type: 'factBox', title: TEXT, body: [linked('javascript:alert(1)')]}),
  keyed({_type: 'keyPoints', title: TEXT, points: [TEXT]}),
  keyed(photoUse),
  ...['pull', 'inline', 'block'].map((display) =>
    keyed({_type: 'quoteUse', quote: ref('quote-hostile'), display}),
  ),
  keyed({_type: 'block', style: '__proto__', children: null}),
]

const article = (name: string, more: object) => ({
  _id: `article-${name}`,
  _type: 'article',
  headline: TEXT,
  dek: TEXT,
  kicker: TEXT,
  dateline: TEXT,
  updatedNote: TEXT,
  keyPoints: [TEXT],
  slug: {_type: 'slug', current: name},
  language: 'en-GB',
  section: ref('section-hostile'),
  topics: [keyed(ref('topic-hostile'))],
  bylines: [keyed({author: ref('author-hostile'), role: 'constructor', prefix: TEXT})],
  leadPhoto: photoUse,
  citations: links,
  firstPublishedAt: '2026-01-01T08:00:00Z',
  body: BODY,
  ...more,
})
const slug = (current: string) => ({_type: 'slug', current})

const DOCUMENTS = [
  {_id: 'section-hostile', _type: 'section', title: TEXT, slug: slug('hostile')},
  {_id: 'topic-hostile', _type: 'topic', title: TEXT, slug: slug(SLUG)},
  {_id: 'author-hostile', _type: 'author', name: TEXT, bio: TEXT, slug: slug('hostile'), links},
  {_id: 'source-hostile', _type: 'source', name: TEXT, honorific: TEXT, country: TEXT},
  {
    _id: 'photo-hostile',
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: ref(PICTURE), crop: {top: -5}, hotspot: {x: 'a'}},
    caption: TEXT,
    alt: TEXT,
    creditLine: TEXT,
    copyrightNotice: TEXT,
    licenseUrl: 'javascript:alert(1)',
    acquireUrl: 'data:text/html,x',
  },
  {
    _id: 'quote-hostile',
    _type: 'expertQuote',
    text: TEXT,
    attribution: TEXT,
    language: '"><script>',
    medium: 'constructor',
    terms: 'onRecord',
    speakers: [keyed({source: ref('source-hostile'), titleAtTime: TEXT})],
    provenance: {url: 'javascript:alert(1)', archivedUrl: 'data:text/html,x', publication: TEXT},
  },
  article('hostile', {}),
  article('hostile-arabic', {language: 'ar'}),
  article('hostile-slug', {slug: slug(SLUG)}),
  article('hostile-shapes', {headline: 7, bylines: 'x', body: [null, 'text'], kicker: {a: 1}}),
]

const PAGES = [
  '/',
  '/article/hostile',
  '/article/hostile-arabic',
  '/article/hostile-shapes',
  `/article/${encodeURIComponent(SLUG)}`,
  '/section/hostile',
  `/topic/${encodeURIComponent(SLUG)}`,
  '/author/hostile',
  '/source/source-hostile',
  '/sources',
  '/photo/photo-hostile',
  '/policies',
  `/search?q=${encodeURIComponent(TEXT.toWellFormed().slice(0, 200))}`,
]
const FEEDS = ['/feed.xml', '/feed.atom', '/article/hostile/newsml.xml', '/sitemap-1.xml']

let newsroom: Newsroom
let content: Content
let context: BrowserContext
let page: Page
const problems: string[] = []

beforeAll(async () => {
  newsroom = await startNewsroom()
  content = openContent(newsroom)
  const settings = await content.asEditor<object>('*[_id == "siteSettings"][0]')
  const paper = {...settings, name: TEXT, strapline: TEXT, socialLinks: links, partners: links}
  const file = join(newsroom.folder, 'hostile.ndjson')
  writeFileSync(file, [...DOCUMENTS, paper].map((one) => JSON.stringify(one)).join('\n'))
  await newsroom.copydesk('import', file, '--replace')
  context = await newsroom.browser.newContext({viewport: {width: 320, height: 700}})
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    )
  })
  page = await context.newPage()
  watch(page)
})
afterAll(async () => await newsroom?.close())

function watch(watched: Page) {
  watched.on('dialog', (dialog) => {
    problems.push(`ran: ${watched.url()}`)
    void dialog.dismiss()
  })
  watched.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  watched.on('console', (message) => {
    if (message.text().startsWith('policy')) problems.push(message.text())
  })
  watched.on('request', (request) => {
    if (!/^(data:|http:\/\/127\.0\.0\.1:)/.test(request.url())) problems.push(request.url())
  })
}

/** Addresses and attributes that could run a script, and how far the page exceeds the window. */
const looked = () =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')]
    const addresses = elements.flatMap((element) =>
      ['href', 'src', 'action'].flatMap((name) => element.getAttribute(name) || []),
    )
    const known = /^(https?:\/\/|mailto:|\/(?!\/)|#|data:image\/)/
    return {
      strange: addresses.filter((one) => !known.test(one)),
      handlers: elements.filter(({attributes}) =>
        [...attributes].some(({name}) => name.startsWith('on')),
      ).length,
      beyond: document.documentElement.scrollWidth - window.innerWidth,
      words: document.body.textContent.includes('<script>alert(1)'),
    }
  })
const HARMLESS = {strange: [], handlers: 0, beyond: 0, words: true}

it('is shown as text on every page', async () => {
  for (const path of PAGES) {
    const response = await page.goto(newsroom.origin + path)
    expect(response?.status(), path).toBe(200)
    expect(await looked(), path).toEqual(HARMLESS)
  }
  expect(problems).toEqual([])
})

it('keeps feeds and metadata well-formed', async () => {
  for (const path of FEEDS) {
    const response = await fetch(newsroom.origin + path)
    expect(response.status, path).toBe(200)
    const errors = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror')
          ?.textContent ?? '',
      await response.text(),
    )
    expect(errors, path).toBe('')
  }
})

it('is harmless behind a link, as a remark, and after the link has ended and the reader goes back', async () => {
  const {context: staff} = await newsroom.signIn('Hester Brandwick')
  const path = await sharePreview(newsroom, {staff, content}, 'article-hostile')
  await page.goto(newsroom.origin + path)
  await page.getByLabel('Your remark').fill(TEXT.toWellFormed())
  await page.getByLabel('Your name').fill('<script>alert(1)</script>')
  await page.getByRole('button', {name: 'Send remark'}).click()
  await page.getByRole('status').waitFor()
  expect(await looked()).toEqual(HARMLESS)

  const linkId = await content.asEditor<string>('*[_type == "previewLink"][0]._id')
  await page.goto(`${newsroom.origin}/sources`)
  const {origin} = newsroom
  const revoked = await staff.request.post(`${origin}/v1/acts/production`, {
    data: {act: 'revokePreview', linkId},
    headers: {origin},
  })
  expect(revoked.status()).toBe(200)
  await page.goBack()
  expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('This link has ended')
  expect(problems).toEqual([])
})
