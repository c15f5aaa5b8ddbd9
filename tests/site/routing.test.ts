// Which address is answered how: statuses, redirects, methods. What the pages say is tested elsewhere.
import {describe, expect, test} from 'vitest'
import {article, newsroom} from './support/fixtures.ts'
import {ORIGIN, SESSION, siteOver} from './support/visit.ts'

const site = siteOver(newsroom(article('piece'), article('a b')), {liveEvents: '/live'})

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  site.fetch(new Request(ORIGIN + path, {method, headers}))

const HTML = 'text/html; charset=utf-8'
const NOT_FOUND = [404, HTML] as const

const ADDRESSES: [path: string, status: number, typeOrLocation: string | null][] = [
  ['/', 200, HTML],
  ['/article/piece', 200, HTML],
  ['/article/piece?page=1&x=/', 200, HTML],
  ['/article/%70iece', 200, HTML],
  ['/article/a%20b', 200, HTML],
  ['/section/politics', 200, HTML],
  ['/sources', 200, HTML],
  ['/search?q=boat', 200, HTML],
  ['/corrections', 200, HTML],
  // Case, segments and dots count.
  ['/article', ...NOT_FOUND],
  ['/Article/piece', ...NOT_FOUND],
  ['/%61rticle/piece', ...NOT_FOUND],
  ['/article/piece/more', ...NOT_FOUND],
  ['/article//piece', ...NOT_FOUND],
  ['/article/a%2Fb', ...NOT_FOUND],
  ['/article/%E0%A4%A', ...NOT_FOUND],
  ['/%', ...NOT_FOUND],
  ['/source/piece', ...NOT_FOUND],
  ['/_site/site.css', ...NOT_FOUND],
  ['/feed.txt', ...NOT_FOUND],
  ['/feedXxml', ...NOT_FOUND],
  ['/article/piece/other.json', ...NOT_FOUND],
  ['/sitemap-x.xml', ...NOT_FOUND],
  ['/sitemap-1234567.xml', ...NOT_FOUND],
  ['/icon-13.png', ...NOT_FOUND],
  ['/preview', ...NOT_FOUND],
  // What machines ask for is refused in their way.
  ['/feed.xml', 200, 'application/rss+xml; charset=utf-8'],
  ['/section/politics/feed.json', 200, 'application/feed+json; charset=utf-8'],
  ['/section/nothing/feed.xml', 404, 'text/plain; charset=utf-8'],
  ['/article/piece/ninjs.json', 200, 'application/json; charset=utf-8'],
  ['/article/%70iece/newsml.xml', 200, 'application/vnd.iptc.g2.newsmessage+xml; charset=utf-8'],
  ['/article/nothing/ninjs.json', 404, 'text/plain; charset=utf-8'],
  ['/article/%E0%A4%A/ninjs.json', 404, 'text/plain; charset=utf-8'],
  ['/sitemap.xml', 200, 'application/xml; charset=utf-8'],
  ['/sitemap-pages.xml', 200, 'application/xml; charset=utf-8'],
  ['/sitemap-news.xml', 200, 'application/xml; charset=utf-8'],
  ['/sitemap-1.xml', 200, 'application/xml; charset=utf-8'],
  ['/sitemap-000001.xml', 200, 'application/xml; charset=utf-8'],
  ['/sitemap-0.xml', 404, 'text/plain; charset=utf-8'],
  ['/sitemap-999999.xml', 404, 'text/plain; charset=utf-8'],
  ['/sitemap-photos-9.xml', 404, 'text/plain; charset=utf-8'],
  ['/manifest.webmanifest', 200, 'application/manifest+json; charset=utf-8'],
  ['/oembed?url=x', 404, 'text/plain; charset=utf-8'],
  ['/oembed?format=yaml', 501, 'text/plain; charset=utf-8'],
  ['/robots.txt', 200, 'text/plain; charset=utf-8'],
  ['/icon.svg', 200, 'image/svg+xml; charset=utf-8'],
  ['/icon-512.png', 200, 'image/png'],
  ['/favicon.ico', 200, 'image/x-icon'],
  // Slashes at the end.
  ['/article/piece/', 301, '/article/piece'],
  ['/article/piece//?page=2', 301, '/article/piece?page=2'],
  ['/article/', 301, '/article'],
  ['/nothing/', 301, '/nothing'],
  ['/feed.xml/', 301, '/feed.xml'],
  ['/preview/', 301, '/preview'],
  ['//', 301, '/'],
  ['//evil.example/x//', 301, '/evil.example/x'],
  // Staff.
  ['/preview/article/piece', 302, '/login?to=%2Fpreview%2Farticle%2Fpiece'],
  ['/preview/nothing?x=1', 302, '/login?to=%2Fpreview%2Fnothing'],
  ['/preview/link/cp_a.b', 302, '/login?to=%2Fpreview%2Flink%2Fcp_a.b'],
]

