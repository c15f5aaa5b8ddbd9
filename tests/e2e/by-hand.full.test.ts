// A journalist composes a piece by hand: writes it, makes quotes of its quotations and photos of its captions. The test counts
// presses, and holds what is stored against the drafts that intake makes of the same text.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {bodyText, create, field, openNewArticle} from '../support/studio.ts'

/** Of the pointer, and of keys that do what a press would: three for a quotation, two for a caption. */
const MOST_PRESSES = 26
const PATIENT = {timeout: 60_000, interval: 250}

const HEADLINE = 'Swimmers get their winter back'
const DEK = 'The lido stays open until February, because nobody asked whether it could.'
const TEXT = [
  'The water was 9 degrees on Tuesday, and forty people were in it.',
  'The lido at Fennick Head on Tuesday morning. (© Coast Pictures by Hana Okafor)',
  '“We had the keys and the kettle,” said Bram Tolliver, chair of the Fennick Swimmers’ Club. The council had meant to close the gates in October.',
  'The plan was simple. “Nobody told us that it could not be done,” Tolliver said, and filled the urn again.',
  '## What it costs',
  'The heating stays off. A report by the Harbour Trust called the running costs “lower than those of the car park.”',
  'The boiler house, which has been cold since 1998. (© Fennick Archive)',
  'Lena Marchetti, an engineer at the Institute of Coastal Works, has checked the pumps. “They are older than I am,” she said.',
  '## What comes next',
  'A petition with 4,000 names lies in the ticket booth. “I signed it twice,” said Odette Brandt, a nurse who swims before her shift.',
  'The gates open at six.',
]
/** Words of each quotation, in the order of the text. */
const QUOTATIONS = [
  'We had the keys and the kettle',
  'Nobody told us that it could not be done',
  'lower than those of the car park',
  'They are older than I am',
  'I signed it twice',
]
const CAPTIONS = ['The lido at Fennick Head', 'The boiler house']

let newsroom: Newsroom
let content: Content
let desk: Desk
let page: Page
let presses = 0
beforeAll(async () => {
  newsroom = await openNewsroom()
  content = openContent(newsroom)
  desk = await newsroom.signIn('Ingrid Vassall', {path: '/studio/structure'})
  ;({page} = desk)
})
afterAll(() => newsroom.close())

async function press(key: string): Promise<void> {
  presses += 1
  await page.keyboard.press(key)
}

/** Presses the middle of these words. */
async function pressWords(words: string): Promise<void> {
  const text = bodyText(page)
  await text.getByText(words).first().scrollIntoViewIfNeeded()
  const {x, y} = await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at + Math.floor(wanted.length / 2))
      range.setEnd(node, at + Math.floor(wanted.length / 2) + 1)
      const {left, top, width, height} = range.getBoundingClientRect()
      return {x: left + width / 2, y: top + height / 2}
    }
    throw new Error(`The text has no “${wanted}”.`)
  }, words)
  presses += 1
  await page.mouse.click(x, y)
}

interface Piece {
  id: string
  dek: string
  text: {line: string | null; photo: object | null; quotes: object[] | null}[]
}

/** The drafts with the headline, the oldest first: headline and dek, blocks with photos and quotes as readers see them. */
async function pieces(): Promise<Piece[]> {
  return await content.asEditor<Piece[]>(
    `*[_type == "article" && headline == "${HEADLINE}"] | order(_createdAt asc) {
      "id": _id, dek, "text": body[]{
        "line": coalesce(style, "") + " " + pt::text(@),
        "photo": ${documentOf('photo')}{caption, creditLine, creator, copyrightHolder},
        "quotes": markDefs[_type == "quotation"]{"quote": ${documentOf('quote')}{
          text, kind, "speakers": speakers[]{titleAtTime, affiliationAtTime, "name": ${documentOf('source')}.name}
        }}.quote
      }
    }`,
  )
}

/** The draft that a reference means, or else what is published. */
const documentOf = (reference: string): string =>
  `*[_id in [^.${reference}._ref, "drafts." + ^.${reference}._ref]] | order(_id desc)[0]`

it('is composed by hand with few presses', async () => {
  await openNewArticle(page)
  presses += 2
  presses += 1
  await field(page, 'headline').locator('textarea').click()
  await page.keyboard.insertText(HEADLINE)
  await press('Enter')
  await page.keyboard.insertText(DEK)
  await press('Enter')
  for (const [index, line] of TEXT.entries()) {
    // The next paragraph is typed, as its words are.
    if (index > 0) await page.keyboard.press('Enter')
    const [, mark = '', words = ''] = /^(## )?(.*)$/.exec(line) ?? []
    if (mark) await page.keyboard.type(mark)
    await page.keyboard.insertText(words)
  }
  for (const words of QUOTATIONS) {
    await pressWords(words)
    await press('Control+Alt+q')
    const dialog = page.getByTestId('quote-dialog')
    await dialog.getByLabel('Words', {exact: true}).waitFor()
    await press('Control+Enter')
    await dialog.waitFor({state: 'detached'})
  }
  for (const words of CAPTIONS) {
    await pressWords(words)
    await page.getByTestId('make-photo').waitFor()
    await press('Control+Alt+f')
    await bodyText(page).getByText(words).first().waitFor()
  }
  presses += 1
  await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()

  expect(presses).toBeLessThanOrEqual(MOST_PRESSES)
  await expect.poll(async () => (await pieces())[0]?.text.length, PATIENT).toBe(TEXT.length)
  expect(desk.problems).toEqual([])
})

it('is what intake makes of the same text', async () => {
  await create(page, 'article-from-text')
  const lines = TEXT.map((line) => line.replace('## ', ''))
  await page
    .getByTestId('intake-text')
    .fill([HEADLINE, DEK, 'By Ingrid Vassall', ...lines].join('\n\n'))
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('intake-result').waitFor(PATIENT)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('intake-open').waitFor(PATIENT)
  await expect.poll(async () => (await pieces()).length, PATIENT).toBe(2)
  const [written, read] = await pieces()
  expect(written?.dek).toBe(DEK)
  expect(written?.text).toEqual(read?.text)
  expect(written?.text.flatMap(({quotes}) => quotes ?? [])).toHaveLength(QUOTATIONS.length)
  expect(written?.text.flatMap(({photo}) => photo ?? [])).toHaveLength(CAPTIONS.length)
})
