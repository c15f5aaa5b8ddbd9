// An article for somebody without an account: the page at the address of their link, and its form.
import {describe, expect, test} from 'vitest'
import type {SharedPreviewClient, Remark} from '../../site/previews/shared-preview-client.ts'
import type {SiteOptions} from '../../site/server.tsx'
import {clientOver, drafts, type Document} from './support/client.ts'
import {article, newsroom, photo, photoUse} from './support/fixtures.ts'
import {textOf} from './support/html.ts'
import {ORIGIN, siteOver} from './support/visit.ts'

const SECRET = 'cp_abc.def'
const PATH = `/preview/link/${SECRET}`
const LINK = {
  articleId: 'new',
  recipient: 'Her lawyer',
  byName: 'Edith Editor',
  expiresAt: '2026-12-02T18:00:00Z',
}
const documents = newsroom(
  article('drafts.new', {
    headline: 'Not yet for everybody',
    leadPhoto: photoUse('pier'),
    _rev: 'r7',
  }),
  photo('drafts.pier'),
)

/** As `@sanity/client` reports a refusal. */
const refusal = (statusCode: number, error: object = {}) =>
  Object.assign(new Error('refused'), {statusCode, response: {body: {error}}})

function previewClientOver(
  shown: readonly Document[],
  remark: (remark: Remark) => Promise<void> = async () => {},
): Pick<SiteOptions, 'sharedPreviewClient'> {
  const guest: SharedPreviewClient = {
    ...clientOver(drafts(shown)),
    preview: async () => LINK,
    remark,
  }
  return {
    sharedPreviewClient(secret) {
      if (secret !== SECRET) throw new Error(`another secret: ${secret}`)
      return guest
    },
  }
}

async function ask(options: Partial<SiteOptions>, init: RequestInit = {}, path = PATH) {
  const site = siteOver(documents, options)
  const response = await site.fetch(new Request(new URL(path, ORIGIN), init))
  return {response, html: await response.text()}
}

const posted = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
})

