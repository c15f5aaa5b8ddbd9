// Previews as somebody would use them to get at more than they were shown, or to tell others of it.
import {describe, expect, test} from 'vitest'
import type {SharedPreviewClient} from '../../site/previews/shared-preview-client.ts'
import type {SiteOptions} from '../../site/server.tsx'
import {clientOver, drafts} from './support/client.ts'
import {article, newsroom} from './support/fixtures.ts'
import {textOf} from './support/html.ts'
import {ORIGIN, SESSION, siteOver, visit} from './support/visit.ts'

const SECRET = 'cp_abc.def'
const LINK = {
  articleId: 'piece',
  recipient: 'Her lawyer',
  byName: 'Edith Editor',
  expiresAt: '2026-12-02T18:00:00Z',
}
const documents = newsroom(article('piece', {headline: 'Not yet for everybody'}))

/** Answers every request, and records its share token. */
function opening(): {asked: string[]; options: Pick<SiteOptions, 'sharedPreviewClient'>} {
  const asked: string[] = []
  const guest: SharedPreviewClient = {
    ...clientOver(drafts(documents)),
    preview: async () => LINK,
    remark: async () => void asked.push('remarked'),
  }
  return {asked, options: {sharedPreviewClient: (secret) => (asked.push(secret), guest)}}
}

describe('Only the secret of a link opens a preview:', () => {
  test.each([
    '',
    'cd_0123456789abcdef',
    'MDEyMzQ1Njc4OWFiY2RlZg',
    'cp_',
    'cp_abc',
    'cp_abc.',
    'cp_abc.def/',
    'cp_abc.def/../x',
    'cp_abc.def%0d%0aX-A:b',
    'cp_abc.def%00',
    'Bearer%20cp_abc.def',
    '__proto__',
  ])('not %j, which is not even passed on', async (secret) => {
    for (const init of [
      {},
      {method: 'HEAD'},
      {method: 'POST', body: new URLSearchParams({text: 'x'})},
    ]) {
      const {asked, options} = opening()
      const site = siteOver(documents, options)
      const address = `${ORIGIN}/preview/link/${secret}`
      const response = await site.fetch(new Request(address, init))
      expect(response.status).toBe(404)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(asked).toEqual([])
    }
  })
})

test.each([
  ['behind a link', `/preview/link/${SECRET}`, 'same-origin'],
  ['for staff', '/preview/article/piece', 'same-origin'],
  ['that is none any more', '/preview/link/cp_a', 'same-origin'],
  ['of what is published', '/article/piece', 'strict-origin-when-cross-origin'],
])(
  'Where a reader goes on to learns where they came from by no page %s',
  async (_, path, policy) => {
    const {response} = await visit(siteOver(documents, opening().options), path, SESSION)
    expect(response.headers.get('referrer-policy')).toBe(policy)
  },
)

test('No header is made of what was written, and no page frames or runs anything', async () => {
  const {options} = opening()
  const site = siteOver(documents, options)
  const text = 'x\r\nSet-Cookie: a=b'
  const name = '"><script>alert(1)</script>\r\nLocation: //evil.example'
  const body = new URLSearchParams({text, name, revision: '\r\n'})
  const address = `${ORIGIN}/preview/link/${SECRET}?to=//evil.example`
  const sent = await site.fetch(new Request(address, {method: 'POST', body}))
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toBe(`/preview/link/${SECRET}?sent#remarks`)
  expect(sent.headers.get('cache-control')).toBe('no-store')
  expect([...sent.headers.keys()]).not.toContain('set-cookie')
  const {response, html} = await visit(site, `/preview/link/${SECRET}?sent=<script>`)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`frame-ancestors 'self'`)
  expect(policy).not.toContain('script-src')
  expect(html).not.toContain('<script')
  expect(textOf(html)).toContain('Not yet for everybody')
})
