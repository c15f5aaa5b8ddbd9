// Mishaps at a desk, and the studio's messages: a tab closed too soon, a file that is not a
// picture, a taken address, a search.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {KEPT_STYLES} from '../../studio/build/kept-styles.ts'
import {openContent, type Content} from '../support/content.ts'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {create, field, lastPane, openDocument, openNewArticle} from '../support/studio.ts'

let newsroom: Newsroom
let content: Content
let desk: Desk
let page: Page
let later: Page
beforeAll(async () => {
  newsroom = await openNewsroom()
  content = openContent(newsroom)
  desk = await newsroom.signIn('Ingrid Vassall', {path: '/studio'})
  page = desk.page
})
afterAll(() => newsroom.close())

it('a form is mounted once, so that a person who has begun to type keeps the caret and dialogs', async () => {
  const watched = await desk.context.newPage()
  // How often each form and the studio were mounted.
  await watched.addInitScript(() => {
    const drawn: Record<string, number> = {}
    Object.assign(window, {drawn})
    const count = (node: Node): void => {
      if (!(node instanceof HTMLElement)) return
      for (const part of [node, ...node.querySelectorAll<HTMLElement>('[data-testid]')]) {
        const name = part.dataset['testid'] ?? ''
        const isCounted = name === 'document-pane' || name === 'studio-navbar'
        if (isCounted) drawn[name + part.id] = (drawn[name + part.id] ?? 0) + 1
      }
    }
    new MutationObserver((records) => {
      for (const {addedNodes} of records) addedNodes.forEach(count)
    }).observe(document, {childList: true, subtree: true})
  })
  await openDocument(watched, newsroom.origin, 'article-first-snow', 'article')
  await field(watched, 'body').getByRole('textbox').first().waitFor()
  await create(watched, 'article')
  const headline = field(watched, 'headline').locator('textarea:not([readonly])').last()
  await expect.poll(() => headline.inputValue()).toBe('')
  await field(watched, 'body').getByRole('textbox').last().waitFor()
  const drawn = await watched.evaluate(
    () => (window as unknown as {drawn: Record<string, number>}).drawn,
  )
  await watched.close()
  expect(Object.keys(drawn).length).toBeGreaterThanOrEqual(3)
  expect(drawn).toEqual(Object.fromEntries(Object.keys(drawn).map((name) => [name, 1])))
})

it('a later window has the style rules of an earlier one before it draws', async () => {
  const areKept = () => page.evaluate((key) => localStorage.getItem(key) !== null, KEPT_STYLES)
  await expect.poll(areKept).toBe(true)
  later = await desk.context.newPage()
  await later.addInitScript(() => {
    const added = {first: 0, later: 0}
    Object.assign(window, {added})
    const {insertRule} = CSSStyleSheet.prototype
    CSSStyleSheet.prototype.insertRule = function count(...rule) {
      added[document.querySelector('[data-ui]') ? 'later' : 'first'] += 1
      return Reflect.apply(insertRule, this, rule)
    }
  })
  await later.goto(`${newsroom.origin}/studio`)
  await later.getByTestId('studio-navbar').waitFor()
  const added = await later.evaluate(
    () => (window as unknown as {added: {first: number; later: number}}).added,
  )
  expect(added.first).toBeGreaterThan(100)
  expect(added.later).toBeLessThan(added.first / 10)
})

it('an address of a section leads to the section, and not to its articles', async () => {
  await openDocument(later, newsroom.origin, 'section-culture', 'section')
  await field(later, 'title').locator('input').waitFor()
  expect(later.url()).toContain('sections;section-culture')
  await later.close()
})

it('a tab asks before it closes with unsaved text, and saves it meanwhile', async () => {
  await openNewArticle(page)
  const headline = 'A headline that was typed in a hurry'
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await field(page, 'headline').locator('textarea').pressSequentially(headline)
  await page.close({runBeforeUnload: true})
  await expect.poll(() => asked).toEqual(['beforeunload'])
  const saved = () => content.asEditor(`count(*[headline == "${headline}"])`)
  await expect.poll(saved).toBe(1)
  await page
    .getByText('Saved', {exact: true})
    .or(page.getByText(/^Edited /))
    .first()
    .waitFor()
})

it('a taken web address is reported', async () => {
  await field(page, 'slug').locator('input').fill('the-night-the-barrier-shut-itself')
  await page.getByRole('button', {name: 'Validation'}).click()
  const words = page.getByText('Another page has this web address already.')
  await words.filter({visible: true}).first().waitFor()
})

it('a file that is not a picture is refused with a reason', async () => {
  await create(page, 'photoWithCredit')
  await field(page, 'caption').locator('textarea:not([readonly])').waitFor()
  const input = lastPane(page).locator('input[type="file"]').first()
  await input.setInputFiles({
    name: 'holiday.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('%PDF-1.4 no picture at all'),
  })
  await page.getByText('The file was not uploaded').waitFor()
  expect(await page.getByText('console').count()).toBe(0)
})

it('a search lists the article with the word in its headline first', async () => {
  await page.getByRole('button', {name: 'Open search'}).click()
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('barrier')
  const first = page.getByTestId('search-results').getByRole('option').first()
  await expect.poll(() => first.innerText()).toContain('the night the barrier shut itself')
})
