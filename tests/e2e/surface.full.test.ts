// A journalist writes a new article: headline, standfirst and text as on the page, without a message in the way.
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'
import {bodyText, field, lastPane, openDocument, openNewArticle} from '../support/studio.ts'

/** Longer than a headline should be. */
const HEADLINE =
  'The harbour office moves its clock forward by half an hour, and half a town is late for the ferry to the Republic'
const DEK = 'Nobody had told the bakers.'

let newsroom: Newsroom
let page: Page
beforeAll(async () => {
  newsroom = await openNewsroom()
  const viewport = {width: 1440, height: 900}
  ;({page} = await newsroom.signIn('Ingrid Vassall', {viewport, path: '/studio/structure'}))
  await openNewArticle(page)
})
afterAll(() => newsroom.close())

const area = (name: string): Locator => field(page, name).locator('textarea')
const marks = (within: Locator): Promise<number> =>
  within.locator('[data-testid^="input-validation-icon-"]').filter({visible: true}).count()
const hasFocus = (name: string): Promise<boolean> =>
  field(page, name).evaluate((element) => element.contains(document.activeElement))

const box = async (element: Locator): Promise<{top: number; bottom: number; height: number}> => {
  const {y = 0, height = 0} = (await element.boundingBox()) ?? {}
  return {top: y, bottom: y + height, height}
}
const toolbar = (): Locator => page.getByTestId('pt-editor__toolbar-card')
const scroller = (): Locator => lastPane(page).getByTestId('document-panel-scroller')
const FOLDED = '[data-pane-collapsed]'
const folded = async (of = page): Promise<boolean> => {
  const lists = of.locator('[data-pane-index]:not([data-testid="document-pane"])')
  return (await lists.count()) === (await lists.and(of.locator(FOLDED)).count())
}

/** The place of the caret in the window. */
const caret = (): Promise<{top: number; bottom: number}> =>
  page.evaluate(() => {
    const selection = getSelection()
    const node = selection?.focusNode
    const element = node instanceof Element ? node : node?.parentElement
    const {top = 0, bottom = 0} = element?.getBoundingClientRect() ?? {}
    return {top, bottom}
  })

it('sets the headline in the face of the page, as tall as its words', async () => {
  await area('headline').click()
  const low = await box(area('headline'))
  await page.keyboard.type(HEADLINE)
  expect((await box(area('headline'))).height).toBeGreaterThan(3 * low.height)
  const front = await page.context().newPage()
  await front.goto(newsroom.origin)
  const face = await front.evaluate(() => getComputedStyle(document.body).fontFamily)
  await front.close()
  const set = await area('headline').evaluate((element) => getComputedStyle(element).fontFamily)
  expect(set.replaceAll(/["']/g, '')).toBe(face.replaceAll(/["']/g, ''))
})

it('says nothing while somebody writes, and what is wrong when they leave the field', async () => {
  // The form has been checked.
  await lastPane(page).locator('[aria-label="Validation"]').first().waitFor()
  expect(await marks(lastPane(page).getByTestId('form-view'))).toBe(0)
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus('dek')).toBe(true)
  await expect.poll(() => marks(field(page, 'headline'))).toBe(1)
  expect(await marks(field(page, 'slug'))).toBe(0)
})

it('goes on to the text with Enter', async () => {
  await page.keyboard.type(DEK)
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus('body')).toBe(true)
  await page.keyboard.type('One two three')
  await bodyText(page).getByText('One two three').waitFor()
  expect(await area('dek').inputValue()).toBe(DEK)
})

it('keeps the caret in view below the toolbar, which stays', async () => {
  for (let n = 0; n < 40; n++) await page.keyboard.press('Enter')
  await page.keyboard.type('four')
  const end = await box(scroller())
  await expect.poll(async () => (await caret()).bottom).toBeLessThan(end.bottom)
  expect((await box(toolbar())).top).toBeLessThan(end.top + 4)
  for (let n = 0; n < 30; n++) await page.keyboard.press('ArrowUp')
  const {bottom} = await box(toolbar())
  await expect.poll(async () => (await caret()).top).toBeGreaterThanOrEqual(bottom)
  await page.keyboard.press('ControlOrMeta+End')
})

/** Begins an article in a window of its own; the lists are there until the first letter, an A. */
async function beginAnother(): Promise<{other: Page; headline: Locator}> {
  const other = await page.context().newPage()
  await other.goto(`${newsroom.origin}/studio/structure`)
  await openNewArticle(other)
  const headline = field(other, 'headline').locator('textarea')
  await headline.click()
  expect(await folded(other)).toBe(false)
  await other.keyboard.type('A')
  await expect.poll(() => folded(other)).toBe(true)
  return {other, headline}
}

it('folds the lists away when somebody begins to write, and again after they looked there', async () => {
  const {other, headline} = await beginAnother()
  await other.locator(FOLDED).last().click()
  await expect.poll(() => folded(other)).toBe(false)
  await headline.click()
  expect(await folded(other)).toBe(false)
  await other.keyboard.type('B')
  await expect.poll(() => folded(other)).toBe(true)
  await other.keyboard.type('C')
  expect(await headline.inputValue()).toBe('ABC')
  await other.close()
})

it('shows the lists by a button and hides them by a key, and the caret stays', async () => {
  expect(await folded()).toBe(true)
  await lastPane(page).getByRole('button', {name: 'Show lists'}).click()
  await expect.poll(() => folded()).toBe(false)
  await page.keyboard.type(' five')
  await bodyText(page).getByText('four five').waitFor()
  // The person has asked for the lists.
  expect(await folded()).toBe(false)
  await page.keyboard.press('Control+Alt+h')
  await expect.poll(() => folded()).toBe(true)
  await page.keyboard.type(' six')
  await bodyText(page).getByText('four five six').waitFor()
  // They have taken that back.
  const {other} = await beginAnother()
  await other.close()
})

it('counts the words, and what is left to the target', async () => {
  const amount = page.getByTestId('amount')
  await expect.poll(() => amount.innerText()).toBe('6 words · 1 min to read')
  await page.getByLabel('Target').fill('800')
  await expect.poll(() => amount.innerText()).toBe('6 words · 794 to go · 1 min to read')
})

it('says what a new article lacks when somebody submits it', async () => {
  expect(await marks(field(page, 'slug'))).toBe(0)
  await page.keyboard.press('Control+Alt+s')
  await page.getByRole('dialog').getByText('The article has no section.').waitFor()
  await expect.poll(() => marks(field(page, 'slug'))).toBe(1)
  await page.keyboard.press('Escape')
})

it('folds the lists beside the next article, too, if they were hidden before somebody wrote', async () => {
  await openDocument(page, newsroom.origin, 'article-sound-pact', 'article')
  await expect.poll(() => folded()).toBe(false)
  await page.keyboard.press('Control+Alt+h')
  await expect.poll(() => folded()).toBe(true)
  await openDocument(page, newsroom.origin, 'article-night-ferry', 'article')
  await expect.poll(() => folded()).toBe(true)
  await page.keyboard.press('Control+Alt+h')
  await expect.poll(() => folded()).toBe(false)
})

it('sets the expanded text in the face of the page too', async () => {
  const faces = () =>
    page
      .locator('[data-testid="pt-editor"][data-fullscreen="true"] [data-testid^="text-style"]')
      .evaluateAll((all) => all.map((element) => getComputedStyle(element).fontFamily))
  await bodyText(page).click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(async () => (await faces()).length).toBeGreaterThan(0)
  for (const face of await faces()) expect(face).toContain('Newsreader')
})
