// A reader has a page open while the newsroom publishes: the page is updated, and the reader stays
// at the same place.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'
import {openReader, violations} from '../support/reader.ts'

const PHOTO = 'photo-black-canyon'
const ARTICLE = 'article-open-pictures'
const PAGE = '/article/seven-pictures-that-belong-to-you'
const OTHER_PAGE = '/article/sound-pact-leaves-the-sky-open'

let newsroom: OwnNewsroom
let journalist: Api
let editor: Api
let photoEditor: Api

beforeAll(async () => {
  newsroom = await startNewsroom()
  journalist = await apiOf(await newsroom.signIn('Tomas Ardley'))
  editor = await apiOf(await newsroom.signIn('Hester Brandwick'))
  photoEditor = await apiOf(await newsroom.signIn('Lidia Marchetti'))
})
afterAll(() => newsroom.close())

type Api = (path: string, body?: object) => Promise<any>

/** Sends requests as this person, whose studio is closed. */
async function apiOf({context}: Desk): Promise<Api> {
  const cookies = await context.cookies()
  await context.close()
  const headers = {
    cookie: cookies.map(({name, value}) => `${name}=${value}`).join('; '),
    'content-type': 'application/json',
  }
  return async (path, body) => {
    const init = body ? {method: 'POST', headers, body: JSON.stringify(body)} : {headers}
    const answer = await fetch(`${newsroom.origin}/v2025-02-19${path}`, init)
    const text = await answer.text()
    expect(answer.status, text).toBe(200)
    return JSON.parse(text)
  }
}

/** One journalist rewrites the caption, the photo desk amends it for readers. */
async function amendCaption(caption: string, readerNote: string): Promise<void> {
  await journalist('/data/actions/production', {
    actions: [
      {
        actionType: 'sanity.action.document.edit',
        publishedId: PHOTO,
        draftId: `drafts.${PHOTO}`,
        patch: {set: {caption}},
      },
    ],
  })
  const {documents} = await photoEditor(`/data/doc/production/drafts.${PHOTO}`)
  await photoEditor('/acts/production', {
    act: 'amend',
    documentId: PHOTO,
    ifRevision: documents[0]._rev,
    amendments: {[ARTICLE]: {type: 'correction', readerNote}},
  })
}

const withdraw = (articleId: string, note: string) =>
  editor('/acts/production', {act: 'withdraw', articleId, note})

/** A reader of a connected page, with the browser's errors. */
async function openPage(path: string) {
  const reader = await openReader(newsroom)
  const {page} = reader
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const connected = page.waitForRequest(/\/data\/live\/events\//)
  // The first check after the connection: nothing is missed between page and stream.
  const checked = page.waitForResponse(
    (response) => response.url().endsWith(path) && !response.request().isNavigationRequest(),
  )
  await reader.visit(path)
  await Promise.all([connected, checked])
  await page.evaluate(() => Object.assign(window, {marker: 'the same page'}))
  return {...reader, complaints}
}

const isSamePage = (page: Page) => page.evaluate(() => 'marker' in window)
/** Turns to the page, or to another. */
const look = (page: Page, seen: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', {value: hidden, configurable: true})
    document.dispatchEvent(new Event('visibilitychange'))
  }, !seen)
const note = (page: Page) => page.getByRole('status')

