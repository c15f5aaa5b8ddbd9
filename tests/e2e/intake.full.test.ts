// A journalist pastes an article that is written already, checks what was read, makes drafts of it and confirms them, by
// keyboard. It counts presses.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {create, field} from '../support/studio.ts'
import {TEXT} from '../studio/plugins/intake/support.ts'

/** For the whole way from the chosen text to drafts with nothing unconfirmed. */
const MOST_PRESSES = 15
/** The line above its headline is a section of the demonstration. */
const ARTICLE = TEXT.replace('Harbour\n', 'Economy\n')
const HEADLINE = 'Tram depot sold after two years of talks'

let newsroom: Newsroom
let content: Content
let desk: Desk
let presses = 0
beforeAll(async () => {
  newsroom = await openNewsroom()
  content = openContent(newsroom)
  desk = await newsroom.signIn('Ingrid Vassall', {path: '/studio/structure'})
})
afterAll(() => newsroom.close())

async function press(page: Page, key: string): Promise<void> {
  presses += 1
  await page.keyboard.press(key)
}

/** Opens the dialog and puts the article there, as a paste does. */
async function pasteInDialog(page: Page): Promise<void> {
  await create(page, 'article-from-text')
  await page.getByTestId('intake-text').fill(ARTICLE)
}

const row = (page: Page, key: string) => page.getByTestId(`intake-row-${key}`)
const stored = (query: string) =>
  content.asEditor<unknown[]>(`*[_type == "article" && headline == "${HEADLINE}"]${query}`)

it('keeps a pasted text when its dialog is closed', async () => {
  const {page} = desk
  await pasteInDialog(page)
  await page.keyboard.press('Escape')
  await page.getByTestId('intake-dialog').waitFor({state: 'detached'})
  await create(page, 'article-from-text')
  expect(await page.getByTestId('intake-text').inputValue()).toBe(ARTICLE)
  await page.keyboard.press('Escape')
  await page.getByTestId('intake-dialog').waitFor({state: 'detached'})
})

it('becomes drafts with everything confirmed, by the keyboard', async () => {
  const {page} = desk
  await pasteInDialog(page)
  await press(page, 'Control+Enter')
  await page.getByTestId('intake-result').waitFor({timeout: 60_000})
  await expect.poll(() => row(page, 'section').innerText()).toContain('Economy')
  expect(await row(page, 'byline:0').innerText()).toContain('Mara Lindqvist')
  expect(await row(page, 'photo:0').innerText()).toContain('Photographer: Ole Brandt')
  expect(await row(page, 'quote:0').innerText()).toContain('Rosa Almeida, Chair, Tenants')
  expect(await page.getByTestId('intake-source').innerText()).toContain('Left out')

  // The first photo is compared here, beside its source.
  for (let count = 0; count < 4; count++) await press(page, 'ArrowDown')
  await press(page, 'c')
  await expect.poll(() => row(page, 'photo:0').innerText()).toContain('Confirmed')
  await press(page, 'Control+Enter')
  await page.getByTestId('intake-open').waitFor({timeout: 60_000})
  await expect.poll(() => field(page, 'headline').locator('textarea').inputValue()).toBe(HEADLINE)
  expect(await page.getByTestId('intake-open').innerText()).toContain(
    '7 things were read from a text',
  )

  presses += 1
  await page.getByRole('button', {name: 'Confirm them'}).click()
  const open = page.getByTestId('intake-suggestion')
  for (let left = 4; left > 0; left--) {
    await expect.poll(() => open.count()).toBe(left)
    await page.locator('[data-testid="intake-suggestion"]:focus').waitFor()
    await press(page, 'c')
  }
  await page.getByText('Everything that was read from a text is confirmed.').waitFor()
  await page.getByTestId('intake-open').waitFor({state: 'detached'})

  expect(presses).toBeLessThanOrEqual(MOST_PRESSES)
  expect(await stored('.section->title')).toEqual(['Economy'])
  expect(await stored('.slug.current')).toEqual(['tram-depot-sold-after-two-years-of-talks'])
  expect(desk.problems).toEqual([])
})

it('leads to its article when the same text comes again', async () => {
  const {page} = desk
  await pasteInDialog(page)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('intake-before').getByRole('link').click()
  await expect
    .poll(() => field(page, 'headline').last().locator('textarea').inputValue())
    .toBe(HEADLINE)
  expect(await stored('._id')).toHaveLength(1)
})
