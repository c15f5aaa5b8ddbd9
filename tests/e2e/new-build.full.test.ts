// The server was updated while a window was open: the new studio is offered, and loaded when the person says so.
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {announceNewBuild} from '../support/new-build.ts'
import {openContent, type Content} from '../support/content.ts'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'
import {field, openDocument} from '../support/studio.ts'

const ARTICLE = 'article-night-ferry'

let newsroom: Newsroom
let content: Content
let context: BrowserContext
beforeAll(async () => {
  newsroom = await openNewsroom()
  content = openContent(newsroom)
  ;({context} = await newsroom.signIn('Ingrid Vassall'))
  await content.draft(ARTICLE, {})
})
afterAll(() => newsroom.close())

const dek = (page: Page) => field(page, 'dek').locator('textarea')

it('the page is loaded only when the person says so, and shows the same place', async () => {
  const page = await context.newPage()
  let loads = 0
  page.on('domcontentloaded', () => loads++)
  await openDocument(page, newsroom.origin, ARTICLE, 'article')
  await dek(page).waitFor()
  const before = loads
  const offer = await announceNewBuild(page)

  await dek(page).press('ControlOrMeta+End')
  await dek(page).pressSequentially(' Written before the update.')
  const scroller = page.getByTestId('document-panel-scroller').last()
  const top = () => scroller.evaluate((form) => form.scrollTop)
  // What is still drawn above moves the form under a person, who then scrolls again.
  await expect
    .poll(async () => {
      const before = await top()
      await scroller.evaluate((form) => form.scrollTo(0, 700))
      return before
    })
    .toBe(700)
  expect(loads).toBe(before)

  await offer.getByRole('button', {name: 'Load it'}).click()
  await expect.poll(() => loads).toBe(before + 1)
  expect(await content.asEditor(`*[_id == "drafts.${ARTICLE}"][0].dek`)).toMatch(
    / Written before the update\.$/,
  )
  await expect.poll(top).toBe(700)
  expect(await offer.count()).toBe(0)
  await page.close()
})

it('who wants it later goes on', async () => {
  const page = await context.newPage()
  await openDocument(page, newsroom.origin, ARTICLE, 'article')
  await dek(page).waitFor()
  const offer = await announceNewBuild(page)
  await offer.getByRole('button', {name: 'Later'}).click()
  await offer.waitFor({state: 'detached'})
  expect(await dek(page).isEditable()).toBe(true)
  await page.close()
})