/** Scrolls to the middle and remembers which paragraph is at the top, and how high. */
async function readToTheMiddle(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(async () => {
    window.scrollTo(0, document.documentElement.scrollHeight / 2)
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  const block = await page.evaluateHandle(() => {
    const blocks = [...document.querySelectorAll('.article p, .article figure')]
    return blocks.find((element) => element.getBoundingClientRect().bottom > 0) as HTMLElement
  })
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(500)
  return () => block.evaluate((element) => element.getBoundingClientRect().top)
}

describe('an article that is open', () => {
  it('shows an amended caption within moments, and the reader keeps their place', async () => {
    const {page, complaints, asked, close} = await openPage(PAGE)
    const top = await readToTheMiddle(page)
    const height = await page.evaluate(() => document.querySelector('.article')?.scrollHeight)
    const focused = await page.evaluateHandle(() => {
      const link = [...document.querySelectorAll('.article a')].at(-1) as HTMLElement
      link.focus({preventScroll: true})
      return link
    })
    const picture = await page.evaluateHandle(
      () => [...document.images].find((image) => image.complete) as HTMLImageElement,
    )
    const settled = await top()

    const before = asked.length
    const caption = 'The Black Canyon of the Colorado River, seen from Mirror Bar in 1871.'
    await amendCaption(caption, 'An earlier caption did not say from where it was taken.')
    await page.locator('figcaption', {hasText: caption}).first().waitFor({state: 'attached'})
    // The stream notifies it, and it checks once.
    expect(asked.slice(before).filter((url) => url.endsWith(PAGE))).toHaveLength(1)
    await expect.poll(() => note(page).innerText()).toBe('This article was updated')
    expect(await note(page).evaluate((element) => element.ariaLive ?? element.role)).toBe('status')

    // A note on the correction was added above, and the text on the screen did not move.
    expect(await page.evaluate(() => document.querySelector('.article')?.scrollHeight)).not.toBe(
      height,
    )
    expect(Math.abs((await top()) - settled)).toBeLessThanOrEqual(2)
    expect(await isSamePage(page)).toBe(true)
    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await picture.evaluate((image) => image.isConnected && image.complete)).toBe(true)
    expect(asked.filter((url) => url.includes('/live/events/'))).toHaveLength(1)
    expect(await violations(page)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it(
    'keeps the reader’s selection and scroll position, a second time',
    {tags: ['full']},
    async () => {
      const {page, complaints, close} = await openPage(PAGE)
      const top = await readToTheMiddle(page)
      const settled = await top()
      const selected = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('.article p')]
        const seen = paragraphs.find((one) => one.getBoundingClientRect().top > 0)
        getSelection()?.selectAllChildren(seen as Element)
        return String(getSelection())
      })
      expect(selected.length).toBeGreaterThan(20)
      const caption =
        'The Black Canyon of the Colorado River, from Mirror Bar, in the autumn of 1871.'
      await amendCaption(caption, 'The season was missing as well, as two readers have told us.')
      await page.locator('figcaption', {hasText: caption}).first().waitFor({state: 'attached'})
      expect(await page.evaluate(() => String(getSelection()))).toBe(selected)
      expect(Math.abs((await top()) - settled)).toBeLessThanOrEqual(2)
      expect(complaints).toEqual([])
      await close()
    },
  )

  it(
    'becomes the new page after any change, with the fewest changes',
    {tags: ['full']},
    async () => {
      const {page, complaints, close} = await openPage(PAGE)
      const top = await readToTheMiddle(page)
      const settled = await top()
      const paragraphs = page.locator('.article p:not([class])')
      const texts = await paragraphs.allInnerTexts()
      expect(texts.length).toBeGreaterThan(5)
      const second = await paragraphs.nth(1).evaluateHandle((element) => element as HTMLElement)
      const third = await paragraphs.nth(2).evaluateHandle((element) => element as HTMLElement)
      let wanted = ''
      await page.route(
        (url) => url.pathname === PAGE,
        async (route) => {
          const answer = await route.fetch()
          const html = await page.evaluate(
            (text) => {
              const next = new DOMParser().parseFromString(
                text.replace(/<style>.*?<\/style>/s, ''),
                'text/html',
              )
              const all = [...next.querySelectorAll('.article p:not([class])')]
              const came = next.createElement('p')
              came.textContent =
                'A paragraph that nobody has read before, 桜の花が咲いた。 '.repeat(12)
              all[0]?.before(came, came.cloneNode(true))
              all[1]?.append(' This sentence was added.')
              all[2]?.remove()
              all.at(-1)?.before(all.at(-2) as Element, came.cloneNode(true))
              next.querySelector('meta[name="copydesk-live"]')?.setAttribute('data-version', 'next')
              next.title = 'Another title'
              return next.documentElement.outerHTML
            },
            await answer.text(),
          )
          wanted = html
          await route.fulfill({response: answer, body: html})
        },
      )
      await look(page, false)
      await look(page, true)
      await page.getByText('This sentence was added.').waitFor({state: 'attached'})
      expect(Math.abs((await top()) - settled)).toBeLessThanOrEqual(2)
      expect(
        await second.evaluate((element) => element.isConnected && element.textContent),
      ).toContain('This sentence was added.')
      expect(await third.evaluate((element) => element.isConnected)).toBe(false)
      expect(await page.title()).toBe('Another title')
      const marked = page.locator('[data-changed]')
      expect(await marked.count()).toBeGreaterThanOrEqual(4)
      const [shown, expected] = await page.evaluate((text) => {
        const next = new DOMParser().parseFromString(text, 'text/html')
        for (const one of document.querySelectorAll('[data-changed]'))
          one.removeAttribute('data-changed')
        return [document, next].map((one) => one.querySelector('main')?.innerHTML)
      }, wanted)
      expect(shown).toBe(expected)
      expect(complaints).toEqual([])
      await close()
    },
  )

  it('without JavaScript it is fresh on reload', {tags: ['full']}, async () => {
    const reader = await openReader(newsroom, {javaScriptEnabled: false})
    await reader.visit(PAGE)
    const caption = 'The Black Canyon, as the expedition of 1871 saw it.'
    await amendCaption(caption, 'The caption named a river that is not in the picture.')
    expect(await reader.page.getByText(caption).count()).toBe(0)
    await reader.page.reload()
    expect(await reader.page.getByText(caption).count()).toBeGreaterThan(0)
    expect(reader.asked.some((url) => url.includes('/live/'))).toBe(false)
    await reader.close()
  })
})

describe('the connection', () => {
  it('causes no console errors, and nothing is missed meanwhile', {tags: ['full']}, async () => {
    const {page, complaints, close} = await openPage(PAGE)
    await page.context().setOffline(true)
    const caption = 'Seen from Mirror Bar while nobody was connected, in 1871.'
    await amendCaption(caption, 'What was said of the place was put in other words.')
    expect(await page.getByText(caption).count()).toBe(0)
    await page.context().setOffline(false)
    await page.locator('figcaption', {hasText: caption}).first().waitFor({state: 'attached'})
    expect(await isSamePage(page)).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  it('is closed while the page is hidden', {tags: ['full']}, async () => {
    const {page, asked, complaints, close} = await openPage(PAGE)
    const closed = page.waitForEvent('requestfailed', (one) => one.url().includes('/live/events/'))
    await look(page, false)
    await closed
    const caption = 'Taken from Mirror Bar while nobody looked, in 1871.'
    await amendCaption(caption, 'The sentence was turned around to be easier to read.')
    const before = asked.length
    await look(page, true)
    await page.locator('figcaption', {hasText: caption}).first().waitFor({state: 'attached'})
    const since = asked.slice(before).filter((url) => !url.includes('/images/'))
    expect(since.map((url) => new URL(url).pathname)).toEqual([
      '/v2025-02-19/data/live/events/production',
      PAGE,
    ])
    expect(complaints).toEqual([])
    await close()
  })

  it('is restored when the server comes back', {tags: ['full']}, async () => {
    const {page, close} = await openPage(PAGE)
    const back = page.waitForRequest(/\/data\/live\/events\//)
    await newsroom.restart('SIGTERM')
    await back
    const caption = 'The Black Canyon, after a rest.'
    await amendCaption(caption, 'The words were shortened for those who read on a phone.')
    await page.locator('figcaption', {hasText: caption}).first().waitFor({state: 'attached'})
    expect(await isSamePage(page)).toBe(true)
    await close()
  })
})

describe('an article that is withdrawn', () => {
  it('disappears from the front page, and its reader gets a note', async () => {
    const front = await openPage('/')
    const article = await openPage(OTHER_PAGE)
    const bystander = await openPage('/policies')
    const link = front.page.locator(`main a[href="${OTHER_PAGE}"]`)
    expect(await link.count()).toBeGreaterThan(0)
    const words = 'We could not confirm what two of the people in it say they saw.'
    const [{_id}] = (
      await editor(
        `/data/query/production?query=${encodeURIComponent(`*[slug.current == "${OTHER_PAGE.split('/').at(-1)}" && _type == "article"]{_id}`)}`,
      )
    ).result
    await withdraw(_id, words)
    await article.page.getByText(words).first().waitFor()
    await expect.poll(() => link.count()).toBe(0)
    expect(await note(front.page).innerText()).toBe('This page was updated')
    expect(await note(article.page).innerText()).toBe(await article.page.title())
    expect(await note(bystander.page).innerText()).toBe('')
    for (const reader of [front, article, bystander]) {
      expect(await isSamePage(reader.page)).toBe(true)
      expect(await violations(reader.page)).toEqual([])
      await reader.close()
    }
    expect(front.complaints).toEqual([])
    expect(bystander.complaints).toEqual([])
  })
})
