// Somebody writes in an article while the connection to the server is lost, and afterwards.
import {setTimeout as sleep} from 'node:timers/promises'
import type {BrowserContext, Page} from 'playwright-core'
import {expect} from 'vitest'
import type {Content} from './content.ts'
import type {Newsroom} from './newsroom.ts'
import {bodyText, field, lastPane, openDocument, openNewArticle} from './studio.ts'
import {placeCaret} from './typing/caret.ts'

export interface Course {
  /** The id of an article; without one a new article is written. */
  article?: string
  place: 'headline' | 'body'
  /** Whether *Review* is open beside the form. */
  review: boolean
  draw: () => number
  /** Between two characters, on average. Milliseconds; none by default. */
  pauseMs?: number
}

export interface Writing {
  page: Page
  /** Types until the function that it answers is called. */
  begin(): () => Promise<void>
  /** Resolves when the field has shown so many characters, one after the other. */
  typed(letters: number): Promise<void>
  /** Holds the page to what it has shown; resolves once all of it is stored. */
  holdKept(): Promise<void>
}

/** What was typed in a minute is many small edits, sent one after the other: slowly where twenty studios share a machine. */
const SOON = {timeout: 600_000, interval: 250}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Opens *Review* beside the form, or leaves it closed (studio/data/review-beside.ts). */
const REVIEW = 'copydesk.review'

/** What `watch` puts into the page. */
interface Watching {
  watched: {pane: Element; shown: Set<string>}
  shows: () => string
}

/**
 * Takes these browsers offline for some time. The network process of this Chromium sometimes crashes when
 * it comes back, and starts again without the cookies of a private context. A real outage keeps cookies,
 * so they are restored.
 */
export async function withoutLine(contexts: BrowserContext[], during: () => Promise<void>) {
  const cookies = await Promise.all(contexts.map((context) => context.cookies()))
  const putBack = async (): Promise<void> => {
    for (const [index, context] of contexts.entries()) {
      if ((await context.cookies()).length === 0) await context.addCookies(cookies[index] ?? [])
    }
  }
  for (const context of contexts) await context.setOffline(true)
  await during()
  await putBack()
  for (const context of contexts) await context.setOffline(false)
  for (let looks = 0; looks < 10; looks++) {
    await putBack()
    await sleep(200)
  }
}

/** Opens the article's form in a page of its own. `mark` is unique: a new article is found by it. */
export async function sitDown(
  {newsroom, content, context}: {newsroom: Newsroom; content: Content; context: BrowserContext},
  course: Course,
  mark: string,
): Promise<Writing> {
  const page = await context.newPage()
  await page.addInitScript(([key, choice]) => localStorage.setItem(key, choice), [
    REVIEW,
    course.review ? 'open' : 'closed',
  ] as const)
  let loads = 0
  page.on('domcontentloaded', () => loads++)
  if (course.article) await openDocument(page, newsroom.origin, course.article, 'article')
  else {
    await page.goto(`${newsroom.origin}/studio/structure`)
    await openNewArticle(page)
  }
  const headline = field(page, 'headline').locator('textarea:not([readonly])')
  await headline.waitFor()
  if (!course.article) await headline.pressSequentially(`${mark} `)
  // Beside a new article once that is saved.
  if (course.review) await page.getByTestId('review-inspector').waitFor()
  await goTo(page, course)
  const before = {loads, url: page.url()}
  await page.evaluate(watch, course.place)

  const filter = course.article ? `_id == "drafts.${course.article}"` : `headline match "${mark}"`
  const stored = async (): Promise<string> => {
    const draft = await content.asEditor<Draft | null>(
      `*[_type == "article" && ${filter} && _id in path("drafts.**")][0]`,
    )
    return course.place === 'headline' ? (draft?.headline ?? '') : textOf(draft)
  }
  return {
    page,
    begin: () => begin(page, course),
    async typed(letters) {
      await page.waitForFunction(
        (count) => (window as unknown as Watching).watched.shown.size > count,
        letters,
        {timeout: 300_000},
      )
    },
    async holdKept() {
      const {shown, isSame} = await page.evaluate(() => {
        const {watched} = window as unknown as Partial<Watching>
        return {shown: [...(watched?.shown ?? [])], isSame: watched?.pane.isConnected ?? false}
      })
      expect(loads, 'the page was loaded once').toBe(before.loads)
      expect(isSame, 'the form is the same').toBe(true)
      expect(withoutState(page.url())).toBe(withoutState(before.url))
      expect(shown.length).toBeGreaterThan(1)
      const longest = shown.reduce((a, b) => (b.length > a.length ? b : a))
      await expect.poll(async () => isWithin(longest, await stored()), SOON).toBe(true)
      const final = await stored()
      expect(shown.filter((text) => !isWithin(text, final))).toEqual([])
      // One can go on.
      await page.getByTestId('connection-lost').waitFor({state: 'detached'})
      await goTo(page, course)
      await page.keyboard.type('AGAIN')
      const shows = (): Promise<string> =>
        page.evaluate(() => (window as unknown as Watching).shows())
      await expect.poll(shows, SOON).toContain('AGAIN')
      await expect.poll(stored, SOON).toContain('AGAIN')
    },
  }
}

