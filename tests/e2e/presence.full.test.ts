// Colleagues see each other: in the list, on the pane, at the field, in the running text.
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'
import {bodyText, field, openDocument} from '../support/studio.ts'

const ARTICLE = 'article-night-ferry'
const OTHER = 'article-two-sessions'
const SOON = {timeout: 15_000}

let newsroom: OwnNewsroom
let ingrid: Desk
let hester: Desk
/** Of all tabs: the addresses of their sockets, and the browser's errors. */
const sockets: string[] = []
const complaints: string[] = []

function watch(page: Page): Page {
  page.on('websocket', (socket) => sockets.push(socket.url()))
  page.on('console', (message) => {
    if (/websocket|presence|bifur/i.test(message.text())) complaints.push(message.text())
  })
  return page
}

async function open(page: Page, id: string): Promise<void> {
  await openDocument(page, newsroom.origin, id, 'article')
  await field(page, 'headline').locator('textarea:not([readonly])').waitFor()
}

/** Accounts have no pictures: initials stand for them. */
const avatar = (within: Locator, name: string): Locator =>
  within.locator('[data-ui="Avatar"]').filter({hasText: name.replace(/(\w)\w* ?/g, '$1')})

const row = (page: Page): Locator => page.locator(`a[href*="${ARTICLE}"]`).first()
const caret = (page: Page, name: string): Locator =>
  page.getByTestId(`presence-cursor-${name.replace(' ', '-')}`)

/** The people in the newsroom, from its menu. */
async function others(page: Page): Promise<string[]> {
  const menu = page.locator('[role="menu"][aria-labelledby="global-presence-menu"]')
  await page.getByRole('button', {name: 'Global presence'}).click()
  await menu.waitFor()
  const names = await menu.locator('[data-ui="MenuItem"]').allInnerTexts()
  await page.keyboard.press('Escape')
  await menu.waitFor({state: 'hidden'})
  return names.map((name) => name.split('\n').at(-1) ?? '').toSorted()
}

beforeAll(async () => {
  newsroom = await startNewsroom()
  ingrid = await newsroom.signIn('Ingrid Vassall')
  hester = await newsroom.signIn('Hester Brandwick')
  for (const {page} of [ingrid, hester]) watch(page)
  await open(hester.page, ARTICLE)
})
afterAll(() => newsroom.close())

describe('a colleague who opens the same article', () => {
  it('is shown on its pane, in the list, and among the people online', async () => {
    const {page} = hester
    expect(await avatar(row(page), 'Ingrid Vassall').count()).toBe(0)
    await open(ingrid.page, ARTICLE)
    await avatar(page.getByTestId('document-level-presence'), 'Ingrid Vassall').waitFor(SOON)
    await avatar(row(page), 'Ingrid Vassall').waitFor(SOON)
    expect(await others(page)).toEqual(['Ingrid Vassall'])
    await avatar(ingrid.page.getByTestId('document-level-presence'), 'Hester Brandwick').waitFor(
      SOON,
    )
  })

  it('is shown at the field where they are, and no longer on the pane', async () => {
    await field(ingrid.page, 'headline').locator('textarea').focus()
    const {page} = hester
    await page.getByTestId('document-level-presence').waitFor({state: 'detached', ...SOON})
    const [mark, input] = [
      avatar(page.getByTestId('document-pane'), 'Ingrid Vassall').first(),
      field(page, 'headline').locator('textarea'),
    ]
    await mark.waitFor(SOON)
    await expect
      .poll(async () => {
        const [a, b] = [await mark.boundingBox(), await input.boundingBox()]
        return a && b ? Math.abs(a.y - b.y) : Infinity
      }, SOON)
      .toBeLessThan(60)
  })

  it('is shown in the running text, by a caret that moves as they write', async () => {
    const {page} = hester
    await field(ingrid.page, 'body').scrollIntoViewIfNeeded()
    await bodyText(ingrid.page).getByText('At ten to one').click()
    await field(page, 'body').scrollIntoViewIfNeeded()
    await caret(page, 'Ingrid Vassall').waitFor(SOON)
    const place = async () => JSON.stringify(await caret(page, 'Ingrid Vassall').boundingBox())
    // The end of a line differs between the windows.
    for (const key of ['End', 'ArrowLeft']) {
      const before = await place()
      await ingrid.page.keyboard.press(key, {delay: 150})
      await expect.poll(place, SOON).not.toBe(before)
    }
    expect(await caret(page, 'Ingrid Vassall').count()).toBe(1)
  })

  it('is not shown as another person in their own second tab', async () => {
    const second = watch(await ingrid.context.newPage())
    await open(second, OTHER)
    expect(await others(second)).toEqual(['Hester Brandwick'])
    expect(await others(hester.page)).toEqual(['Ingrid Vassall'])
    await expect.poll(() => caret(second, 'Ingrid Vassall').count()).toBe(0)
    await second.close()
    expect(await others(hester.page)).toEqual(['Ingrid Vassall'])
  })
})

describe('a person who leaves', () => {
  it('disappears from every screen when the tab is closed', async () => {
    const {page} = hester
    await ingrid.page.close()
    await caret(page, 'Ingrid Vassall').waitFor({state: 'detached', ...SOON})
    await avatar(row(page), 'Ingrid Vassall').waitFor({state: 'detached', ...SOON})
    expect(await others(page)).toEqual([])
  })

  it('is shown again after the server was killed, without a reload', async () => {
    const page = watch(await ingrid.context.newPage())
    await open(page, ARTICLE)
    await avatar(row(hester.page), 'Ingrid Vassall').waitFor(SOON)
    const quiet = complaints.length
    await newsroom.restart('SIGKILL')
    // While the server is away a browser says that it cannot connect.
    await expect.poll(() => others(hester.page), {timeout: 60_000}).toEqual(['Ingrid Vassall'])
    await expect.poll(() => others(page), {timeout: 60_000}).toEqual(['Hester Brandwick'])
    complaints.length = quiet
  })

  it('disappears when the session ends, and is shown again after signing in', async () => {
    const [page] = ingrid.context.pages()
    if (!page) throw new Error('The journalist has no tab.')
    await newsroom.endSessions(ingrid)
    await expect.poll(() => others(hester.page), {timeout: 30_000}).toEqual([])
    await field(page, 'headline').locator('textarea').focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' again')
    await page.getByTestId('session-ended').waitFor()
    const popup = ingrid.context.waitForEvent('page')
    await page
      .getByTestId('session-ended')
      .getByRole('button', {name: /Sign in again/})
      .click()
    const login = await popup
    await login.getByLabel('E-mail').fill(ingrid.email)
    await login.getByLabel('Password').fill(ingrid.password)
    await login.getByRole('button', {name: /sign in/i}).click()
    await page.getByTestId('session-ended').waitFor({state: 'detached'})
    await expect.poll(() => others(hester.page), {timeout: 30_000}).toEqual(['Ingrid Vassall'])
  })
})

it('uses the page’s own origin, without browser errors', () => {
  const origin = newsroom.origin.replace('http', 'ws')
  const address = `${origin}/v2022-06-30/socket/production?tag=sanity.studio`
  expect(sockets.filter((url) => url === address).length).toBeGreaterThanOrEqual(4)
  expect(sockets.filter((url) => !url.startsWith(`${origin}/v`))).toEqual([])
  expect(complaints).toEqual([])
  expect([...ingrid.problems, ...hester.problems]).toEqual([])
})