test.each(ADDRESSES)('%s is answered %i %s', async (path, status, typeOrLocation) => {
  const {headers, ...response} = await answered(path)
  const [type, location] = [headers['content-type'], headers['location']]
  expect([response.status, location ?? type ?? null]).toEqual([status, typeOrLocation])
})

test.each(ADDRESSES)('HEAD %s has the status and headers of GET and no body', async (path) => {
  const [get, head] = [await answered(path), await answered(path, 'HEAD')]
  expect(head).toEqual({...get, body: ''})
})

async function answered(path: string, method = 'GET') {
  const response = await ask(path, method)
  const headers: Record<string, string> = Object.fromEntries(response.headers)
  return {status: response.status, headers, body: await response.text()}
}

describe.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', (method) => {
  test.each([
    '/',
    '/article/piece',
    '/article/piece/',
    '/nothing',
    '/feed.xml',
    '/robots.txt',
    '/preview/article/piece',
    '/preview/link/cp_a.b',
  ])('%s is refused, and told what is allowed', async (path) => {
    const response = await ask(path, method, SESSION)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(await response.text()).toBe('Method not allowed')
  })
})

describe('with the session of a member of staff', () => {
  test.each([
    ['/preview/article/piece', 200],
    ['/preview/article/drafts.piece', 200],
    ['/preview/home', 200],
    ['/preview/section/politics', 200],
    ['/preview/nothing', 404],
    ['/preview/policies', 404],
    ['/preview/article/%E0%A4%A', 404],
    ['/preview/article', 404],
    ['/preview/article/piece/', 301],
  ])('%s is answered %i and kept by nobody', async (path, status) => {
    const response = await ask(path, 'GET', SESSION)
    expect(response.status).toBe(status)
    if (status !== 301) expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['copydesk_session=abc', 200],
    ['theme=dark; copydesk_session=abc', 200],
    ['theme=dark;copydesk_session=abc', 200],
    ['xcopydesk_session=abc', 302],
    ['theme=copydesk_session=abc', 302],
    ['copydesk_session', 302],
  ])('the cookie %s is answered %i', async (cookie, status) => {
    expect((await ask('/preview/home', 'GET', {cookie})).status).toBe(status)
  })
})

test.each(['/', '/article/piece', '/feed.xml', '/robots.txt'])(
  '%s is answered 304 if the browser has it, to GET and HEAD',
  async (path) => {
    const etag = (await ask(path)).headers.get('etag') ?? ''
    for (const method of ['GET', 'HEAD']) {
      const response = await ask(path, method, {'if-none-match': etag})
      expect([response.status, response.headers.get('etag')]).toEqual([304, etag])
      expect(response.headers.has('content-type')).toBe(false)
      expect(await response.text()).toBe('')
    }
  },
)

test('the own files of the site are found by their hashed names only', async () => {
  const html = await (await ask('/article/piece')).text()
  const paths = [...html.matchAll(/"(\/_site\/[^"]+)"/g)].map(([, path]) => path ?? '')
  // The style sheet, the script, and the fonts of the first screen.
  expect(new Set(paths).size).toBe(4)
  for (const path of paths) {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await ask(path.replace(/\.\w{8}/, '.12345678'))).status).toBe(404)
  }
})

test('the typefaces have an address that other pages know, and are asked for again', async () => {
  const response = await ask('/_site/faces.css')
  expect(response.headers.get('cache-control')).toBe('public, no-cache')
  const [, font] = /url\((newsreader\.\w+\.woff2)\)/.exec(await response.text()) ?? []
  expect((await ask(`/_site/${font}`)).headers.get('content-type')).toBe('font/woff2')
})

test('a thrown value that is not an Error is answered 503 and reported, too', async () => {
  const errors: unknown[] = []
  const broken = siteOver([], {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors
    client: {fetch: () => Promise.reject('a string')},
    onError: (error) => errors.push(error),
  })
  for (const [path, method] of [
    ['/', 'GET'],
    ['/feed.xml', 'GET'],
    ['/article/piece', 'HEAD'],
  ]) {
    const response = await broken.fetch(new Request(ORIGIN + path, {method}))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
  }
  expect(errors).toEqual(['a string', 'a string', 'a string'])
})
