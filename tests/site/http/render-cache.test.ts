// What was made is given again while the lake answers the same, and never once it answers something else.
import {expect, test} from 'vitest'
import {createRenderCache} from '../../../site/http/render-cache.ts'
import {clientOver, published, type Document} from '../support/client.ts'
import {article, newsroom} from '../support/fixtures.ts'
import {siteOver, visit} from '../support/visit.ts'

/** Makes `what@answers` and counts how often. */
function maker(most?: number) {
  let made = 0
  const kept = createRenderCache<string>({length: (text) => text.length, most})
  return {
    made: () => made,
    ask: (key: string, answers: string) =>
      kept(key, answers, () => {
        made++
        return `${key}@${answers}`
      }),
  }
}

test('the same answers cost nothing, other ones are made anew', async () => {
  const {ask, made} = maker()
  expect(await ask('/', 'one')).toBe('/@one')
  expect(await ask('/', 'one')).toBe('/@one')
  expect(made()).toBe(1)
  expect(await ask('/', 'two')).toBe('/@two')
  expect(await ask('/', 'one')).toBe('/@one')
  expect(await ask('/other', 'one')).toBe('/other@one')
  expect(made()).toBe(4)
})

test('what was not asked for longest goes when there is no more room', async () => {
  // Each of them is five letters, and there is room for two.
  const {ask, made} = maker(12)
  await ask('a', '1')
  await ask('b', '1')
  await ask('a', '1')
  await ask('c', '1')
  expect(made()).toBe(3)
  await ask('a', '1')
  expect(made()).toBe(3)
  await ask('b', '1')
  expect(made()).toBe(4)
})

test('what is larger than all the room is given all the same', async () => {
  const {ask, made} = maker(4)
  expect(await ask('a', '1')).toBe('a@1')
  expect(await ask('a', '1')).toBe('a@1')
  expect(made()).toBe(2)
})

test('what could not be made is tried again', async () => {
  const kept = createRenderCache<string>({length: (text) => text.length})
  await expect(kept('a', '1', () => Promise.reject(new Error('No')))).rejects.toThrow('No')
  expect(await kept('a', '1', () => 'made')).toBe('made')
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

test('a page whose tags are others is another page, although it reads the same', async () => {
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
