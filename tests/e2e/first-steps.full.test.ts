// An empty newsroom: an administrator sets it up, the invited journalist writes, the invited editor approves and
// publishes. Each press of the pointer, and each key that does what a press would, is counted.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {onFolder} from '../server/support.ts'
import {openNewsroom, sharedBrowser, type Newsroom} from '../support/newsroom.ts'
import {PASSWORD} from '../support/prepared-newsroom.ts'
import {startServer, type ServerProcess} from '../support/server-process.ts'
import {dialog, field, performEditorialAction} from '../support/studio.ts'

const HEADLINE = 'The lighthouse is open again'
const MOST_TO_SET_UP = 15
const MOST_OF_ALL = 40

const folder = mkdtempSync(join(tmpdir(), 'copydesk-empty-'))
let server: ServerProcess
const presses: string[] = []

const click = async (locator: Locator, what: string): Promise<void> => {
  await locator.click()
  presses.push(what)
}
const key = async (page: Page, name: string, what: string): Promise<void> => {
  await page.keyboard.press(name)
  presses.push(what)
}
const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', {name, exact: true, disabled: false})

/** A person in a browser of their own, signed in by their link. */
async function arrive(link: string): Promise<Page> {
  const browser = await sharedBrowser()
  const context = await browser.newContext({
    viewport: {width: 1440, height: 900},
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Tokyo',
  })
  const page = await context.newPage()
  await page.goto(server.origin + new URL(link).pathname)
  await page.locator('#password:focus').waitFor()
  await page.keyboard.insertText(PASSWORD)
  await key(page, 'Tab', 'to the second password')
  await page.keyboard.insertText(PASSWORD)
  await key(page, 'Enter', 'set the password')
  return page
}

const arrivesAt = (page: Page, path: string): Promise<void> =>
  page.waitForURL(({pathname}) => decodeURIComponent(pathname) === `/studio/${path}`)

/** @returns the link for the invited person */
async function invite(page: Page, role: string, name: string, email: string): Promise<string> {
  const card = page.getByTestId('first-steps')
  await click(card.getByRole('link', {name: `Invite ${role}`}), `invite ${role}`)
  await dialog(page).getByLabel('Name', {exact: true}).and(page.locator(':focus')).waitFor()
  await page.keyboard.insertText(name)
  await key(page, 'Tab', 'to the address')
  await page.keyboard.insertText(email)
  await key(page, 'Enter', `invite ${name}`)
  const link = page.getByTestId('sign-in-link')
  await link.waitFor()
  await button(dialog(page), 'Copy').and(page.locator(':focus')).waitFor()
  await key(page, 'Enter', 'copy the link')
  const address = await link.inputValue()
  await click(button(dialog(page), 'Done'), 'done')
  await dialog(page).waitFor({state: 'detached'})
  return address
}

/** The web address in the draft of the section. */
async function saved(page: Page): Promise<unknown> {
  const url = new URL('/v2025-02-19/data/query/production', server.origin)
  url.searchParams.set('query', '*[_type == "section"][0].slug.current')
  url.searchParams.set('perspective', 'raw')
  const answer = await page.request.get(url.href)
  return ((await answer.json()) as {result: unknown}).result
}

async function confirm(page: Page, label: string): Promise<void> {
  await click(button(page.getByTestId('pane-footer').last(), label), label)
  const form = dialog(page)
  // It waits until the last edits are saved and checked.
  await click(button(form, label), `${label}: confirm`)
  await form.waitFor({state: 'detached'})
}

let administrator: Page
let journalist: Page
let editor: Page
const links = {journalist: '', editor: ''}

beforeAll(async () => {
  const {stdout} = await onFolder(folder)(
    'init',
    '--name',
    'The Courier',
    '--admin',
    'agnes@example.org',
  )
  server = await startServer(folder)
  administrator = await arrive(stdout.trim())
}, 120_000)
afterAll(async () => {
  const browser = await sharedBrowser()
  for (const context of browser.contexts()) await context.close()
  await server.stop()
  rmSync(folder, {recursive: true, force: true})
})

