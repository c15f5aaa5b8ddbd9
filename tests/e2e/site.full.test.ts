// The site in a browser: on a desk and a phone, in light and dark, with and without JavaScript; and
// content that readers must not see.
import type {BrowserContext, BrowserContextOptions} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {
  ARABIC,
  importHardPages,
  JAPANESE,
  SECOND_PAGES,
  withoutRepetition,
} from '../support/hard-pages.ts'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'
import {publicPaths} from '../support/public-paths.ts'
import {
  openReader,
  overflow,
  paperOf,
  PHONE,
  readAll,
  readToTheEnd,
  violations,
  WIDE,
} from '../support/reader.ts'
import {sharePreview} from '../support/share-preview.ts'

const CORRECTED = '/article/the-reservoir-nobody-built'
const WITHDRAWN = '/article/who-bid-for-the-tram-depot'
const OMBUDSMAN = '/article/greta-moy-on-six-years-of-letters'
const TWO_SESSIONS = '/article/china-two-sessions-why-they-matter'
/** A page of each kind, also empty ones. */
const PAGES = [
  '/',
  '/section/politics',
  TWO_SESSIONS,
  '/article/sound-pact-leaves-the-sky-open',
  '/article/let-the-river-have-the-lower-field',
  '/article/seven-pictures-that-belong-to-you',
  JAPANESE,
  ARABIC,
  '/author/ingrid-vassall',
  '/topic/politics',
  '/series/high-water',
  '/source/source-ruth-damaso',
  '/sources',
  '/photo/photo-nagasaki-boats',
  '/search',
  '/search?q=barrier',
  '/search?q=nothing-like-it',
  '/policies',
  CORRECTED,
  '/corrections',
  ...SECOND_PAGES,
  WITHDRAWN,
  '/nowhere',
  '/login',
  '/login?to=%2Fpreview%2Farticle%2Farticle-cold-store',
]
/** Pages with an error status. */
const FAILING = ['404 /nowhere', `410 ${WITHDRAWN}`]

let newsroom: Newsroom
let content: Content
/** An editor's browser. */
let staff: BrowserContext
/** Opens a draft to somebody without an account. */
let shared: string
beforeAll(async () => {
  newsroom = await startNewsroom()
  await importHardPages(newsroom)
  content = openContent(newsroom)
  staff = (await newsroom.signIn('Samuel Okonjo-Reeve')).context
  shared = await sharePreview(newsroom, {staff, content}, 'article-cold-store')
})
afterAll(() => newsroom.close())

interface Draft {
  slug?: {current?: string}
}

