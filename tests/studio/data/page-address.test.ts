import {afterEach, expect, test, vi} from 'vitest'
import {publicAddress} from '../../../studio/data/page-address.ts'

afterEach(() => vi.unstubAllEnvs())

const article = {_id: 'a1', _type: 'article', slug: {current: 'herring-returns'}}

test('a piece’s page is on the site of the same server', () => {
  expect(publicAddress(article)).toBe('/article/herring-returns')
})

test.each([
  ['has no web address', {_id: 'a1', _type: 'article'}],
  ['has no page under its web address', {_id: 'p1', _type: 'photoWithCredit', slug: article.slug}],
  ['is not published', null],
])('there is no page for a document that %s', (_, document) => {
  expect(publicAddress(document)).toBeNull()
})

test('on the hosted lake the page is on the configured site, if there is one', () => {
  vi.stubEnv('SANITY_STUDIO_PROJECT_ID', 'abc123de')
  expect(publicAddress(article)).toBeNull()
  vi.stubEnv('SANITY_STUDIO_PREVIEW_URL', 'https://news.example.org/')
  expect(publicAddress(article)).toBe('https://news.example.org/article/herring-returns')
})
