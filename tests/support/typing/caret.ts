// The caret in the running text of the form: put behind a letter by the mouse, as a person does.
import type {Page} from 'playwright-core'
import {bodyText} from '../studio.ts'

/** A paragraph as the form shows it. */
export interface ShownBlock {
  key: string
  text: string
}

export interface Place {
  key: string
  /** How many characters are before it; 1 at least. */
  offset: number
}

const PATIENCE = 20

/** The paragraphs of the body, from top to bottom. */
export function shownBlocks(page: Page): Promise<ShownBlock[]> {
  return bodyText(page).evaluate((editor) =>
    [...editor.querySelectorAll('[data-pt-block="text"]')].map((block) => ({
      key: /_key=="([^"]+)"/.exec(block.getAttribute('data-pt-path') ?? '')?.[1] ?? '',
      text: [...block.querySelectorAll('[data-pt-text]')]
        .map(({textContent}) => textContent)
        .join(''),
    })),
  )
}

/**
 * Clicks behind a letter, and again where the text has moved away below the mouse meanwhile, because a
 * colleague writes above it.
 *
 * @param choose is asked before each click
 */
export async function placeCaret(
  page: Page,
  choose: (shown: ShownBlock[]) => Place,
): Promise<void> {
  const seen: unknown[] = []
  for (let attempts = 0; attempts < PATIENCE; attempts++) {
    const place = choose(await shownBlocks(page))
    const point = await pointBehind(page, place)
    if (!point) continue
    // As long as a finger takes: the editor looks for a moved caret ten times a second.
    await page.mouse.click(point.x, point.y, {delay: 150})
    const offset = await caretIn(page, place.key)
    if (offset === place.offset) return
    seen.push({place, offset})
  }
  throw new Error(`The caret does not go where it is put: ${JSON.stringify(seen)}`)
}

/** Where on the screen this place is; null where it is no more. */
function pointBehind(page: Page, place: Place): Promise<{x: number; y: number} | null> {
  return bodyText(page).evaluate((editor, {key, offset}) => {
    const block = editor.querySelector(
      `[data-pt-block="text"][data-pt-path="${CSS.escape(`[_key=="${key}"]`)}"]`,
    )
    let rest = offset
    for (const leaf of block?.querySelectorAll('[data-pt-text]') ?? []) {
      const text = leaf.firstChild
      const {length} = leaf.textContent
      if (!text || rest > length) {
        rest -= length
        continue
      }
      leaf.scrollIntoView({block: 'center'})
      const range = document.createRange()
      range.setStart(text, rest - 1)
      range.setEnd(text, rest)
      const {right, top, height} = range.getBoundingClientRect()
      return {x: right, y: top + height / 2}
    }
    return null
  }, place)
}

/** After how many characters of this paragraph the caret is; null if it is elsewhere. */
function caretIn(page: Page, key: string): Promise<number | null> {
  return bodyText(page).evaluate((editor, key) => {
    const block = editor.querySelector(
      `[data-pt-block="text"][data-pt-path="${CSS.escape(`[_key=="${key}"]`)}"]`,
    )
    const selection = document.getSelection()
    if (!selection?.isCollapsed) return null
    let before = 0
    for (const leaf of block?.querySelectorAll('[data-pt-text]') ?? []) {
      if (leaf.contains(selection.focusNode)) return before + selection.focusOffset
      before += leaf.textContent.length
    }
    return null
  }, key)
}
