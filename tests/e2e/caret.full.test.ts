// Text goes to the place of the click. Nothing else that happens meanwhile moves the caret.
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {newsroomClient} from '../support/newsroom-client.ts'
import {bodyText, field, openDocument} from '../support/studio.ts'
import {paragraph} from '../support/typing/program.ts'

const ARTICLE = 'article-tide-barrier'
const DRAFT = `drafts.${ARTICLE}`

let newsroom: Newsroom
let desk: Desk
let colleague: SanityClient
beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = await newsroom.signIn('Hester Brandwick')
  colleague = newsroomClient(newsroom.origin, newsroom.tokens.editor)
})
afterAll(() => newsroom.close())

/** A colleague writes at the beginning of the text. */
async function colleagueWrites(words: string): Promise<void> {
  const published = await colleague.getDocument(ARTICLE)
  if (!published) throw new Error('The article is gone.')
  await colleague
    .transaction()
    .createIfNotExists({...published, _id: DRAFT})
    .patch(DRAFT, (patch) => patch.insert('before', 'body[0]', [paragraph(words, words)]))
    .commit()
}

// A busy computer: the browser knows the place of the click, but the editor has not read it when it
// renders a colleague's text.
it('a click counts even if the editor renders before it has read the click', async () => {
  const {page, problems} = desk
  await page.addInitScript(() => {
    const busy = {isBusy: false}
    Object.assign(window, {busy})
    addEventListener(
      'selectionchange',
      (event) => {
        if (busy.isBusy) event.stopImmediatePropagation()
      },
      {capture: true},
    )
  })
  const isBusy = (is: boolean): Promise<void> =>
    page.evaluate((set) => {
      Object.assign((window as unknown as {busy: object}).busy, {isBusy: set})
    }, is)
  await openDocument(page, newsroom.origin, ARTICLE, 'article')
  const paragraphs = bodyText(page).locator('[data-pt-block="text"]')
  const at = async (place: number): Promise<string> => paragraphs.nth(place).innerText()
  await paragraphs.first().waitFor()
  await field(page, 'body').scrollIntoViewIfNeeded()

  // First without a caret anywhere, then with one in the paragraph of the click before.
  for (const [place, news, words] of [
    [1, 'Early news', 'Here. '],
    [3, 'Late news', 'And there. '],
  ] as const) {
    const before = await at(place)
    await isBusy(true)
    await paragraphs.nth(place).click({delay: 150})
    await colleagueWrites(news)
    await bodyText(page).getByText(news).waitFor()
    await isBusy(false)
    await page.keyboard.type(words)
    await bodyText(page).getByText(words).waitFor()
    // One further down than before, below the colleague's.
    const after = await at(place + 1)
    expect(after).toContain(words)
    expect(after.replace(words, '')).toBe(before)
  }
  expect(problems).toEqual([])
})