/** The texts of a document that are long enough to be unique, as in JSON and in HTML. */
function wordsIn(document: unknown): string[] {
  if (typeof document === 'string') {
    return document.includes(' ') && !/["&<>'\\]/.test(document) ? [document] : []
  }
  if (typeof document !== 'object' || document === null) return []
  return Object.values(document).flatMap(wordsIn)
}

/** A response without its time. */
async function answerTo(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(newsroom.origin + path, {headers})
  const {date: _, ...told} = Object.fromEntries(response.headers)
  const bytes = Buffer.from(await response.arrayBuffer())
  return {status: response.status, headers: told, bytes}
}

const SHAPES = [
  {on: 'a desk', shape: WIDE},
  {on: 'a phone', shape: PHONE},
]

/** What axe-core finds on these pages, in the light and in the dark, and whether they are as dark as they should be. */
async function lookAt(paths: Iterable<string>, options: BrowserContextOptions): Promise<void> {
  const isDark = (paper: string): boolean => /^rgb\((\d|[1-6]\d), /.test(paper)
  await readAll(newsroom, options, paths, async ({page}, path) => {
    expect(await violations(page), path).toEqual([])
    expect(isDark(await paperOf(page)), path).toBe(false)
    await page.emulateMedia({colorScheme: 'dark'})
    expect(await violations(page, 'colours'), `${path}, in the dark`).toEqual([])
    expect(isDark(await paperOf(page)), `${path}, in the dark`).toBe(true)
    await page.emulateMedia({colorScheme: 'light'})
  })
}

describe.each(SHAPES)('on $on', ({shape}) => {
  it('no page shuts anybody out, in the light and in the dark', async () => {
    // One page of each kind is enough on a phone.
    const others = shape === WIDE ? await publicPaths(content) : []
    const all = new Set([...PAGES, ...withoutRepetition(others)])
    expect(all.size).toBeGreaterThan(shape === WIDE ? 80 : 25)
    await lookAt(all, shape)
  })

  it('nor does one for staff', async () => {
    const storageState = await staff.storageState()
    const drafts = await content.asEditor<string[]>(
      '*[_type == "article" && _id in path("drafts.**")]._id',
    )
    expect(drafts.length).toBeGreaterThan(2)
    const previews = [...drafts, 'article-two-sessions', 'article-the-harbour-in-arabic'].map(
      (id) => `/preview/article/${id.replace('drafts.', '')}`,
    )
    await lookAt([...previews, '/preview/article/none', '/login'], {...shape, storageState})
  })

  it('nor does one behind a link', async () => {
    const invitation = new URL(await newsroom.invite(`Ruth ${shape.viewport.width}`, 'editor'))
      .pathname
    const paths = [shared, `${shared}?sent`, '/preview/link/none', invitation, `${invitation}x`]
    await lookAt(paths, shape)
  })

  it('no page exceeds the window, and no other host is asked', async () => {
    const {asked, failed} = await readAll(newsroom, shape, PAGES, async ({page}, path) => {
      await readToTheEnd(page)
      expect(await overflow(page, shape.viewport.width), path).toEqual([])
    })
    expect(asked.filter((url) => !url.startsWith(`${newsroom.origin}/`))).toEqual([])
    expect(asked.filter((url) => url.includes('/images/')).length).toBeGreaterThan(10)
    expect(failed.map((line) => line.replace(newsroom.origin, '')).toSorted()).toEqual(FAILING)
  })
})

describe('an article', () => {
  it.each(SHAPES)('shows each photo’s credit beside it, on $on', async ({shape}) => {
    const photos = await content.asReader<{url: string; credit: string}[]>(
      '*[_type == "photoWithCredit"]{"url": image.asset->url, "credit": creditLine}',
    )
    const creditOf = new Map(
      photos.map(({url, credit}) => [new URL(url).pathname, credit] as const),
    )
    const reader = await openReader(newsroom, shape)
    await reader.visit(TWO_SESSIONS)
    await readToTheEnd(reader.page)
    const pictures = await reader.page.locator('img').all()
    // The lead, three in the text, the author's portrait or none, the related pieces' pictures.
    expect(pictures.length).toBeGreaterThanOrEqual(5)
    const expected = await content.asReader<number>(
      'count(*[_id == "article-two-sessions"].body[_type == "photoUse"]) + count(*[_id == "article-two-sessions" && defined(leadPhoto.photo)])',
    )
    expect(await reader.page.locator('.article img').count()).toBe(expected)
    for (const picture of pictures) {
      const {pathname} = new URL(await picture.evaluate((img: HTMLImageElement) => img.currentSrc))
      const figure = picture.locator('xpath=ancestor::figure')
      const line = figure.locator('.photo__credit')
      expect(await line.innerText(), pathname).toBe(creditOf.get(pathname))
      expect(await line.isVisible()).toBe(true)
      const [below, above] = [await line.boundingBox(), await picture.boundingBox()]
      const gap = (below?.y ?? Infinity) - (above?.y ?? 0) - (above?.height ?? 0)
      expect(Math.abs(gap), `${pathname}: from picture to credit`).toBeLessThan(200)
      expect((below?.x ?? 0) + (below?.width ?? 0)).toBeLessThanOrEqual(shape.viewport.width)
    }
    await reader.close()
  })

  it.each(SHAPES)('shows who said each quote, on $on', async ({shape}) => {
    const quotes = await content.asReader<
      {text: string; names: string[]; attribution: string | null}[]
    >(
      '*[_id == "article-ombudsman"][0].body[_type == "quoteUse"].quote->{text, attribution, "names": coalesce(speakers[].source->name, [])}',
    )
    expect(quotes.length).toBeGreaterThanOrEqual(6)
    const reader = await openReader(newsroom, shape)
    await reader.visit(OMBUDSMAN)
    expect(await reader.page.locator('.quote').count()).toBe(quotes.length)
    for (const {text, names, attribution} of quotes) {
      const quote = reader.page.locator('.quote').filter({hasText: text})
      expect(await quote.count(), text).toBe(1)
      const said = names.length > 0 ? names : [attribution ?? 'nobody']
      for (const name of said) {
        expect(await quote.getByText(name).first().isVisible(), `${name}: ${text}`).toBe(true)
      }
    }
    await reader.close()
  })

  it('describes in words a picture that fails to load', async () => {
    const reader = await openReader(newsroom)
    await reader.page.route('**/images/**', (route) => route.abort())
    await reader.visit(TWO_SESSIONS)
    const lead = reader.page.locator('article img').first()
    await expect
      .poll(() => lead.evaluate((img: HTMLImageElement) => [img.complete, img.naturalWidth]))
      .toEqual([true, 0])
    const alternatives = await content.asReader<string[]>(
      '*[_id == "article-two-sessions"]{"alt": coalesce(leadPhoto.alt, leadPhoto.photo->alt)}.alt',
    )
    const named = reader.page.getByRole('img', {name: alternatives[0] ?? 'none', exact: true})
    expect(await named.isVisible()).toBe(true)
    const box = await named.boundingBox()
    expect(box?.width).toBeGreaterThan(300)
    expect(box?.height).toBeGreaterThan(40)
    // White with a black outline, which is readable on any placeholder.
    const style = await named.evaluate((img) => {
      const {color, textShadow} = getComputedStyle(img)
      return `${color} in ${textShadow}`
    })
    expect(style).toMatch(/^rgb\(255, 255, 255\) in rgb\(0, 0, 0\) 0px 0px 2px/)
    await reader.close()
  })
})

describe('a correction', () => {
  it('is shown by the byline, below the text and on a page for all of them', async () => {
    const reader = await openReader(newsroom, {javaScriptEnabled: false})
    const {page} = reader
    await reader.visit(CORRECTED)
    await page.getByRole('link', {name: 'Corrected on 18 November 2026'}).click()
    const told = page.locator('.corrections li').first()
    expect(await told.isVisible()).toBe(true)
    const box = await told.boundingBox()
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0)
    expect(await told.innerText()).toContain('16 June')
    await page.getByRole('contentinfo').getByRole('link', {name: 'All corrections'}).click()
    await page.waitForURL('**/corrections')
    await page.locator(`main a[href^="${CORRECTED}#"]`).click()
    await page.waitForURL(`**${CORRECTED}#correction-article-snow-reservoir-1`)
    await reader.visit('/policies')
    await page.locator('main a[href="/corrections"]').click()
    await page.waitForURL('**/corrections')
    await reader.close()
  })

  it('answers 410 for a withdrawn article, for browsers and search engines', async () => {
    const reader = await openReader(newsroom)
    for (const path of [WITHDRAWN, '/article/three-bids-for-the-tram-depot']) {
      const response = await reader.page.goto(newsroom.origin + path)
      expect(response?.status(), path).toBe(410)
      expect(response?.headers()['x-robots-tag']).toBe('noindex')
      expect(await reader.page.locator('main').innerText()).toContain(
        'We withdrew this article on 14 November 2026.',
      )
    }
    await reader.close()
  })
})

describe('without JavaScript', () => {
  it('a reader gets from the front page to an article, its section and its author', async () => {
    const reader = await openReader(newsroom, {javaScriptEnabled: false})
    const {page} = reader
    await reader.visit('/')
    await page.locator('main a[href^="/article/"]').first().click()
    await page.waitForURL('**/article/*')
    expect((await page.locator('article p').allInnerTexts()).join(' ').length).toBeGreaterThan(500)
    await page.locator('article a[href^="/section/"]').first().click()
    await page.waitForURL('**/section/*')
    await page.locator('main a[href^="/article/"]').first().click()
    await page.waitForURL('**/article/*')
    await page.locator('article a[href^="/author/"]').first().click()
    await page.waitForURL('**/author/*')
    expect(await page.locator('h1').innerText()).not.toBe('')
    expect(reader.failed).toEqual([])
    expect(reader.asked.some((url) => url.includes('/images/'))).toBe(true)
    await reader.close()
  })
})

describe('unpublished content', () => {
  it('is on no ordinary page, which staff and readers get byte for byte the same', async () => {
    const changed = 'A headline that nobody approved'
    await content.draft('article-two-sessions', {headline: changed})
    const drafts = await content.asEditor<Draft[]>(
      '*[_type == "article" && _id in path("drafts.**")]',
    )
    const live = await content.asReader<Draft[]>('*[_type == "article"]')
    const published = JSON.stringify(live)
    const secrets = drafts.flatMap(wordsIn).filter((words) => !published.includes(words))
    expect(secrets).toContain(changed)
    expect(secrets.length).toBeGreaterThan(10)
    const cookie = (await staff.cookies()).map(({name, value}) => `${name}=${value}`).join('; ')
    expect(cookie).toContain('copydesk_session=')

    for (const path of await publicPaths(content)) {
      const [asReader, asStaff] = await Promise.all([answerTo(path), answerTo(path, {cookie})])
      expect(asReader.status, path).toBe(200)
      expect(asStaff.bytes.equals(asReader.bytes), path).toBe(true)
      expect(asStaff.headers, path).toEqual(asReader.headers)
      const html = asReader.bytes.toString()
      const leaks = secrets.filter((words) => html.includes(words))
      expect(leaks, path).toEqual([])
    }
    const addresses = new Set(live.map(({slug}) => slug?.current))
    const waiting = drafts.flatMap(({slug}) => slug?.current ?? [])
    expect(waiting.filter((slug) => !addresses.has(slug))).not.toEqual([])
    for (const slug of waiting) {
      const {status} = await answerTo(`/article/${slug}`, {cookie})
      expect(status, slug).toBe(addresses.has(slug) ? 200 : 404)
    }
  })

  it('can be previewed by staff, who are asked to sign in first', async () => {
    const {email, password, context} = await newsroom.signIn('Hester Brandwick')
    await context.close()
    const preview = '/preview/article/article-cold-store'
    const [headline] = await content.asEditor<string[]>(
      '*[_id == "drafts.article-cold-store"].headline',
    )
    const reader = await openReader(newsroom)
    await reader.visit(preview)
    const asked = new URL(reader.page.url())
    expect([asked.pathname, asked.searchParams.get('to')]).toEqual(['/login', preview])
    await reader.page.getByLabel('E-mail').fill(email)
    await reader.page.getByLabel('Password').fill(password)
    const answer = reader.page.waitForResponse((response) => response.url().endsWith(preview))
    await reader.page.getByRole('button', {name: 'Sign in'}).click()
    const headers = (await answer).headers()
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(new URL(reader.page.url()).pathname).toBe(preview)
    expect(await reader.page.locator('h1').innerText()).toBe(headline)
    expect(await violations(reader.page)).toEqual([])
    await reader.close()
  })
})

describe('an unknown address', () => {
  it('answers 404 with a page that leads back', async () => {
    const reader = await openReader(newsroom)
    for (const path of ['/nowhere', '/article/nothing', '/section/nothing', '/author/nothing']) {
      const response = await reader.page.goto(newsroom.origin + path)
      expect(response?.status(), path).toBe(404)
      expect(response?.headers()['x-robots-tag']).toBe('noindex')
      expect(await reader.page.locator('h1').innerText()).toMatch(/not found/i)
    }
    await reader.page.locator('main a[href="/"]').click()
    await reader.page.waitForURL(`${newsroom.origin}/`)
    await reader.close()
  })
})
