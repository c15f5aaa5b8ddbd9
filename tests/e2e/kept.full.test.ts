// A window is killed before its words are saved: the next one offers them, each word once.
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {keptIn} from '../support/kept-in.ts'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'
import {field, openDocument} from '../support/studio.ts'

const ARTICLE = 'article-night-ferry'
const LOCKED = 'article-locked-meanwhile'

let newsroom: Newsroom
let content: Content
let context: BrowserContext
let headline: string

beforeAll(async () => {
  newsroom = await openNewsroom()
  content = openContent(newsroom)
  // Words are kept without the service worker. One that the browser ends while a test sets it offline can hold up every
  // page of the context for good.
  ;({context} = await newsroom.signIn('Ingrid Vassall', {serviceWorkers: 'block'}))
})
beforeEach(async () => {
  await content.draft(ARTICLE, {headline: 'The boat is back'})
  headline = 'The boat is back'
})
afterAll(() => newsroom.close())

const input = (page: Page) => field(page, 'headline').locator('textarea:not([readonly])')
const stored = () => content.asEditor(`*[_id == "drafts.${ARTICLE}"][0].headline`)

async function open(id = ARTICLE): Promise<Page> {
  const page = await context.newPage()
  await openDocument(page, newsroom.origin, id, 'article')
  await expect.poll(() => input(page).inputValue()).toBe(headline)
  await input(page).press('ControlOrMeta+End')
  return page
}

/** The headline as the browser keeps it. */
const headlinesIn = async (page: Page) => (await keptIn(page)).map(({mine}) => mine.headline)

/** Types without a connection, and kills the window once the browser has the words. */
async function typeAndKill(page: Page, words: string): Promise<void> {
  await context.setOffline(true)
  await input(page).pressSequentially(words)
  await page.getByTestId('connection-lost').getByText('Unsaved: words in one document').waitFor()
  await expect.poll(() => headlinesIn(page)).toEqual([headline + words])
  await page.close({runBeforeUnload: false})
  await context.setOffline(false)
}

/** The next window, with its offer. */
async function nextWindow() {
  const page = await context.newPage()
  await page.goto(`${newsroom.origin}/studio`)
  const offer = page.getByTestId('unsaved-words')
  await offer.waitFor()
  const putBack = offer.getByRole('button', {name: 'Put them back'})
  return {page, offer, putBack}
}

it('words typed without a connection are offered, and saved once', async () => {
  await typeAndKill(await open(), ' and more')
  expect(await stored()).toBe(headline)
  const {page, offer, putBack} = await nextWindow()
  expect(await offer.innerText()).toContain('You have unsaved words in 1 article')
  await putBack.click()
  await offer.waitFor({state: 'detached'})
  expect(await stored()).toBe(`${headline} and more`)
  await expect.poll(() => input(page).inputValue()).toBe(`${headline} and more`)
  await page.reload()
  await input(page).waitFor()
  expect(await offer.count()).toBe(0)
  await page.close()
})

it('words in a save whose answer is lost are not doubled', async () => {
  const page = await open()
  await page.route('**/data/actions/**', async (route) => {
    await route.fetch()
  })
  await input(page).pressSequentially(' Once')
  // The lake has the first of them.
  await expect.poll(stored).not.toBe(headline)
  await input(page).pressSequentially(' only')
  const typed = await input(page).inputValue()
  await expect.poll(() => headlinesIn(page)).toEqual([typed])
  await page.close({runBeforeUnload: false})
  const next = await nextWindow()
  await next.putBack.click()
  await next.offer.waitFor({state: 'detached'})
  expect(await stored()).toBe(typed)
  await next.page.close()
})

it('where a colleague changed the same words, the person decides', async () => {
  await typeAndKill(await open(), ' again')
  await content.draft(ARTICLE, {headline: 'The boat is back tonight'})
  const {page, offer, putBack} = await nextWindow()
  await putBack.click()
  const collisions = page.getByTestId('collisions')
  await collisions.waitFor()
  expect(await collisions.innerText()).toContain('The boat is back again')
  expect(await collisions.innerText()).toContain('The boat is back tonight')
  await collisions.getByLabel('Your words').check()
  await page.getByRole('button', {name: 'Save', exact: true}).click()
  await offer.waitFor({state: 'detached'})
  expect(await stored()).toBe('The boat is back again')
  await page.close()
})

it('words in a piece that was locked meanwhile are in a copy', async () => {
  await content.copy(ARTICLE, LOCKED, {headline})
  await typeAndKill(await open(LOCKED), ' for nobody')
  const act = await fetch(`${newsroom.origin}/v2025-02-19/acts/production`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${newsroom.tokens.editor}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({act: 'spike', articleId: LOCKED, note: 'The boat is gone.'}),
  })
  expect(await act.text()).toContain('transactionId')
  const {page, offer, putBack} = await nextWindow()
  await putBack.click()
  await page.getByText('It is read-only now. Your words are in a copy').first().waitFor()
  await offer.waitFor({state: 'detached'})
  await expect.poll(() => input(page).inputValue()).toBe(`${headline} for nobody`)
  expect(await content.asEditor(`*[_id == "drafts.${LOCKED}"][0].headline`)).toBe(headline)
  const copies = `*[headline == "${headline} for nobody"]._id`
  expect(await content.asEditor(copies)).toHaveLength(1)
  await page.close()
})