describe('The page', () => {
  test('shows the draft and says to whom, by whom and until when; kept by nobody, found by nobody', async () => {
    const {response, html} = await ask(previewClientOver(documents))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(response.headers.get('etag')).toBeNull()
    expect(response.headers.get('content-security-policy')).toContain(`form-action 'self'`)
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    const text = textOf(html)
    expect(text).toContain('Not yet for everybody')
    expect(text).toMatch(/Not published Edith Editor of .* shows this article to Her lawyer\./)
    expect(text).toMatch(/The link ends on 3 December 2026, 03:00 GMT\+9/)
    // Nothing that could be passed on, and nothing for machines.
    expect(text).not.toContain('Share this article')
    expect(html).not.toContain('application/ld+json')
    expect(html).not.toMatch(/<meta (property="og:|name="description")/)
    expect(html).not.toContain('<script')
  })

  test('asks for its pictures with the link’s secret, and other pages do not', async () => {
    const {html} = await ask(previewClientOver(documents))
    const sources = [...html.matchAll(/(?:src|srcSet)="([^"]+)"/gi)].flatMap(([, list = '']) =>
      list.split(', ').map((one) => one.split(' ')[0] ?? ''),
    )
    const pictures = sources.filter((source) => source.includes('/images/'))
    expect(pictures.length).toBeGreaterThan(1)
    for (const picture of pictures) {
      expect(new URL(picture.replaceAll('&amp;', '&'), ORIGIN).searchParams.get('pass')).toBe(
        SECRET,
      )
    }
    const {html: front} = await ask(previewClientOver(documents), {}, '/')
    expect(front).not.toContain('pass=')
  })

  test('has a form that knows which revision was looked at', async () => {
    const {html} = await ask(previewClientOver(documents))
    expect(html).toMatch(/<form action="#remarks" method="post"/)
    expect(html).toContain('name="revision" value="r7"')
    expect(html).toMatch(/<label for="remark">Your remark<\/label>/)
  })

  test('says when the article is published', async () => {
    const live = newsroom(article('new'))
    const {html} = await ask(previewClientOver(live))
    expect(textOf(html)).toMatch(/Published Edith Editor .* Readers see this article ?\./)
  })

  test.each([
    ['sessionEnded', 410, 'This link has ended'],
    ['unauthorized', 404, 'This link does not work'],
  ])('of a link that is over or none says so: %s', async (type, status, title) => {
    const refuse = () => Promise.reject(refusal(401, {type}))
    const guest = {fetch: refuse, preview: refuse, remark: refuse}
    const {response, html} = await ask({sharedPreviewClient: () => guest})
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(textOf(html)).toContain(title)
    expect(html).not.toContain('<form action="#remarks" method="post"')
  })

  test('of a link whose article is gone says that it has ended', async () => {
    const {response, html} = await ask(previewClientOver(newsroom()))
    expect(response.status).toBe(410)
    expect(textOf(html)).toContain('This link has ended')
  })

  test('is not there where a lake knows no such links', async () => {
    expect((await ask({previewClient: undefined})).response.status).toBe(404)
    expect((await ask({}, posted({text: 'x'}))).response.status).toBe(405)
  })

  test('when the lake fails is an error, and tells nobody that the link has ended', async () => {
    const errors: unknown[] = []
    const fail = () => Promise.reject(refusal(503))
    const {response} = await ask({
      sharedPreviewClient: () => ({fetch: fail, preview: fail, remark: fail}),
      onError: (error) => errors.push(error),
    })
    expect(response.status).toBe(503)
    expect(errors).toHaveLength(1)
  })
})

describe('A remark', () => {
  test('is sent on with its name and revision, and its sender comes back to the page', async () => {
    const remarks: Remark[] = []
    const options = previewClientOver(documents, async (one) => void remarks.push(one))
    const text = 'First line.\r\nSecond, with <b>marks</b> & “quotes”.'
    const {response} = await ask(options, posted({text: ` ${text} `, name: 'Sato', revision: 'r7'}))
    expect(remarks).toEqual([{text, name: 'Sato', revision: 'r7'}])
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${PATH}?sent#remarks`)
    const {html} = await ask(previewClientOver(documents), {}, `${PATH}?sent`)
    expect(html).toMatch(/role="status"/)
    expect(textOf(html)).toContain('The newsroom has your remark.')
  })

  test('that was left is shown as text', async () => {
    const left = {
      _id: 'remark.1',
      _type: 'previewRemark',
      article: {_type: 'reference', _ref: 'new', _weak: true},
      name: 'Sato <img src=x>',
      text: '<script>alert(1)</script>\nNo.',
      at: '2026-11-25T10:00:00Z',
    }
    const guest: SharedPreviewClient = {
      ...clientOver([...drafts(documents), left]),
      preview: async () => LINK,
      remark: async () => {},
    }
    const {html} = await ask({sharedPreviewClient: () => guest})
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img src=x')
    expect(textOf(html)).toContain('alert(1)')
  })

  test('that comes too soon is there to be sent again, with when', async () => {
    const description = 'Send this one again in 40 seconds.'
    const options = previewClientOver(documents, () =>
      Promise.reject(refusal(429, {type: 'tooManyRequests', description})),
    )
    const {response, html} = await ask(options, posted({text: 'All my words', name: 'Sato'}))
    expect(response.status).toBe(429)
    expect(textOf(html)).toContain(description)
    expect(html).toContain('All my words')
  })

  test('that the lake refuses is there to be changed, with the reason', async () => {
    const reasons = [{message: 'It is too long: at most 5000 characters.'}]
    const options = previewClientOver(documents, () =>
      Promise.reject(refusal(403, {type: 'editorialRule', reasons})),
    )
    const {response, html} = await ask(options, posted({text: 'All my words', name: 'Sato'}))
    expect(response.status).toBe(422)
    expect(html).toMatch(/role="alert"[^>]*>It is too long: at most 5000 characters\./)
    expect(html).toMatch(/<textarea[^>]*>All my words<\/textarea>/)
    expect(html).toMatch(/<input[^>]*value="Sato"/)
  })

  test('that could not be sent for now is there to be sent again', async () => {
    const options = previewClientOver(documents, () => Promise.reject(refusal(503)))
    const {response, html} = await ask(options, posted({text: 'All my words'}))
    expect(response.status).toBe(503)
    expect(html).toMatch(/<textarea[^>]*>All my words<\/textarea>/)
    expect(textOf(html)).toContain('please try again')
  })

  test('that came too late is there to be copied', async () => {
    const options = previewClientOver(documents, () =>
      Promise.reject(refusal(401, {type: 'sessionEnded'})),
    )
    const {response, html} = await ask(options, posted({text: 'All my <words>'}))
    expect(response.status).toBe(410)
    expect(html).toMatch(/<textarea[^>]*readOnly[^>]*>All my &lt;words&gt;<\/textarea>/i)
  })

  test.each<[string, RequestInit]>([
    ['empty', posted({text: '  '})],
    ['no form', {method: 'POST', body: '{}', headers: {'content-type': 'application/json'}}],
    ['without a body', {method: 'POST'}],
    ['endless', posted({text: 'x'.repeat(2 * 1024 * 1024)})],
  ])('that is none is asked for again: %s', async (_, init) => {
    const options = previewClientOver(documents, () => Promise.reject(new Error('was sent')))
    const {response, html} = await ask(options, init)
    expect(response.status).toBe(422)
    expect(textOf(html)).toContain('Write your remark first.')
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not sent by %s', async (method) => {
    const {response} = await ask(previewClientOver(documents), {method})
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
  })
})