describe('in an empty newsroom', () => {
  it(`an administrator sets it up in at most ${MOST_TO_SET_UP} presses`, async () => {
    const page = administrator
    const before = presses.length
    await arrivesAt(page, 'people')
    const card = page.getByTestId('first-steps')
    const done = card.locator('li[data-done="true"]')
    await expect.poll(() => done.allInnerTexts()).toEqual(['Name of the newsroom'])

    await click(button(card, 'Use Asia/Tokyo'), 'use the browser’s time zone')
    await expect.poll(() => done.count()).toBe(2)

    await click(card.getByRole('link', {name: 'First section'}), 'first section')
    await click(field(page, 'title').locator('input:not([readonly])'), 'name of the section')
    await page.keyboard.insertText('Harbour')
    await click(button(field(page, 'slug'), 'Generate'), 'generate')
    // The studio forgets a press that comes before the words are saved: no person is that fast.
    await expect.poll(() => saved(page)).toBe('harbour')
    await click(button(page.getByTestId('pane-footer'), 'Publish'), 'publish the section')
    await expect.poll(() => done.count()).toBe(3)

    links.journalist = await invite(page, 'a journalist', 'Ines Vale', 'ines@example.org')
    await expect.poll(() => done.count()).toBe(4)
    links.editor = await invite(page, 'an editor', 'Hugo Marsh', 'hugo@example.org')
    await card.waitFor({state: 'detached'})
    expect(presses.slice(before).length, presses.join(', ')).toBeLessThanOrEqual(MOST_TO_SET_UP)
  })

  it('the journalist begins at their own work, and writes and submits a piece', async () => {
    const page = await arrive(links.journalist)
    journalist = page
    await arrivesAt(page, 'desk/mine')
    await page.getByText('Nothing waits for you.').waitFor()
    await button(page, 'Article from a text…').waitFor()
    await click(button(page, 'Begin an article'), 'begin an article')
    await click(field(page, 'headline').locator('textarea:not([readonly])'), 'headline')
    await page.keyboard.insertText(HEADLINE)
    await click(field(page, 'dek').locator('textarea'), 'standfirst')
    await page.keyboard.insertText('The lamp turns for visitors from Saturday.')
    await click(button(field(page, 'slug'), 'Generate'), 'generate')
    await click(page.locator('#section'), 'section')
    await page.keyboard.type('Harb')
    await click(page.locator('[role="listbox"] [role="option"] button').first(), 'Harbour')
    await click(field(page, 'body').locator('[contenteditable="true"]').first(), 'text')
    await page.keyboard.type('The keeper has oiled the lamp.')
    await confirm(page, 'Submit')
  })

  it('the editor begins at the review desk, and approves and publishes it', async () => {
    const page = await arrive(links.editor)
    editor = page
    await arrivesAt(page, 'desk')
    await click(page.getByRole('link', {name: HEADLINE}), 'the piece')
    await confirm(page, 'Approve')
    await confirm(page, 'Publish')
    expect(presses.length, presses.join(', ')).toBeLessThanOrEqual(MOST_OF_ALL)
  })

  it('the notice and the line above the form lead to the page', async () => {
    const page = editor
    const toast = page.locator('[data-ui="Toast"]').getByRole('link', {name: 'See it on the site'})
    const line = page.getByTestId('status-line').getByRole('link', {name: 'See it on the site'})
    await toast.waitFor()
    const [opened] = await Promise.all([page.waitForEvent('popup'), line.click()])
    await opened.getByRole('heading', {name: HEADLINE, level: 1}).waitFor()
    expect(new URL(opened.url()).pathname).toBe('/article/the-lighthouse-is-open-again')
  })

  it('the desk is the administrator’s start from then on', async () => {
    await administrator.goto(`${server.origin}/studio`)
    await arrivesAt(administrator, 'desk')
    expect(await administrator.getByTestId('first-steps').count()).toBe(0)
  })

  it('a closed Approve says why, and with which setting one person could do both', async () => {
    const page = editor
    await field(page, 'dek').locator('textarea').fill('The lamp turns for visitors from Sunday.')
    await confirm(page, 'Submit')
    const footer = page.getByTestId('pane-footer').last()
    await footer.getByRole('button', {name: 'Approve', exact: true, disabled: true}).hover()
    await page
      .getByText('If one person has to do both, the newsroom’s operator can set')
      .filter({hasText: 'COPYDESK_FOUR_EYES=recorded'})
      .waitFor()
  })

  it('a piece that comes back appears in the journalist’s work by itself', async () => {
    await journalist.goto(`${server.origin}/studio`)
    await arrivesAt(journalist, 'desk/mine')
    const row = journalist.getByRole('row').filter({hasText: HEADLINE})
    await row.getByText('In review').waitFor()
    await performEditorialAction(editor, 'Hand back')
    await row.getByText('Changes requested').waitFor()
  })
})

describe('in a newsroom at work', () => {
  let newsroom: Newsroom
  beforeAll(async () => {
    newsroom = await openNewsroom()
  })

  it.each([
    {name: 'Ingrid Vassall', role: 'a journalist', at: 'desk/mine'},
    {name: 'Hester Brandwick', role: 'an editor', at: 'desk'},
    {name: 'Lidia Marchetti', role: 'a photo editor', at: 'structure/photos;photos-to-complete'},
    {name: 'Agnes Tollerby', role: 'an administrator', at: 'desk'},
    {name: 'Wen Castellan', role: 'a developer', at: 'structure'},
  ])('$role begins at $at', async ({name, at}) => {
    const {page, context} = await newsroom.signIn(name, {path: '/studio'})
    await arrivesAt(page, at)
    expect(await page.getByRole('link', {name: 'Start', exact: true}).count()).toBe(0)
    await page.goBack()
    expect(page.url()).not.toContain('/studio')
    await context.close()
  })
})