interface Draft {
  headline?: string
  body?: {children?: {text?: string}[]}[]
}

const textOf = (draft: Draft | null): string =>
  (draft?.body ?? []).flatMap(({children = []}) => children.map(({text = ''}) => text)).join('')

/** A new article's address changes when it is first saved. */
const withoutState = (url: string): string => decodeURIComponent(url).split(/[?,]/)[0] ?? ''

/** Puts the caret at the end of the headline, or of the last paragraph. */
async function goTo(page: Page, {place, article}: Course): Promise<void> {
  if (place === 'headline') {
    await field(page, 'headline').locator('textarea:not([readonly])').focus()
    await page.keyboard.press('ControlOrMeta+End')
  } else if (article) {
    await lastPane(page).locator('[data-testid="field-body"] [contenteditable="true"]').waitFor()
    await placeCaret(page, (blocks) => {
      const {key, text} = blocks.findLast((block) => block.text !== '') ?? {key: '', text: ''}
      return {key, offset: text.length}
    })
  } else {
    await bodyText(page).click()
    await page.keyboard.press('ControlOrMeta+End')
  }
}

function begin(page: Page, {draw, pauseMs = 0}: Course): () => Promise<void> {
  const stopping = new AbortController()
  const typing = (async () => {
    while (!stopping.signal.aborted) {
      const letter = draw() < 0.15 ? ' ' : LETTERS[Math.floor(draw() * LETTERS.length)]
      await page.keyboard.type(letter ?? '', {delay: 20 + draw() * 120})
      await sleep(pauseMs * 2 * draw())
    }
  })()
  return async () => {
    stopping.abort()
    await typing
  }
}

/** Runs in the page: notes every text that the field shows. Must refer to nothing outside of itself. */
function watch(place: string): void {
  const root = document.querySelector(`[data-testid="field-${place}"]`)
  const pane = root?.closest('[data-testid="document-pane"]')
  if (!root || !pane) throw new Error('There is no form.')
  const shown = new Set<string>()
  Object.assign(window, {
    watched: {pane, shown},
    shows: (): string => {
      const input = root.querySelector('textarea')
      const texts = [...root.querySelectorAll('[data-pt-text]')].map(({textContent}) => textContent)
      // The editor of running text keeps a place for the caret by a character of no width.
      return (place === 'headline' ? (input?.value ?? '') : texts.join('')).replaceAll(
        '\u{FEFF}',
        '',
      )
    },
  })
  const look = (): void => void shown.add((window as unknown as Watching).shows())
  look()
  root.addEventListener('input', look)
  setInterval(look, 50)
}

/** Whether all characters are there, in their order. */
export function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
