// An editor shows an unpublished piece to somebody without an account, gets a remark, and ends the
// link.
import axe from 'axe-core'
import {readFileSync} from 'node:fs'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent} from '../support/content.ts'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {newsroomClient} from '../support/newsroom-client.ts'
import {fresh} from '../support/piece.ts'
import {dialog, field, openDocument, visit} from '../support/studio.ts'

/** It gets a photo that nobody has published. */
const ARTICLE = 'article-kittiwake'
const HEADLINE = 'The Kittiwake sends the harbour a bill for five hours'
const RECIPIENT = 'Ruth Ansell, our lawyer'
const PICTURE = new URL('../fixtures/photos/no-credit.jpg', import.meta.url)
const REMARK =
  'The second paragraph is not what I said.\n\nIt was six hours, and I can show the log.'

let newsroom: Newsroom
let editor: Desk
let hester: Page
let outsider: Page
let address: string
/** A part of the address of the new photo's picture. */
let newPicture: string
/** Failed requests of the outsider's browser. */
const refused: string[] = []

beforeAll(async () => {
  newsroom = await openNewsroom()
  newPicture = await putNewPhoto()
  editor = await newsroom.signIn('Hester Brandwick')
  hester = editor.page
  outsider = await (await newsroom.browser.newContext()).newPage()
  outsider.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
  })
})
afterAll(() => newsroom.close())

/** Returns the hash of its picture. */
async function putNewPhoto(): Promise<string> {
  await openContent(newsroom).copy('article-anna-brask', ARTICLE, {headline: HEADLINE})
  const client = newsroomClient(newsroom.origin, newsroom.tokens.editor)
  const {_id, sha1hash} = await client.assets.upload('image', readFileSync(PICTURE))
  const image = {_type: 'image', asset: {_type: 'reference', _ref: _id}}
  const words = {caption: 'The log of the Anna Brask', alt: 'A page', creditLine: 'Ruth Ansell'}
  await client
    .transaction()
    .create({_id: 'drafts.photo-of-the-log', _type: 'photoWithCredit', image, ...words})
    .patch(`drafts.${ARTICLE}`, {
      set: {leadPhoto: {_type: 'photoUse', photo: fresh('photo-of-the-log', 'photoWithCredit')}},
    })
    .commit()
  return sha1hash
}

const shared = (page = hester): Locator => page.getByTestId('shared-previews')
const said = (): Promise<string> => shared().getByTestId('shared-said').innerText()
const clipboard = (): Promise<string> => hester.evaluate(() => navigator.clipboard.readText())
const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.textContent)

/** As the bell says it. */
const unread = async (): Promise<number> =>
  Number((await hester.getByTestId('inbox-count').allInnerTexts())[0] ?? 0)

/** Opens *Review → Shared* beside the form. */
async function openShared(page: Page): Promise<void> {
  await openDocument(page, newsroom.origin, ARTICLE, 'article')
  const tab = page.getByTestId('review-tab-shared')
  // For editors it opens by itself.
  const isOpen = await tab.waitFor({timeout: 5_000}).then(
    () => true,
    () => false,
  )
  if (!isOpen) await page.getByRole('button', {name: /^Review/}).click()
  await tab.click()
  await shared(page).getByRole('heading', {name: 'Who may look at it'}).waitFor()
}

