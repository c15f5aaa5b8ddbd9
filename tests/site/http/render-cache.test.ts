// What was rendered is given again while the lake results the same, and never once it results something else.
import {expect, test} from 'vitest'
import {createRenderCache} from '../../../site/http/render-cache.ts'
import {clientOver, published, type Document} from '../support/client.ts'
import {article, newsroom} from '../support/fixtures.ts'
import {siteOver, visit} from '../support/visit.ts'

const bodyOf = (text: string) => ({body: new TextEncoder().encode(text)})

/** Renders `key@results`, and counts how often. */
function countingCache(limit?: number) {
  let rendered = 0
  const cached = createRenderCache({limit})
  return {
    rendered: () => rendered,
    ask: async (key: string, results: string) => {
      const {body} = await cached(key, results, async () => {
        rendered++
        return bodyOf(`${key}@${results}`)
      })
      return new TextDecoder().decode(body)
    },
  }
}

test('equal results are rendered once, other results again', async () => {
  const {ask, rendered} = countingCache()
  expect(await ask('/', 'one')).toBe('/@one')
  expect(await ask('/', 'one')).toBe('/@one')
  expect(rendered()).toBe(1)
  expect(await ask('/', 'two')).toBe('/@two')
  expect(await ask('/', 'one')).toBe('/@one')
  expect(await ask('/other', 'one')).toBe('/other@one')
  expect(rendered()).toBe(4)
})

test('drops the least recently used entry if there is no more room', async () => {
  // An entry has 48 bytes: its key, the hash of its results and its body. There is room for two.
  const {ask, rendered} = countingCache(100)
  await ask('a', '1')
  await ask('b', '1')
  await ask('a', '1')
  await ask('c', '1')
  expect(rendered()).toBe(3)
  await ask('a', '1')
  expect(rendered()).toBe(3)
  await ask('b', '1')
  expect(rendered()).toBe(4)
})

test('returns an entry that is larger than the cache', async () => {
  const {ask, rendered} = countingCache(4)
  expect(await ask('a', '1')).toBe('a@1')
  expect(await ask('a', '1')).toBe('a@1')
  expect(rendered()).toBe(2)
})

test('a failed rendering is tried again', async () => {
  const cached = createRenderCache()
  await expect(cached('a', '1', () => Promise.reject(new Error('No')))).rejects.toThrow('No')
  expect(await cached('a', '1', async () => bodyOf('a'))).toEqual(bodyOf('a'))
})

test.each(['/', '/article/piece', '/feed.xml', '/article/piece/ninjs.json', '/sitemap-1.xml'])(
  '%s is the new one with the first question after a change, and the old one again when it is undone',
  async (path) => {
    let documents: Document[] = newsroom(article('piece'))
    const site = siteOver([], {
      client: {
        fetch: (query, params) => clientOver(published(documents)).fetch(query, params),
      },
    })
    const first = await visit(site, path)
    expect(first.response.status).toBe(200)
    const etag = first.response.headers.get('etag') ?? ''
    const again = await visit(site, path)
    expect([again.html, again.response.headers.get('etag')]).toEqual([first.html, etag])

    documents = newsroom(
      article('piece', {headline: 'Another headline', displayDate: '2026-07-01T00:00:00Z'}),
    )
    const changed = await visit(site, path, {'if-none-match': etag})
    expect(changed.response.status).toBe(200)
    expect(changed.html).not.toBe(first.html)
    expect(changed.response.headers.get('etag')).not.toBe(etag)

    documents = newsroom(article('piece'))
    expect((await visit(site, path, {'if-none-match': etag})).response.status).toBe(304)
    expect((await visit(site, path)).html).toBe(first.html)
  },
)

test('a page with other tags is rendered again, although its content is the same', async () => {
  const documents = newsroom(article('piece'))
  const client = clientOver(published(documents))
  let tag = 's1:article'
  const site = siteOver(documents, {
    liveEvents: '/events',
    client: {
      ...client,
      fetchTagged: async (query, params) => ({
        result: await client.fetch(query, params),
        syncTags: [tag],
      }),
    },
  })
  expect((await visit(site, '/')).html).toContain('content="s1:article"')
  tag = 's1:any'
  expect((await visit(site, '/')).html).toContain('content="s1:any"')
})
