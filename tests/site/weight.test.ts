// What an article weighs on its way to a telephone: its HTML and the style sheet, compressed with gzip,
// which every client takes; brotli makes less of it. Pictures are not counted, and no script is needed.
import {expect, test} from 'vitest'
import {gzipSync} from 'node:zlib'
import type {ContentClient} from '../../site/content-client.ts'
import {designNewsroom} from '../support/design-newsroom.ts'
import {clientOver, published, type Document} from './support/client.ts'
import {article, newsroom} from './support/fixtures.ts'
import {textOf} from './support/html.ts'
import {seedDocuments} from './support/seed.ts'
import {siteOver, visit} from './support/visit.ts'

const MOST_BYTES = 60_000
const MOST_FRONT_BYTES = 50_000

const bytes = (text: string): number => gzipSync(text).length

/** As the lake answers: each answer with its tags. */
function tagging(client: ContentClient): ContentClient {
  return {
    ...client,
    fetchTagged: async (query, params) => ({
      result: await client.fetch(query, params),
      syncTags: ['article', 'author', 'expertQuote', 'photoWithCredit', 'section', 'source'].map(
        (type) => `s1:${type}`,
      ),
    }),
  }
}

/** The page as readers get it, with what makes it live. */
async function weigh(documents: readonly Document[], path: string) {
  const client = tagging(clientOver(published(documents)))
  const site = siteOver(documents, {client, liveEvents: '/v2025-02-19/data/live/events/production'})
  const {html, response} = await visit(site, path)
  expect(response.status).toBe(200)
  const [sheet = ''] = /\/_site\/site\.\w+\.css/.exec(html) ?? []
  const {html: css} = await visit(site, sheet)
  return {html, css, total: bytes(html) + bytes(css)}
}

const slugOf = ({slug}: Document): string => (slug as {current: string}).current

test('the longest article, with its styles, weighs at most 60 kB compressed', async () => {
  const documents = seedDocuments()
  const articles = published(documents).filter(({_type}) => _type === 'article')
  expect(articles.length).toBeGreaterThan(5)
  const pages = await Promise.all(
    articles.map(async (one) => await weigh(documents, `/article/${slugOf(one)}`)),
  )
  const longest = pages.toSorted((a, b) => b.html.length - a.html.length)[0]!
  // A page that could not be made, or has no styles, would weigh little.
  expect(textOf(longest.html).length).toBeGreaterThan(9_000)
  expect(longest.html).toContain('<h1')
  expect(longest.css).toContain('.live-note')
  expect(longest.total).toBeLessThanOrEqual(MOST_BYTES)
  expect(Math.max(...pages.map(({total}) => total))).toBeLessThanOrEqual(MOST_BYTES)
})

test('a full front page, with its styles, weighs at most 50 kB compressed', async () => {
  const {html, css, total} = await weigh(designNewsroom(), '/')
  expect(html.match(/data-story=/g)?.length).toBeGreaterThanOrEqual(25)
  expect(css).toContain('@font-face')
  expect(total).toBeLessThanOrEqual(MOST_FRONT_BYTES)
})

test('an article that is too heavy would be found', async () => {
  let seed = 1
  const letters = Array.from({length: 2 * MOST_BYTES}, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return (seed >>> 24).toString(36)
  })
  const heavy = newsroom(article('piece', {dek: letters.join('')}))
  expect((await weigh(heavy, '/article/piece')).total).toBeGreaterThan(MOST_BYTES)
})

test('all of the text is there without a script', async () => {
  const documents = newsroom(article('piece'))
  const {html} = await weigh(documents, '/article/piece')
  const without = (await visit(siteOver(documents), '/article/piece')).html
  expect(textOf(without)).toBe(textOf(html))
  expect(without).not.toMatch(/<script(?! type="application\/ld\+json")/)
})
