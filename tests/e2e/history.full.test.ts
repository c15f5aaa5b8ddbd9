// The studio's own history beside the form: who changed what, older revisions, and documents that
// were deleted by mistake.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {
  create,
  field,
  openDocument,
  openNewArticle,
  performEditorialAction,
} from '../support/studio.ts'

const WRITTEN = 'Night boat brings bread'
const ADDED = ' and bakers'

let newsroom: Newsroom
let token: string
let journalist: Desk
let editor: Desk
let id: string
/** Errors and warnings of the browser's console. */
const complaints: string[] = []

beforeAll(async () => {
  newsroom = await openNewsroom()
  token = newsroom.tokens.editor
  ;[journalist, editor] = await Promise.all([
    newsroom.signIn('Ingrid Vassall', {path: '/studio'}),
    newsroom.signIn('Hester Brandwick', {path: '/studio'}),
  ])
  for (const {page} of [journalist, editor]) {
    page.on('console', (message) => {
      if (/histor|revision|event/i.test(message.text()) && message.type() === 'error') {
        complaints.push(message.text())
      }
    })
  }
})
afterAll(() => newsroom.close())

const query = <T>(groq: string): Promise<T> => queryRaw({origin: newsroom.origin, token}, groq)
const becomes = (groq: string, expected: unknown): Promise<void> =>
  expect.poll(() => query(groq)).toEqual(expected)

