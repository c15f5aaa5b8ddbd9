// Over plain http a browser opens six connections to one server. One open document needs more event
// streams than that. Two people with two tabs each and three documents open must not be blocked.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent} from '../support/content.ts'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'
import {field, openDocument, visit} from '../support/studio.ts'

const DOCUMENTS = ['article-first-tab', 'article-second-tab']

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
  const content = openContent(newsroom)
  for (const id of DOCUMENTS) await content.copy('article-night-ferry', id)
})
afterAll(() => newsroom.close())

interface Tab {
  page: Page
  sockets: number
  /** Event streams that took a connection of their own. */
  streams: string[]
}

function watch(page: Page): Tab {
  const tab: Tab = {page, sockets: 0, streams: []}
  page.on('websocket', (socket) => {
    if (socket.url().includes('/v1/mux')) tab.sockets++
  })
  page.on('request', (request) => {
    if (/\/data\/(listen|live)\//.test(request.url())) tab.streams.push(request.url())
  })
  return tab
}

it('serves two people with two tabs each, three documents open, over one socket a tab', async () => {
  const one = await newsroom.signIn('Ingrid Vassall')
  const two = await newsroom.signIn('Tomas Ardley')
  const tabs = await Promise.all(
    [one, two].flatMap(({context}) => DOCUMENTS.map(async () => watch(await context.newPage()))),
  )
  const ids = [...DOCUMENTS, ...DOCUMENTS]
  await Promise.all(
    tabs.map(({page}, index) => openDocument(page, newsroom.origin, ids[index] ?? '', 'article')),
  )
  const headline = (page: Page) => field(page, 'headline').locator('textarea:not([readonly])')
  await Promise.all(tabs.map(({page}) => headline(page).waitFor()))

  // A third document beside the first, in every tab: a source, as from a quote. For journalists,
  // because editors also have *Review* beside the form, and three panes do not fit on this screen.
  await Promise.all(
    tabs.map(async ({page}) => {
      await page.locator('[data-testid="pane-content"]').last().waitFor()
      await visit(page, page.url().replace(/\/?$/, ';source-ruth-damaso,type=source'))
      await headline(page).waitFor()
      await field(page, 'name').locator('input:not([readonly])').waitFor()
    }),
  )

  // Every tab writes, and every change reaches the other person's tab of that document.
  for (const [index, {page}] of tabs.entries()) {
    const other = tabs[(index + 2) % 4]?.page
    const words = ` seen in tab ${index}`
    await headline(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(words)
    await expect
      .poll(() => other && headline(other).inputValue(), {timeout: 15_000})
      .toContain(words)
  }

  // An ordinary request is answered at once in a tab with all these streams.
  for (const {page} of tabs) {
    expect(await page.evaluate(async () => (await fetch('/v1/users/me')).status)).toBe(200)
  }
  expect(tabs.map(({streams}) => streams)).toEqual([[], [], [], []])
  expect(tabs.every(({sockets}) => sockets >= 1)).toBe(true)
  await one.context.close()
  await two.context.close()
})
