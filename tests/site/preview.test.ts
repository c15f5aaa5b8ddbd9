import {expect, test} from 'vitest'
import {article, newsroom, quote, quoteUse} from './support/fixtures.ts'
import {clientOver, drafts} from './support/client.ts'
import {textOf} from './support/html.ts'
import {SESSION, siteOver, visit} from './support/visit.ts'

const documents = newsroom(
  article('live'),
  article('drafts.live', {headline: 'Changed headline', slug: {current: 'live'}}),
  article('drafts.new', {body: [quoteUse('said')], embargo: {until: '2026-12-01T06:00:00Z'}}),
  quote('drafts.said', {text: 'Unpublished quote'}),
  article('quiet'),
)

/** As `@sanity/client` reports a refusal. */
const refusal = (statusCode: number) => Object.assign(new Error('refused'), {statusCode})

test('shows staff the draft with what it refers to, marked, kept by nobody and found by nobody', async () => {
  const {response, html} = await visit(siteOver(documents), '/preview/article/new', SESSION)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-robots-tag')).toBe('noindex')
  expect(response.headers.get('etag')).toBeNull()
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(textOf(html)).toMatch(
    /Draft Only signed-in staff can see this page\. Embargo until 1 December 2026/,
  )
  expect(textOf(html)).toContain('“Unpublished quote”')
})

test('shows a pending change, by either of the document’s ids', async () => {
  for (const id of ['live', 'drafts.live']) {
    const {html} = await visit(siteOver(documents), `/preview/article/${id}`, SESSION)
    expect(textOf(html)).toContain('Changed headline')
  }
})

test('says when no change is waiting', async () => {
  const {html} = await visit(siteOver(documents), '/preview/article/quiet', SESSION)
  expect(textOf(html)).toContain('Published No change is waiting')
})

test('says nothing of readers where a release is shown', async () => {
  const path = '/preview/article/quiet?sanity-preview-perspective=rA1,drafts'
  const {html} = await visit(siteOver(documents), path, SESSION)
  expect(textOf(html)).toContain('Release Only signed-in staff can see this page')
  expect(textOf(html)).not.toContain('No change is waiting')
})

test('passes the viewer’s cookies on to the lake', async () => {
  const cookies: string[] = []
  const site = siteOver(documents, {
    previewClient: (cookie) => {
      cookies.push(cookie)
      return clientOver(drafts(documents))
    },
  })
  await visit(site, '/preview/article/new', {cookie: 'theme=dark; copydesk_session=abc'})
  expect(cookies).toEqual(['theme=dark; copydesk_session=abc'])
})

test.each<Record<string, string>>([
  {},
  {cookie: 'theme=dark'},
  {cookie: 'not_copydesk_session=abc'},
])('sends who is not signed in to sign in, and asks the lake nothing: %o', async (headers) => {
  const site = siteOver(documents, {
    previewClient: () => {
      throw new Error('the lake was asked')
    },
  })
  const {response, html} = await visit(site, '/preview/article/new', headers)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('/login?to=%2Fpreview%2Farticle%2Fnew')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(html).toBe('')
})

test('sends whose session has ended to sign in', async () => {
  const site = siteOver(documents, {
    previewClient: () => ({fetch: () => Promise.reject(refusal(401))}),
  })
  const {response} = await visit(site, '/preview/article/new', SESSION)
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toContain('/login?to=')
})

test('answers 404 for what there is no draft of, and everywhere without previews', async () => {
  const absent = await visit(siteOver(documents), '/preview/article/nothing', SESSION)
  expect(absent.response.status).toBe(404)
  const without = siteOver(documents, {previewClient: undefined})
  expect((await visit(without, '/preview/article/new', SESSION)).response.status).toBe(404)
})

test('a draft with nothing in it yet has a page', async () => {
  const empty = {_id: 'drafts.empty', _type: 'article', _createdAt: '2026-01-01T00:00:00Z'}
  const {response, html} = await visit(siteOver([empty]), '/preview/article/empty', SESSION)
  expect(response.status).toBe(200)
  expect(textOf(html)).toContain('No headline yet')
})
