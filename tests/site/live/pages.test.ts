// What a page that follows the newsroom says of itself, and which pages do not.
import {expect, test} from 'vitest'
import {gzipSync} from 'node:zlib'
import type {ContentClient} from '../../../site/content-client.ts'
import {clientOver, published} from '../support/client.ts'
import {article, newsroom} from '../support/fixtures.ts'
import {attribute, elements, tags, textOf, withoutData} from '../support/html.ts'
import {SESSION, siteOver, visit} from '../support/visit.ts'

const EVENTS = '/v2025-02-19/data/live/events/production'
const documents = newsroom(article('piece'))

/** Tags each answer by the first type that its query names. */
function tagging(client: ContentClient): ContentClient {
  return {
    ...client,
    async fetchTagged(query, params) {
      const type = /_type == "(\w+)"/.exec(query)?.[1] ?? 'any'
      return {result: await client.fetch(query, params), syncTags: [`s1:${type}`]}
    },
  }
}

const site = siteOver(documents, {
  client: tagging(clientOver(published(documents))),
  liveEvents: EVENTS,
})

const liveTag = (html: string) =>
  tags(html, 'meta').find((tag) => attribute(tag, 'name') === 'copydesk-live')

test.each(['/', '/article/piece', '/section/politics', '/author/ada-byrne', '/corrections'])(
  'the site’s own script and nothing else runs on %s',
  async (path) => {
    const {response, html} = await visit(site, path)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([`default-src 'none'`, `script-src 'self'`, `connect-src 'self'`]),
    )
    expect(policy).not.toContain('unsafe')
    const scripts = elements(withoutData(html), 'script')
    expect(scripts).toEqual([
      expect.stringMatching(/^<script src="\/_site\/live\.\w{8,}\.js" defer=""><\/script>$/),
    ])
    const live = liveTag(html) ?? ''
    expect(attribute(live, 'data-events')).toBe(EVENTS)
    expect(attribute(live, 'content')).toMatch(/^s1:\w+( s1:\w+)+$/)
    expect(attribute(live, 'data-words')).toBe(
      path.startsWith('/article/') ? 'This article was updated' : 'This page was updated',
    )
  },
)

test.each(['/nothing', '/preview/article/piece', '/search'])(
  'no script runs on %s',
  async (path) => {
    const {response, html} = await visit(site, path, SESSION)
    expect(textOf(html)).not.toBe('')
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src|connect-src/)
    expect(withoutData(html)).not.toContain('<script')
    expect(liveTag(html)).toBeUndefined()
  },
)

test('a page has another version when readers see something else, and only then', async () => {
  const versionOf = async (dek: string) => {
    const changed = newsroom(article('piece', {dek}))
    const client = tagging(clientOver(published(changed)))
    const {html} = await visit(siteOver(changed, {client, liveEvents: EVENTS}), '/article/piece')
    return attribute(liveTag(html) ?? '', 'data-version')
  }
  expect(await versionOf('One')).toMatch(/\S{20,}/)
  expect(await versionOf('One')).toBe(await versionOf('One'))
  expect(await versionOf('One')).not.toBe(await versionOf('Two'))
})

test('a page may connect only to the lake of its events', async () => {
  const elsewhere = siteOver(documents, {liveEvents: `https://abc.api.sanity.io${EVENTS}`})
  const {response} = await visit(elsewhere, '/')
  expect(response.headers.get('content-security-policy')).toContain(
    `connect-src 'self' https://abc.api.sanity.io;`,
  )
})

test('the script never changes under its address and weighs at most 4 kB compressed', async () => {
  const {html} = await visit(site, '/')
  const [path = ''] = /\/_site\/live\.\w+\.js/.exec(html) ?? []
  const {response, html: script} = await visit(site, path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(script).toContain('EventSource')
  expect(gzipSync(script).length).toBeLessThan(4096)
})
