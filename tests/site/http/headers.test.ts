// Status, headers and caching for browsers, proxies and search engines.
import {expect, test} from 'vitest'
import {createImages} from '../../../site/display/images.ts'
import {article, newsroom} from '../support/fixtures.ts'
import {imageAsset} from '../support/seed.ts'
import {attribute, tags, textOf, withoutData} from '../support/html.ts'
import {ORIGIN, SESSION, siteOver, visit} from '../support/visit.ts'

const documents = newsroom(article('piece'))

test('a page may be kept but is asked for again, and is not sent twice', async () => {
  const site = siteOver(documents)
  const {response} = await visit(site, '/article/piece')
  expect(response.headers.get('cache-control')).toBe('public, no-cache')
  const etag = response.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[^"]{20,}"$/)
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await visit(site, '/article/piece', {'if-none-match': known})
    expect(again.response.status).toBe(304)
    expect(again.html).toBe('')
    expect(again.response.headers.get('etag')).toBe(etag)
  }
  const changed = siteOver(newsroom(article('piece', {dek: 'Another standfirst'})))
  expect((await visit(changed, '/article/piece', {'if-none-match': etag})).response.status).toBe(
    200,
  )
})

test('readers and staff get the same bytes', async () => {
  const withDraft = [...documents, {...article('drafts.piece'), headline: 'Unpublished words'}]
  for (const path of ['/', '/article/piece', '/section/politics', '/author/ada-byrne']) {
    const site = siteOver(withDraft)
    const reader = await visit(site, path)
    const staff = await visit(site, path, {...SESSION, authorization: 'Bearer abc'})
    expect(staff.html).toBe(reader.html)
    expect([...staff.response.headers]).toEqual([...reader.response.headers])
    expect(reader.html).not.toContain('Unpublished')
  }
})

test('no script, no frame, no form where nothing is live: the policy is strict on every page', async () => {
  const site = siteOver(documents)
  for (const path of ['/', '/article/piece', '/nothing', '/preview/article/piece']) {
    const {response, html} = await visit(site, path, SESSION)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toContain('script-src')
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain(`frame-ancestors 'self'`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(withoutData(html)).not.toContain('<script')
    expect(html).not.toMatch(/\son\w+=/)
  }
})

test('the style sheet has an address of its own that never changes its content', async () => {
  const site = siteOver(documents)
  const {html} = await visit(site, '/')
  const href = tags(html, 'link').find((tag) => attribute(tag, 'rel') === 'stylesheet')
  const path = attribute(href ?? '', 'href') ?? ''
  expect(path).toMatch(/^\/_site\/site\.\w{8,}\.css$/)
  const {response, html: css} = await visit(site, path)
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(css).toContain('prefers-color-scheme: dark')
  expect(css).toContain('@media print')
})

test('search engines get the address of an article, and are told not to index previews', async () => {
  const site = siteOver(newsroom(article('piece', {seo: {noIndex: true}}), article('other')))
  expect((await visit(site, '/article/other')).html).toContain(
    `<link rel="canonical" href="${ORIGIN}/article/other"/>`,
  )
  expect((await visit(site, '/article/piece')).html).toContain(
    '<meta name="robots" content="noindex"/>',
  )
  const robots = await visit(site, '/robots.txt')
  expect(robots.response.headers.get('content-type')).toContain('text/plain')
  expect(robots.html).toContain('Disallow: /preview/')
})

test('a text that was first published elsewhere points there', async () => {
  const elsewhere = {seo: {canonicalUrl: 'https://example.org/first'}}
  const {html} = await visit(siteOver(newsroom(article('piece', elsewhere))), '/article/piece')
  expect(html).toContain('<link rel="canonical" href="https://example.org/first"/>')
})

test('HEAD has the headers of GET and no body; other methods are refused', async () => {
  const site = siteOver(documents)
  const address = `${ORIGIN}/article/piece`
  const get = await site.fetch(new Request(address))
  const head = await site.fetch(new Request(address, {method: 'HEAD'}))
  expect(await head.text()).toBe('')
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
  const post = await site.fetch(new Request(address, {method: 'POST', body: 'x'}))
  expect(post.status).toBe(405)
  expect(post.headers.get('allow')).toBe('GET, HEAD')
})

test('a lake that does not answer costs one page, not the server', async () => {
  const errors: unknown[] = []
  const site = siteOver(documents, {
    client: {fetch: () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:3333'))},
    onError: (error) => errors.push(error),
  })
  const {response, html} = await visit(site, '/')
  expect(response.status).toBe(503)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(textOf(html)).toContain('Not available just now')
  expect(html).not.toContain('ECONNREFUSED')
  expect(errors).toHaveLength(1)
})

test('on the hosted lake pictures come from Sanity’s CDN, and the policy admits it', async () => {
  const site = siteOver(documents, {imageBaseUrl: 'https://cdn.sanity.io'})
  const {response} = await visit(site, '/')
  expect(response.headers.get('content-security-policy')).toContain(
    `img-src 'self' data: https://cdn.sanity.io;`,
  )
  const images = createImages({projectId: 'p', dataset: 'd', baseUrl: 'https://cdn.sanity.io'})
  const {_id} = imageAsset('x')
  const rendition = images.rendition(
    {asset: {_id, dimensions: {width: 1600, height: 1066}}},
    [400, 9000],
  )
  expect(rendition?.src).toMatch(/^https:\/\/cdn\.sanity\.io\/images\/p\/d\//)
  // Nothing is enlarged.
  expect(rendition?.srcSet).toMatch(/ 400w, .* 1600w$/)
})
