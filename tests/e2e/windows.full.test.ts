// Two windows of one person on one article, and a window that slept: they behave like two colleagues.
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {keptIn} from '../support/kept-in.ts'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'
import {withoutLine} from '../support/outage.ts'
import {field, openDocument} from '../support/studio.ts'

const ARTICLE = 'article-night-ferry'
const PATIENT = {timeout: 60_000}
/** Sanity's form looks again only after 30 seconds if it was told something old. */
const SOON = {timeout: 20_000}
/** A stream that missed more transactions than that cannot go on (packages/lake/src/listen/hub.ts). */
const TOO_MANY = 1_100

let newsroom: Newsroom
let content: Content
let context: BrowserContext

// One of its own: others would see what is written here thousands of times.
beforeAll(async () => {
  newsroom = await startNewsroom()
  content = openContent(newsroom)
  ;({context} = await newsroom.signIn('Ingrid Vassall'))
})
afterAll(() => newsroom.close())

const headline = (page: Page) => field(page, 'headline').locator('textarea:not([readonly])')
const standfirst = (page: Page) => field(page, 'dek').locator('textarea:not([readonly])')
const stored = () => content.asEditor(`*[_id == "drafts.${ARTICLE}"][0]{headline, dek}`)

async function open(): Promise<Page> {
  const page = await context.newPage()
  await openDocument(page, newsroom.origin, ARTICLE, 'article')
  await headline(page).waitFor()
  return page
}

async function shows(
  page: Page,
  expected: {headline: string; dek: string},
  wait = PATIENT,
): Promise<void> {
  await expect.poll(() => headline(page).inputValue(), wait).toBe(expected.headline)
  await expect.poll(() => standfirst(page).inputValue(), wait).toBe(expected.dek)
}

/** Many transactions of others, in another document. */
async function workElsewhere(): Promise<void> {
  for (let left = TOO_MANY; left > 0; left -= 50) {
    const writes = Array.from({length: 50}, () =>
      content.draft('section-economy', {title: `E${left}`}),
    )
    await Promise.all(writes)
  }
}

it('both windows write in the article, and both show all of it', async () => {
  await content.draft(ARTICLE, {headline: 'The boat', dek: 'At one'})
  const [one, other] = [await open(), await open()]
  await headline(one).press('ControlOrMeta+End')
  await standfirst(other).press('ControlOrMeta+End')
  await Promise.all([
    headline(one).pressSequentially(' is back tonight', {delay: 40}),
    standfirst(other).pressSequentially(' o’clock it leaves', {delay: 40}),
  ])
  const whole = {headline: 'The boat is back tonight', dek: 'At one o’clock it leaves'}
  await expect.poll(stored, PATIENT).toEqual(whole)
  await shows(one, whole)
  await shows(other, whole)
  // Words of an open window are not offered to others.
  await expect.poll(() => keptIn(one), PATIENT).toEqual([])
  await one.close()
  await other.close()
})

it('after more work of others than a stream can make up for, words typed offline are saved once, and a window that slept goes on', async () => {
  await content.draft(ARTICLE, {headline: 'The boat', dek: 'At one'})
  const [page, sleeping] = [await open(), await open()]
  await shows(sleeping, {headline: 'The boat', dek: 'At one'})
  const devTools = await context.newCDPSession(sleeping)
  await devTools.send('Page.setWebLifecycleState', {state: 'frozen'})
  await headline(page).press('ControlOrMeta+End')
  await withoutLine([context], async () => {
    await headline(page).pressSequentially(' is')
    await page.getByTestId('connection-lost').getByText('words in one document').waitFor()
    await headline(page).pressSequentially(' back')
    await workElsewhere()
    await content.draft(ARTICLE, {headline: 'The boat', dek: 'At two'})
  })
  await page.getByTestId('connection-lost').waitFor({state: 'detached', ...PATIENT})
  const whole = {headline: 'The boat is back', dek: 'At two'}
  await expect.poll(stored, PATIENT).toEqual(whole)
  await shows(page, whole, SOON)
  await expect.poll(() => keptIn(page), PATIENT).toEqual([])

  await devTools.send('Page.setWebLifecycleState', {state: 'active'})
  await shows(sleeping, whole)
  await standfirst(sleeping).press('ControlOrMeta+End')
  await standfirst(sleeping).pressSequentially(' again')
  const all = {...whole, dek: 'At two again'}
  await expect.poll(stored, PATIENT).toEqual(all)
  await shows(page, all)
})