/** Serious and critical ones within the tab. */
async function violations(): Promise<string[]> {
  await hester.evaluate(axe.source)
  const found = await hester.evaluate(async () => {
    const {axe} = window as unknown as {axe: typeof import('axe-core')}
    const results = await axe.run('[data-testid="shared-previews"]')
    const serious = results.violations.filter(
      ({impact}) => impact === 'serious' || impact === 'critical',
    )
    const lines = serious.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} ${target.join(' ')}: ${failureSummary}`),
    )
    return {lines, passed: results.passes.length}
  })
  expect(found.passed).toBeGreaterThan(5)
  return found.lines
}

it('an editor enters a recipient, and gets an address to copy, all by the keyboard', async () => {
  await openShared(hester)
  await shared().getByText('Nobody outside the newsroom so far.').waitFor()
  expect(await violations()).toEqual([])
  const recipient = shared().getByLabel('Whom is it for?')
  await recipient.focus()
  await hester.keyboard.press('Enter')
  await shared().getByText('Say whom it is for.').waitFor()
  expect(await recipient.getAttribute('aria-invalid')).toBe('true')
  expect(await violations()).toEqual([])

  await recipient.focus()
  await hester.keyboard.type(RECIPIENT)
  await hester.keyboard.press('Enter')
  await shared()
    .getByRole('heading', {name: `A link for ${RECIPIENT}`})
    .waitFor()
  await expect.poll(said).toBe(`The link for ${RECIPIENT} is made.`)
  expect(await focused(hester)).toBe('Copy')
  await hester.keyboard.press('Enter')
  await expect.poll(said).toBe('Copied')
  address = await shared().getByTestId('preview-address').inputValue()
  expect(address.startsWith(`${newsroom.origin}/preview/link/`)).toBe(true)
  expect(await clipboard()).toBe(address)

  const link = shared().getByTestId('preview-link')
  await link.getByText(RECIPIENT).waitFor()
  expect(await link.innerText()).toContain('Ends in 7 days')
  expect(await link.innerText()).toContain('Shared by Hester Brandwick')
  expect(await violations()).toEqual([])
  await shared().getByRole('button', {name: 'Done'}).click()
  await expect
    .poll(() => recipient.evaluate((input) => input === document.activeElement))
    .toBe(true)
})

it('the address is copied again later, also without a clipboard in the browser', async () => {
  await hester.evaluate(() => navigator.clipboard.writeText('something else'))
  // As on a page without https.
  await hester.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true}),
  )
  const again = shared().getByRole('button', {name: `Copy address for ${RECIPIENT}`})
  await again.click()
  await shared()
    .getByRole('button', {name: `Copied for ${RECIPIENT}`})
    .waitFor()
  expect(await hester.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'))).toBe(true)
  expect(await clipboard()).toBe(address)
})

it('an end that is too far away is refused at its field', async () => {
  await shared().getByLabel('Whom is it for?').fill('Somebody')
  await shared().getByLabel('Ends in').selectOption({label: 'At a date and time …'})
  await shared()
    .getByLabel(/^Until when\?/)
    .fill('2199-01-01T09:00')
  await shared().getByRole('button', {name: 'Make link'}).click()
  await shared().getByText('Until when? At most 90 days from now.').waitFor()
  expect(
    await shared()
      .getByLabel(/^Until when\?/)
      .getAttribute('aria-invalid'),
  ).toBe('true')
  expect(await shared().getByTestId('preview-link').count()).toBe(1)
})

it('somebody without an account reads the piece with its pictures, and leaves a remark', async () => {
  await visit(hester, `${newsroom.origin}/studio/desk`)
  await hester.getByTestId('inbox-count').waitFor()
  const before = await unread()
  await outsider.goto(address)
  await outsider.getByRole('heading', {level: 1, name: HEADLINE}).waitFor()
  const pictures = await outsider.locator('main img').evaluateAll(async (images) => {
    const all = images as HTMLImageElement[]
    // Also those further down, which the browser would load later.
    for (const image of all) image.loading = 'eager'
    await Promise.all(all.map((image) => image.decode()))
    return all.map(({naturalWidth, currentSrc}) => ({isThere: naturalWidth > 0, currentSrc}))
  })
  expect(pictures.length).toBeGreaterThan(0)
  expect(pictures.every(({isThere}) => isThere)).toBe(true)
  expect(pictures.map(({currentSrc}) => currentSrc).join()).toContain(newPicture)

  await outsider.getByLabel('Your remark').fill(REMARK)
  await outsider.getByRole('button', {name: 'Send remark'}).click()
  await outsider.getByText('The newsroom has your remark.').waitFor()
  expect(refused).toEqual([])
  await expect.poll(unread).toBe(before + 1)
})

it('the editor’s inbox counts it, and leads to the remark beside the form', async () => {
  const notice = hester.locator('[data-testid="inbox-item"][data-kind="remark"]')
  await hester.getByTestId('inbox-bell').click()
  await notice.waitFor()
  expect(await notice.getAttribute('data-unread')).toBe('true')
  expect(await notice.innerText()).toContain(`${RECIPIENT} remarked on a preview`)
  expect(await notice.innerText()).toContain(`“${REMARK}”`)
  const before = await unread()

  await notice.getByRole('link').click()
  const remark = shared().getByTestId('preview-remark')
  await remark.waitFor()
  expect(await remark.locator('blockquote').innerText()).toBe(REMARK)
  expect(await remark.innerText()).toContain(RECIPIENT)
  expect(await remark.innerText()).not.toContain('earlier version')
  await expect.poll(unread).toBeLessThan(before)
  expect(await violations()).toEqual([])
})

it('another tab of Review stays open until the same notification is opened again', async () => {
  await hester.getByTestId('review-tab-checklist').click()
  await shared().waitFor({state: 'detached'})
  await hester.getByTestId('inbox-bell').click()
  await hester.locator('[data-testid="inbox-item"][data-kind="remark"] a').click()
  await shared().getByTestId('preview-remark').waitFor()
})

it('a remark on an earlier version says so', async () => {
  await field(hester, 'headline').locator('textarea').fill(`${HEADLINE} and a half`)
  await shared().getByText('Said about an earlier version.').waitFor()
})

it('a journalist sees recipients and remarks, and cannot share', async () => {
  const {page} = await newsroom.signIn('Ingrid Vassall')
  await openShared(page)
  await shared(page).getByText('An editor can share a preview').waitFor()
  expect(await shared(page).locator('blockquote').innerText()).toBe(REMARK)
  expect(await shared(page).getByLabel('Whom is it for?').count()).toBe(0)
  expect(await shared(page).getByRole('button').count()).toBe(0)
  await page.getByRole('tab', {name: 'Page'}).click()
  await page.getByTestId('page-view').waitFor()
  expect(await page.getByRole('button', {name: 'Share with somebody outside'}).count()).toBe(0)
  await page.context().close()
})

it('a button on the page leads an editor to the links', async () => {
  await hester.getByTestId('review-tab-history').click()
  await hester.getByRole('tab', {name: 'Page'}).click()
  await hester.getByRole('button', {name: 'Share with somebody outside'}).click()
  await shared().getByTestId('preview-link').waitFor()
  await expect.poll(() => focused(hester)).toBe('Shared')
})

it('a link that is taken back ends at once, and its remarks stay', async () => {
  const takeBack = shared().getByRole('button', {name: `Take back the link for ${RECIPIENT}`})
  await takeBack.focus()
  await hester.keyboard.press('Enter')
  await dialog(hester).getByText('From now on its address shows').waitFor()
  await dialog(hester).getByRole('button', {name: 'Cancel'}).click()
  await expect.poll(() => focused(hester)).toBe('Take back')

  await hester.keyboard.press('Enter')
  await dialog(hester).getByRole('button', {name: 'Take back'}).click()
  await expect.poll(said).toBe(`The link for ${RECIPIENT} was taken back.`)
  await expect.poll(() => focused(hester)).toBe('Who may look at it')
  await shared().getByText('Nobody outside the newsroom any more.').waitFor()
  const folded = shared().getByRole('button', {name: 'Ended (1), with one remark'})
  expect(await shared().locator('blockquote').count()).toBe(0)
  await folded.click()
  expect(await folded.getAttribute('aria-expanded')).toBe('true')
  await shared().getByText('Taken back by Hester Brandwick').waitFor()
  expect(await shared().locator('blockquote').innerText()).toBe(REMARK)
  expect(await violations()).toEqual([])

  expect((await outsider.reload())?.status()).toBe(410)
  await outsider.getByRole('heading', {name: 'This link has ended'}).waitFor()
  expect(await outsider.content()).not.toContain(HEADLINE)
})

it('a failed look-up shows a message, and can be repeated', async () => {
  const asked = /[?&]tag=[\w.]*shared-previews/
  await hester.route(asked, (route) => route.fulfill({status: 500, json: {message: 'Out'}}))
  await hester.getByTestId('review-tab-history').click()
  await hester.getByTestId('review-tab-shared').click()
  await shared().getByText('What is shared could not be looked up').waitFor()
  await hester.unroute(asked)
  await shared().getByRole('button', {name: 'Try again'}).click()
  await shared().getByRole('heading', {name: 'Who may look at it'}).waitFor()
  expect(await shared().getByText('could not be looked up').count()).toBe(0)
})

it('the studio had no errors, and the lake knew every endpoint', () => {
  expect(editor.problems).toEqual([])
  expect([...editor.missing]).toEqual([])
})
