// A series in the studio: an editor rewords and publishes it, and the ledger beside the form says so. A
// journalist sees the same and changes nothing.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {field, openDocument} from '../support/studio.ts'

const ID = 'series-slow-water'

let newsroom: Newsroom
let editor: Desk
let journalist: Desk
beforeAll(async () => {
  newsroom = await openNewsroom()
  // Others share the newsroom: this series is of this file only.
  const slug = {_type: 'slug', current: 'slow-water'}
  const parts = [{_key: 'a', _type: 'reference', _ref: 'article-lower-field', _weak: true}]
  const create = {_id: ID, _type: 'series', title: 'Slow water', slug, parts}
  const response = await fetch(`${newsroom.origin}/v2025-02-19/data/mutate/production`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${newsroom.tokens.editor}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({mutations: [{create}]}),
  })
  expect(response.status).toBe(200)
  ;[editor, journalist] = await Promise.all([
    newsroom.signIn('Hester Brandwick', {path: '/studio'}),
    newsroom.signIn('Ingrid Vassall', {path: '/studio'}),
  ])
})
afterAll(() => newsroom.close())

const query = <T>(groq: string): Promise<T> =>
  queryRaw({origin: newsroom.origin, token: newsroom.tokens.editor}, groq)
const becomes = (groq: string, expected: unknown): Promise<void> =>
  expect.poll(() => query(groq)).toEqual(expected)
const openLedger = async ({page}: Desk): Promise<void> => {
  await page.goto(`${newsroom.origin}/studio/intent/edit/id=${ID};type=series;inspect=ledger/`)
  await page.getByTestId('ledger').locator('li').first().waitFor()
}

it('an editor publishes new words, and the ledger names them and the editor', async () => {
  const {page} = editor
  await openDocument(page, newsroom.origin, ID, 'series')
  const title = field(page, 'title').locator('input:not([readonly])')
  await title.fill('Deep water')
  await becomes(`*[_id == "drafts.${ID}"][0].title`, 'Deep water')
  await page.getByTestId('action-publish').click()
  await becomes(`*[_id == "${ID}"][0].title`, 'Deep water')
  await openLedger(editor)
  const [newest] = await page.getByTestId('ledger').locator('li').allInnerTexts()
  expect(newest).toContain('Hester Brandwick changed it')
  expect(newest).toContain('Changed the title from “Slow water” to “Deep water”.')
  expect(await (await fetch(`${newsroom.origin}/series/slow-water`)).text()).toContain('Deep water')
})

it('a journalist reads the series and its ledger, and cannot write the series', async () => {
  await openLedger(journalist)
  const {page} = journalist
  expect(await page.getByTestId('ledger').innerText()).toContain('to “Deep water”.')
  const title = field(page, 'title').locator('input')
  await title.waitFor()
  expect(await title.inputValue()).toBe('Deep water')
  expect(await title.evaluate((input: HTMLInputElement) => input.readOnly || input.disabled)).toBe(
    true,
  )
})
