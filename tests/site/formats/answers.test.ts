// Status, headers and caching of formats.
import {expect, test} from 'vitest'
import {article} from '../support/fixtures.ts'
import {createFormats} from '../../../site/formats/formats-app.ts'
import {PUBLIC_PIECES} from '../../../site/views/views.ts'
import {clientOver, published} from '../support/client.ts'
import {ask, formatsSite, NOW, oembedPath} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'

const site = formatsSite(richNewsroom())

const LIVE = [
  '/feed.xml',
  '/feed.atom',
  '/feed.json',
  '/section/politics/feed.xml',
  '/author/ada-byrne/feed.atom',
  '/topic/trade/feed.json',
  '/sitemap.xml',
  '/sitemap-pages.xml',
  '/sitemap-1.xml',
  '/sitemap-photos-1.xml',
  '/sitemap-news.xml',
  '/manifest.webmanifest',
  '/article/piece/ninjs.json',
  '/article/piece/newsml.xml',
  oembedPath('http://127.0.0.1:3333/article/piece'),
]
const FIXED = ['/robots.txt', '/favicon.ico', '/icon.svg', '/icon-512.png']

test.each([...LIVE, ...FIXED])('%s has a strong ETag and is not sent twice', async (path) => {
  const response = await ask(site, path)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe(
    FIXED.includes(path) ? 'public, max-age=86400' : 'public, no-cache',
  )
  const etag = response.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[^"]{20,}"$/)
  const again = await ask(site, path, {headers: {'if-none-match': `W/${etag}`}})
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  const head = await ask(site, path, {method: 'HEAD'})
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
})

test.each([...LIVE, ...FIXED])('%s may be read from any page, and runs nothing', async (path) => {
  const {headers} = await ask(site, path)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`)
})

test.each(LIVE.filter((path) => !/manifest|sitemap(?!-1)/.test(path)))(
  '%s changes when something is published',
  async (path) => {
    const etag = (await ask(site, path)).headers.get('etag') ?? ''
    const later = formatsSite(
      richNewsroom({headline: 'Another headline', displayDate: '2026-07-01T00:00:00Z'}),
    )
    expect((await ask(later, path, {headers: {'if-none-match': etag}})).status).toBe(200)
  },
)

test('readers and staff get the same bytes, and no draft', async () => {
  const documents = [...richNewsroom(), article('drafts.piece', {headline: 'Unpublished words'})]
  const withDraft = formatsSite(documents)
  for (const path of LIVE) {
    const reader = await (await ask(withDraft, path)).text()
    const headers = {cookie: 'copydesk_session=abc', authorization: 'Bearer abc'}
    expect(await (await ask(withDraft, path, {headers})).text()).toBe(reader)
    expect(reader).not.toContain('Unpublished')
  }
})

test('a lake that does not answer is said to be away for now', async () => {
  const errors: unknown[] = []
  const down = formatsSite([], {
    client: {fetch: () => Promise.reject(new Error('connect ECONNREFUSED'))},
    onError: (error) => errors.push(error),
  })
  const response = await ask(down, '/feed.xml')
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
  expect(errors).toHaveLength(1)
})

test('search engines lead to the article’s page, not to what its text is delivered in', async () => {
  for (const file of ['ninjs.json', 'newsml.xml'])
    expect((await ask(site, `/article/piece/${file}`)).headers.get('x-robots-tag')).toBe('noindex')
  for (const path of ['/feed.xml', '/sitemap.xml', '/icon.svg'])
    expect((await ask(site, path)).headers.get('x-robots-tag'), path).toBeNull()
})

test('where an article has moved, a page elsewhere may follow, and asks again the next time', async () => {
  const moved = formatsSite(richNewsroom({previousSlugs: ['former']}))
  const {status, headers} = await ask(moved, '/article/former/ninjs.json')
  expect(status).toBe(301)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('cache-control')).toBe('public, no-cache')
})

test('what does not change is written once, however often it is asked for', async () => {
  const documents = richNewsroom()
  let rendered = 0
  let asked = 0
  const client = clientOver(published(documents))
  const machines = createFormats({
    client: {
      fetch: (query, params) => {
        asked++
        return client.fetch(query, params)
      },
    },
    origin: 'http://127.0.0.1:3333',
    images: {
      file: () => undefined,
      rendition: () => {
        rendered++
        return undefined
      },
    },
    now: () => NOW,
  })
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const url = new URL(path, 'http://127.0.0.1:3333')
    return machines.fetch(new Request(url, {headers}))
  }
  const first = await read('/feed.xml')
  const once = rendered
  expect(once).toBeGreaterThan(0)
  const again = await read('/feed.xml', {'if-none-match': first.headers.get('etag') ?? ''})
  expect(again.status).toBe(304)
  expect(await (await read('/feed.xml')).text()).toBe(await first.text())
  expect(rendered).toBe(once)

  // The lake is asked each time; who asks at the same time is answered together.
  asked = 0
  await Promise.all(Array.from({length: 100}, () => read('/feed.xml')))
  const questions = 1 + PUBLIC_PIECES.length
  expect(asked).toBe(2 * questions)

  documents.find(({_id}) => _id === 'piece')!['headline'] = 'Another headline'
  const changed = await read('/feed.xml', {'if-none-match': first.headers.get('etag') ?? ''})
  expect(changed.status).toBe(200)
  expect(await changed.text()).toContain('Another headline')
  documents.find(({_id}) => _id === 'siteSettings')!['name'] = 'Another name'
  expect(await (await read('/feed.xml')).text()).toContain('<title>Another name</title>')
})
