// Previews in which a click on words opens their field, over the lake that tells where words come from.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {linksToPreviews} from '../../../site/editing/links-to-previews.ts'
import {startLake, type TestLake} from '../../support/lake.ts'
import {marksOf, MARKS, placesOf, withoutMarks} from '../support/marks.ts'
import {seedDocuments} from '../support/seed.ts'
import {siteOn} from '../support/site-on-lake.ts'
import {store} from '../../support/commit.ts'

const EDITED = 'sanity-preview-perspective=drafts'
const ARTICLE = 'article-two-sessions'

let newsroom: TestLake
let site: ReturnType<typeof siteOn>
let cookie: string
beforeAll(async () => {
  newsroom = await startLake()
  await store(newsroom.lake, seedDocuments())
  cookie = newsroom.person('journalist').cookie
  site = siteOn(newsroom, {origin: newsroom.origin})
})
afterAll(() => newsroom.close())

async function visit(path: string, headers: Record<string, string> = {cookie}) {
  const response = await site.fetch(new Request(new URL(path, newsroom.origin), {headers}))
  return {response, html: await response.text()}
}

/** The page without the words in which it says whether it is a draft. */
const bodyOf = (html: string) => /<body>(.*)<\/body>/s.exec(html)?.[1] ?? ''

describe('a preview that the tool shows', () => {
  test('says of headline, dek, captions, credits, quotes and speakers where they are written', async () => {
    const {html} = await visit(`/preview/article/${ARTICLE}?${EDITED}`)
    const places = placesOf(html)
    for (const place of [
      `article ${ARTICLE} headline`,
      `article ${ARTICLE} dek`,
      `article ${ARTICLE} leadPhoto.caption`,
      `article ${ARTICLE} keyPoints[0]`,
      'photoWithCredit photo-nagasaki-boats creditLine',
      'photoWithCredit photo-nagasaki-boats image',
      'photoWithCredit photo-growth-targets-chart caption',
      'expertQuote quote-green-wait text',
      'source source-rory-green name',
      'author author-ingrid-vassall name',
      'section section-politics title',
    ]) {
      expect(places, place).toContain(place)
    }
    expect(places).toContainEqual(
      expect.stringMatching(/^expertQuote quote-green-wait speakers.*\.titleAtTime$/),
    )
  })

  test('has a quote within a paragraph lead to its words', async () => {
    const {html} = await visit(`/preview/article/article-wool-price?${EDITED}`)
    expect(placesOf(html)).toContain('expertQuote quote-exchange-bidders text')
  })

  test('has each paragraph lead to its own', async () => {
    const {html} = await visit(`/preview/article/${ARTICLE}?${EDITED}`)
    const paragraphs = [...bodyOf(html).matchAll(/<(?:p|h2) data-sanity="([^"]+)"/g)]
    expect(paragraphs.length).toBeGreaterThan(10)
    expect(new Set(paragraphs.map(([, place]) => place)).size).toBe(paragraphs.length)
    for (const [, place] of paragraphs)
      expect(place).toMatch(/path=body:\w+\.children:\w+\.text;base=%2Fstudio$/)
  })

  test.each([
    `/preview/article/${ARTICLE}`,
    '/preview/article/article-cold-store',
    '/preview/home',
    '/preview/section/economy',
    '/preview/author/ingrid-vassall',
    '/preview/topic/economy-and-business',
    '/preview/photo/photo-nagasaki-boats',
    '/preview/source/source-rory-green',
  ])(
    '%s is otherwise the same page: no label, date or count differs, and links lead to previews',
    async (path) => {
      const [plain, edited] = [await visit(path), await visit(`${path}?${EDITED}`)]
      expect(plain.response.status).toBe(200)
      expect(marksOf(plain.html)).toEqual([])
      expect(plain.html).not.toContain('data-sanity')
      expect(marksOf(edited.html).length).toBeGreaterThan(2)
      const address = new URL(`${path}?${EDITED}`, newsroom.origin)
      const same = linksToPreviews(bodyOf(plain.html), address)
      expect(withoutMarks(bodyOf(edited.html))).toBe(same)
      expect(same).toContain(`href="/preview/home?${EDITED}"`)
      const head = edited.html.slice(0, edited.html.indexOf('<body>'))
      const tags = [...edited.html.matchAll(/<[^>]*>/g)].join('\n')
      expect(head + tags).not.toMatch(MARKS)
    },
  )

  test('may run the site’s script and nothing else, within the studio’s own origin', async () => {
    const {response, html} = await visit(`/preview/article/${ARTICLE}?${EDITED}`)
    const policy = response.headers.get('content-security-policy')?.split('; ')
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self'`)
    expect(policy).toContain(`connect-src 'self'`)
    expect(policy).toContain(`frame-ancestors 'self'`)
    expect(policy?.join()).not.toContain('unsafe')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts).toEqual([
      expect.stringMatching(/^<script src="\/_site\/editing\.\w+\.js" defer/),
    ])
    const [, address = ''] = /src="(\/_site\/editing[^"]+)"/.exec(html) ?? []
    const script = await visit(address, {})
    expect(script.response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.html.length).toBeGreaterThan(100_000)
  })

  test('shows what is published where the tool does', async () => {
    const client = newsroom.client('editor')
    await client.createOrReplace({
      ...(await client.getDocument('article-sound-pact'))!,
      _id: `drafts.article-sound-pact`,
      headline: 'A headline of the draft',
    })
    const path = '/preview/article/article-sound-pact'
    const published = await visit(`${path}?sanity-preview-perspective=published`)
    const drafts = await visit(`${path}?${EDITED}`)
    expect(drafts.html).toContain('A headline of the draft')
    expect(published.response.status).toBe(200)
    expect(published.html).not.toContain('A headline of the draft')
  })

  test('leads from a reader’s address of an article to its preview, still within the tool', async () => {
    const {response} = await visit(`/preview/article/china-two-sessions-why-they-matter?${EDITED}`)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`/preview/article/${ARTICLE}?${EDITED}`)
  })

  test('answers the tool also where there is nothing', async () => {
    const {response, html} = await visit(`/preview/article/nothing?${EDITED}`)
    expect(response.status).toBe(404)
    expect(html).toContain('/_site/editing.')
  })

  test('needs a session', async () => {
    const strangers: Record<string, string>[] = [{}, {cookie: 'copydesk_session=nonsense'}]
    for (const headers of strangers) {
      const {response, html} = await visit(`/preview/article/${ARTICLE}?${EDITED}`, headers)
      expect(response.status).toBe(302)
      expect(response.headers.get('location')).toContain('/login?to=')
      expect(html).toBe('')
    }
  })
})

test('published pages have no stega, for every reader and request', async () => {
  const slugs = await newsroom
    .client()
    .fetch<{_type: string; slug: string}[]>(
      '*[_type in ["article", "section", "topic", "author"] && defined(slug.current)]{_type, "slug": slug.current}',
    )
  expect(slugs.length).toBeGreaterThan(15)
  const pages = ['/', '/corrections', '/sources', '/feed.xml', '/feed.json', '/sitemap-news.xml']
  for (const path of [...pages, ...slugs.map(({_type, slug}) => `/${_type}/${slug}`)]) {
    const {response, html} = await visit(`${path}?${EDITED}`)
    expect(response.status, path).toBe(200)
    expect(html, path).not.toMatch(MARKS)
    expect(html, path).not.toContain('data-sanity')
    expect(html, path).not.toContain('/_site/editing.')
  }
})
