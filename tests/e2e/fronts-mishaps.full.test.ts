// Fronts when something is in the way: half-made places, no connection, a colleague, a reader’s role, a keyboard.
import axe from 'axe-core'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'
import {newsroomClient} from '../support/newsroom-client.ts'

const PATH = '/studio/fronts'
const HOME = 'front-home'

let newsroom: Newsroom
let hester: Page
const problems: string[] = []
/** What becomes of Hester's writes: they reach the server, or do not, or get this status. */
let held: 'abort' | number | null = null
beforeAll(async () => {
  newsroom = await startNewsroom()
  const client = newsroomClient(newsroom.origin, newsroom.tokens.editor)
  const ids = await client.fetch<string[]>(
    '*[_type == "article" && !(_id in path("drafts.**"))] | order(_id asc) [0...4]._id',
  )
  const slot = (_key: string, more: object = {}) => ({_key, _type: 'frontSlot', ...more})
  const piece = (n: number) => ({piece: {_type: 'reference', _ref: ids[n], _weak: true}})
  await client.create({
    _id: `drafts.${HOME}`,
    _type: 'front',
    title: 'Front page',
    containers: [
      {
        _key: 'top',
        _type: 'frontContainer',
        title: 'Top',
        layout: 'strange',
        count: 2,
        fill: {_type: 'frontFill', from: 'nothing'},
        slots: [
          slot('empty'),
          slot('a', {...piece(0), picture: {_type: 'image'}, until: 'soon'}),
          slot('b', {...piece(1), headline: 5}),
          slot('c', piece(2)),
        ],
      },
      {_key: 'bare', _type: 'frontContainer'},
    ],
  })
  ;({page: hester} = await newsroom.signIn('Hester Brandwick', {
    path: PATH,
    serviceWorkers: 'block',
  }))
  hester.on('pageerror', (error) => problems.push(error.message))
  // Once for all tests: a browser that is told to hold requests, and not to, and to, may let some pass.
  await hester.route('**/data/mutate/**', async (route) => {
    if (held === null) await route.continue()
    else if (held === 'abort') await route.abort()
    else await route.fulfill({status: held, json: {message: 'Out'}})
  })
})
afterAll(() => newsroom.close())

const top = (page: Page) => page.getByRole('region', {name: 'Top', exact: true})
const placed = (page: Page) => top(page).getByRole('listitem', {name: /Placed by hand\.$/})
const said = (page: Page) => page.getByRole('status').filter({hasText: /./})
const names = (page: Page): Promise<string[]> =>
  placed(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)

/** What axe-core finds wrong in the tool; the studio around it is not ours. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    const {axe: run} = window as unknown as {axe: typeof import('axe-core')}
    const {violations, passes} = await run.run('[aria-label="Fronts"]')
    if (passes.length < 5) return ['axe-core looked at next to nothing.']
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`))
  })
}

describe('A front with places that are half made', () => {
  it('is shown, with all stories that are placed, and without findings of axe', async () => {
    await placed(hester).first().waitFor()
    expect(await placed(hester).count()).toBe(3)
    expect(await findings(hester)).toEqual([])
    await placed(hester)
      .nth(0)
      .getByRole('button', {name: /^Words/})
      .click()
    await hester.getByRole('dialog').getByLabel('Headline').waitFor()
    await hester.keyboard.press('Escape')
    await hester.getByRole('button', {name: /^What changes/}).click()
    await hester.getByRole('button', {name: 'Publish now'}).click()
    await expect
      .poll(() => hester.getByRole('dialog').innerText())
      .toContain('A place on this front has no story')
    await hester.getByRole('button', {name: 'Cancel'}).click()
    expect(problems).toEqual([])
  })
})

describe('By the keyboard', () => {
  it('each move is read aloud, also the same twice', async () => {
    await placed(hester).nth(2).waitFor()
    await hester.evaluate(() => {
      const status = document.querySelector('[aria-label="Fronts"] [role=status]')
      const heard: string[] = []
      Object.assign(window, {heard})
      new MutationObserver(() => heard.push(status?.textContent ?? '')).observe(status as Node, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    const last = (await names(hester))[2] ?? ''
    await placed(hester).nth(2).focus()
    for (const nth of [1, 0]) {
      await hester.keyboard.press('Alt+ArrowUp')
      await expect.poll(async () => (await names(hester))[nth]).toBe(last)
      await expect.poll(() => focused(hester)).toBe(last)
    }
    const heard = await hester.evaluate(() => (window as unknown as {heard: string[]}).heard)
    expect(heard.filter((text) => text.endsWith('moved up.'))).toHaveLength(2)
  })

  it('the focus stays in the place of a story that is removed', async () => {
    await placed(hester).nth(2).waitFor()
    const [first, second, third] = await names(hester)
    await placed(hester).nth(0).focus()
    await hester.keyboard.press('Delete')
    await expect.poll(() => names(hester)).not.toContain(first)
    await expect
      .poll(async () => [await focused(hester), ...(await names(hester))])
      .toEqual([second, second, third])
    await hester.keyboard.press('Control+z')
    await expect.poll(() => names(hester)).toContain(first)
  })
})

describe('Without a connection', () => {
  it.each<[what: string, answer: 'abort' | number]>([
    ['while it is offline', 'abort'],
    ['while the server answers 503', 503],
  ])('nothing is lost, and it is said (%s)', async (what, answer) => {
    held = answer
    await placed(hester)
      .nth(0)
      .getByRole('button', {name: /^Words/})
      .click()
    const dialog = hester.getByRole('dialog')
    const words = `Written ${what}`
    await dialog.getByLabel('Headline').fill(words)
    await dialog.getByRole('button', {name: 'Store'}).click()
    await expect.poll(() => dialog.innerText()).toContain('cannot be reached')
    expect(await dialog.getByLabel('Headline').inputValue()).toBe(words)
    held = null
    await dialog.getByRole('button', {name: 'Store'}).click()
    await expect.poll(async () => (await names(hester))[0]).toContain(words)
    held = 'abort'
    await hester.getByRole('button', {name: 'Undo'}).click()
    await expect.poll(() => said(hester).innerText()).toContain('cannot be reached')
    held = null
    await hester.getByRole('button', {name: 'Undo'}).click()
    await expect.poll(async () => (await names(hester))[0]).not.toContain(words)
  })
})

describe('A journalist', () => {
  it('sees the front, and changes nothing by keys', async () => {
    const {page} = await newsroom.signIn('Tomas Ardley', {path: PATH})
    await placed(page).first().waitFor()
    const before = await names(page)
    expect(await page.getByRole('button', {name: /^(Up|Remove|Undo|What changes)/}).count()).toBe(0)
    await placed(page).nth(0).focus()
    for (const key of ['Delete', 'Enter', 'Alt+ArrowDown', 'p', 'Control+z']) {
      await page.keyboard.press(key)
    }
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await said(page).count()).toBe(0)
    expect(await names(page)).toEqual(before)
  })
})