async function discard(draftId: string): Promise<void> {
  const actions = [{actionType: 'sanity.action.document.discard', draftId}]
  const response = await fetch(`${newsroom.origin}/v2025-02-19/data/actions/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    body: JSON.stringify({actions}),
  })
  expect(response.status).toBe(200)
}

const headline = (page: Page) => field(page, 'headline').locator('textarea')
const items = (page: Page) => page.getByTestId('timeline-item-button')

async function openHistory({page}: Desk): Promise<void> {
  const inspect = encodeURIComponent('sanity/structure/history')
  // Loaded anew: what the studio has heard of the document before is another history.
  await page.goto(`${newsroom.origin}/studio/intent/edit/id=${id};type=article;inspect=${inspect}/`)
  await items(page).first().waitFor()
}

describe('the history of an article', () => {
  it('begins with its first character', async () => {
    await openNewArticle(journalist.page)
    await headline(journalist.page).pressSequentially(WRITTEN)
    await becomes(`count(*[headline == "${WRITTEN}"])`, 1)
    id = (await query<string>(`*[headline == "${WRITTEN}"][0]._id`)).replace('drafts.', '')
    await openDocument(editor.page, newsroom.origin, id, 'article')
    await field(editor.page, 'headline').locator('textarea:not([readonly])').waitFor()
    await headline(editor.page).press('ControlOrMeta+End')
    await headline(editor.page).pressSequentially(ADDED)
    await becomes(`*[_id == "drafts.${id}"][0].headline`, WRITTEN + ADDED)
  })

  it('shows what happened and who did it', async () => {
    await openHistory(editor)
    const [edited, created] = [items(editor.page).nth(0), items(editor.page).nth(1)]
    await created.waitFor()
    expect(await edited.innerText()).toContain('Edited')
    await expect.poll(() => edited.textContent()).toMatch(/HB.*IV/)
    expect(await created.innerText()).toContain('Draft created')
    await expect.poll(() => created.textContent()).toContain('IV')
    expect(await created.textContent()).not.toContain('HB')
  })

  it('shows each change with its author', async () => {
    const {page} = editor
    await page.getByRole('tab', {name: 'Review changes'}).click()
    // Each transaction's letters for themselves, as they were typed.
    const letters = page.locator('#review-panel ins')
    await expect.poll(async () => (await letters.allTextContents()).join('')).toBe(WRITTEN + ADDED)
    const by = {'Ingrid Vassall': '', 'Hester Brandwick': ''}
    const names = Object.keys(by) as (keyof typeof by)[]
    const tooltipOf = (name: string) =>
      page.locator('[data-ui="Tooltip__card"]').filter({hasText: name, visible: true})
    for (const one of await letters.all()) {
      await one.hover()
      const isShown = names.map((name) =>
        tooltipOf(name)
          .first()
          .waitFor()
          .then(() => name),
      )
      by[await Promise.any(isShown)] += await one.innerText()
      await page.mouse.move(0, 0)
      for (const name of names) await expect.poll(() => tooltipOf(name).count()).toBe(0)
    }
    expect(by).toEqual({'Ingrid Vassall': WRITTEN, 'Hester Brandwick': ADDED})
  })

  it('follows later typing', async () => {
    const {page} = editor
    await headline(journalist.page).press('ControlOrMeta+End')
    await headline(journalist.page).pressSequentially(' by night')
    const letters = page.locator('#review-panel ins')
    await expect
      .poll(async () => (await letters.allTextContents()).join(''))
      .toBe(`${WRITTEN}${ADDED} by night`)
  })

  it('restores an older revision', async () => {
    const {page} = editor
    await openHistory(editor)
    await items(page).nth(1).click()
    await expect.poll(() => headline(page).inputValue()).toBe('')
    await page.getByTestId('action-reverttorevision').click()
    await page.getByTestId('confirm-popover-confirm-button').click()
    await becomes(`*[_id == "drafts.${id}"][0]{_type, headline}`, {
      _type: 'article',
      headline: null,
    })
    await expect.poll(() => headline(journalist.page).inputValue()).toBe('')
  })

  it('cannot revert anything in a locked article', async () => {
    const {page} = editor
    const revert = page.locator('[data-testid^="single-change-revert-button"]')
    const review = async (): Promise<void> => {
      await openHistory(editor)
      await page.getByRole('tab', {name: 'Review changes'}).click()
      await page.locator('#review-panel ins', {hasText: 'Day boat'}).waitFor()
    }
    await headline(journalist.page).fill('Day boat')
    await becomes(`*[_id == "drafts.${id}"][0].headline`, 'Day boat')
    await review()
    await expect.poll(() => revert.count()).toBe(1)

    await openDocument(page, newsroom.origin, id, 'article')
    await field(page, 'headline').locator('textarea:not([readonly])').waitFor()
    await performEditorialAction(page, 'Spike', async (dialog) => {
      await dialog.getByLabel('Why will it not appear?').fill('Nobody bakes at night any more')
    })
    await review()
    await expect.poll(() => revert.count()).toBe(0)
    await page.getByRole('tab', {name: 'History'}).click()
    await items(page).last().click()
    const button = page.getByTestId('action-reverttorevision')
    await expect.poll(() => button.isDisabled()).toBe(true)
    await button.hover({force: true})
    await page.getByText('an old revision cannot take its place').first().waitFor()
  })
})

describe('a document that was deleted by mistake', () => {
  it('is found at its address and restored', async () => {
    const {page} = editor
    await create(page, 'source')
    await field(page, 'name').locator('input:not([readonly])').waitFor()
    await field(page, 'name').locator('input').fill('Ferry company')
    await becomes('count(*[name == "Ferry company"])', 1)
    const source = (await query<string>('*[name == "Ferry company"][0]._id')).slice(
      'drafts.'.length,
    )
    await discard(`drafts.${source}`)
    await becomes('count(*[name == "Ferry company"])', 0)

    await openDocument(page, newsroom.origin, source, 'source')
    const banner = page.getByTestId('deleted-document-banner')
    await banner.waitFor()
    expect(await banner.innerText()).toContain('This document has been deleted')
    await banner.getByRole('button').click()
    await becomes('*[name == "Ferry company"]{_id}', [{_id: `drafts.${source}`}])
    await expect.poll(() => field(page, 'name').locator('input').inputValue()).toBe('Ferry company')
  })
})

it('had no request that the lake could not answer', () => {
  expect(complaints).toEqual([])
  for (const {missing, problems} of [journalist, editor]) {
    expect([...missing].filter((endpoint) => endpoint.includes('history'))).toEqual([])
    expect(problems).toEqual([])
  }
})
