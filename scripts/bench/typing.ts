// `typing`: a key in a text of 300 paragraphs, until the window has drawn it. Beside it a window whose browser has no
// store, so that nothing is kept there.
import type {Browser, Page} from 'playwright-core'
import {DATASET} from '../../server/newsroom-lake.ts'
import {launchBrowser} from '../browser.ts'
import {paragraph} from './articles.ts'
import {withNewsroom, type BenchNewsroom} from './bench-newsroom.ts'
import {median, quantile, type Bench} from './row.ts'

const ARTICLE = 'bench-typing'
const PARAGRAPHS = 300
const TEXT =
  'The ferry left at dawn, and nobody who stood on the quay knew when it would be back. '.repeat(4)
/** In turns, so that what else the machine does meets both. */
const ROUNDS = 6
const WARM_UP = 20
const KEYS = 60

export const typing: Bench = (say) =>
  withNewsroom([], async (newsroom) => {
    await writeArticle(newsroom)
    const browser = await launchBrowser()
    try {
      const kept = await openArticle(browser, newsroom)
      const plain = await openArticle(browser, newsroom, withoutStore)
      const [ours, theirs]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        say('Typing', round, ROUNDS)
        ours.push(...(await typeIn(kept)))
        theirs.push(...(await typeIn(plain)))
      }
      const what = `a key in ${PARAGRAPHS} paragraphs, until it is drawn`
      const reference = 'without a store in the browser'
      const [late, theirLate] = [quantile(ours, 0.95), quantile(theirs, 0.95)]
      return [
        {what: `${what}, median`, reference, ours: median(ours), theirs: median(theirs)},
        {what: `${what}, 95th of 100`, reference, ours: late, theirs: theirLate},
      ]
    } finally {
      await browser.close()
    }
  })

async function writeArticle({origin, token}: BenchNewsroom): Promise<void> {
  const body = Array.from({length: PARAGRAPHS}, (_, n) => paragraph(`p${n}`, TEXT))
  const draft = {_id: `drafts.${ARTICLE}`, _type: 'article', headline: 'A long one', body}
  const response = await fetch(`${origin}/v2025-02-19/data/mutate/${DATASET}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    body: JSON.stringify({mutations: [{createOrReplace: draft}]}),
  })
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
}

/** The article in a window of its own, with the caret at the end of its first paragraph. */
async function openArticle(
  browser: Browser,
  {origin, session = ''}: BenchNewsroom,
  prepare?: () => void,
): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  await context.addCookies([{name: 'copydesk_session', value: session, url: origin}])
  if (prepare) await context.addInitScript(prepare)
  const page = await context.newPage()
  await page.goto(`${origin}/studio/intent/edit/id=${ARTICLE};type=article/`)
  const editor = page.locator('[data-testid="field-body"] [contenteditable="true"]').first()
  await editor.waitFor({timeout: 120_000})
  await editor.locator('[data-pt-block="text"]').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type('x'.repeat(WARM_UP))
  return page
}

function withoutStore(): void {
  Object.defineProperty(window, 'indexedDB', {value: undefined})
}

/** Milliseconds of each key. */
async function typeIn(page: Page): Promise<number[]> {
  await page.bringToFront()
  const took: number[] = []
  for (let n = 0; n < KEYS; n++) {
    await page.evaluate(watchKey)
    await page.keyboard.press('e')
    took.push(await page.evaluate(() => (window as unknown as {drawn: Promise<number>}).drawn))
  }
  return took
}

/** Runs in the page. */
function watchKey(): void {
  const drawn = new Promise<number>((resolve) => {
    document.addEventListener(
      'keydown',
      () => {
        const begun = performance.now()
        // The frame after the one that React has written.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)))
      },
      {capture: true, once: true},
    )
  })
  Object.assign(window, {drawn})
}
