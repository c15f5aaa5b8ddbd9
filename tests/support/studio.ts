// What people do in the studio, by the words and marks that they see.
import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'

/** A field of the open form by its path, e.g. `headline`. */
export function field(page: Page, path: string): Locator {
  return page.locator(`[data-testid="field-${path}"]`)
}

/** Creates a document of a type by the studio's own Create button. */
export async function create(page: Page, type: string): Promise<void> {
  await page.getByRole('button', {name: 'Create new document'}).click()
  await page.getByTestId(`create-new-${type}`).click()
}

/** Resolves once the new article's form takes words. */
export async function openNewArticle(page: Page): Promise<void> {
  await create(page, 'article')
  await field(page, 'headline').locator('textarea:not([readonly])').waitFor()
}

/** Goes to an address of the studio as the studio's own links do. It is loaded only where it is not there yet. */
export async function visit(page: Page, url: string): Promise<void> {
  if (!page.url().startsWith(`${new URL(url).origin}/studio`)) return void (await page.goto(url))
  await page.evaluate((to) => {
    const {idx = 0} = (history.state ?? {}) as {idx?: number}
    history.pushState({idx: idx + 1, key: to, usr: null}, '', to)
    dispatchEvent(new PopStateEvent('popstate', {state: history.state}))
  }, url)
}

/** Whether the browser has kept a whole build of the studio. */
export const hasFiles = (page: Page) =>
  page.evaluate(async () => {
    const kept = (await caches.keys()).map(async (name) =>
      (await caches.open(name)).match('/studio'),
    )
    return (await Promise.all(kept)).some(Boolean)
  })

/** Goes to the studio's lists, so that no document is open any more. */
export async function closeDocuments(page: Page, origin: string): Promise<void> {
  await visit(page, `${origin}/studio/structure`)
  await page.getByTestId('structure-tool-list-pane').first().waitFor()
  await page.getByTestId('document-pane').first().waitFor({state: 'detached'})
}

/** Opens a document by its address; of others, none stays open. */
export async function openDocument(page: Page, origin: string, id: string, type: string) {
  const openPanes = page.getByTestId('document-pane')
  if ((await openPanes.count()) > 0) await closeDocuments(page, origin)
  await visit(page, `${origin}/studio/intent/edit/id=${id};type=${type}/`)
  await openPanes.first().waitFor()
}

/** The form that was opened last, to the right. */
export function lastPane(page: Page): Locator {
  return page.getByTestId('document-pane').last()
}

/** The dialog on top. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog').last()
}

/** Chooses the first document that a reference field finds for these words. */
export async function choose(page: Page, input: Locator, words: string): Promise<void> {
  await input.scrollIntoViewIfNeeded()
  await input.pressSequentially(words)
  const option = page.locator('[role="listbox"] [role="option"] button').first()
  await option.scrollIntoViewIfNeeded()
  await option.click()
}

/**
 * Closes the dialog on top. Others may come and go meanwhile, and it may be drawn again under the pointer, so that
 * a press is lost.
 */
export async function closeDialog(page: Page): Promise<void> {
  let name = ''
  // The dialog opens a moment before its heading is drawn.
  const findName = async () => (name = await dialog(page).evaluate(labelOf))
  await expect.poll(findName).not.toBe('')
  const isClosed = async () => {
    const open = await page.getByRole('dialog').all()
    const labels = await Promise.all(open.map((one) => one.evaluate(labelOf, undefined, SOON)))
    const meant = open[labels.indexOf(name)]
    await meant?.getByRole('button', {name: 'Close dialog'}).click(SOON)
    return meant === undefined
  }
  // An element that is drawn again meanwhile fails, and is looked for again.
  await expect.poll(() => isClosed().catch(() => false)).toBe(true)
}

/** An element that is drawn again takes no click: so long one waits for it. */
const SOON = {timeout: 2000}

const labelOf = (element: Element): string =>
  document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''

/** The editable text of the article's body. */
export function bodyText(page: Page): Locator {
  return field(page, 'body').locator('[contenteditable="true"]').first()
}

/** Opens the field for a comment on a field of the form, and resolves once it takes words. */
export async function beginComment(page: Page, path: string): Promise<void> {
  await field(page, path).hover()
  await field(page, path).getByRole('button', {name: 'Add comment'}).click()
  await commentTakesWords(page)
}

/** Resolves once the keyboard is in the field for a comment. */
export async function commentTakesWords(page: Page): Promise<void> {
  await page.locator('[data-testid="comment-input-editable"]:focus').waitFor()
}

/** Actions that the button below the form can hold. Others are only in its menu. */
const NEXT = ['Submit', 'Approve', 'Publish', 'Unschedule', 'Unspike']

/** Opens an act's dialog on the last pane: by the button below the form, or by its menu. */
export async function openAction(page: Page, label: string): Promise<Locator> {
  const footer = page.getByTestId('pane-footer').last()
  const button = footer.getByRole('button', {name: label, exact: true, disabled: false})
  // Which of the two it is depends on the state of the piece, which the studio loads.
  const isNext =
    NEXT.includes(label) &&
    (await button.waitFor({timeout: 3_000}).then(
      () => true,
      () => false,
    ))
  if (isNext) {
    await button.click()
  } else {
    await footer.getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: label, exact: true}).click()
  }
  const opened = dialog(page)
  await opened.getByRole('button', {name: label, exact: true}).waitFor()
  return opened
}

/** Performs an act as a person does: opens its dialog, says what it asks for, and confirms. */
export async function performEditorialAction(
  page: Page,
  label: string,
  say?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const opened = await openAction(page, label)
  await say?.(opened)
  const confirm = opened.getByRole('button', {name: label, exact: true})
  // A press while the form says that it is still saving or checking does nothing: a person presses again.
  for (let presses = 1; ; presses++) {
    const done = await confirm
      .click({timeout: 10_000})
      .then(() => opened.waitFor({state: 'detached', timeout: 5_000}))
      .then(
        () => true,
        async () => (await opened.count()) === 0,
      )
    if (done) return
    if (presses < 4) continue
    const [text, button] = [await opened.innerText(), await confirm.getAttribute('data-disabled')]
    throw new Error(`“${label}” stays open (disabled: ${button ?? 'no'}): ${text}`)
  }
}

/** The tool *On the page* takes clicks on the page: what is clicked before is clicked in vain. */
export async function takesClicks(page: Page): Promise<void> {
  await page
    .frameLocator('iframe')
    .locator('sanity-visual-editing [data-ui="Card"]')
    .first()
    .waitFor({state: 'attached'})
  await knowEachOther(page)
}

/** Page and studio talk: the tool's switch is closed until then. */
export async function knowEachOther(page: Page): Promise<void> {
  await page.locator('label:has-text("Click to edit") input:enabled').waitFor({state: 'attached'})
}

/**
 * Clicks on words of the page as a person does: goes there, sees the outline around them, and clicks. The page may be drawn
 * again just then: a person to whom nothing happens clicks again.
 *
 * @param hasOpened whether the click has done what it should
 */
export async function clickToEdit(
  page: Page,
  what: string,
  hasOpened: () => Promise<boolean> | boolean,
): Promise<void> {
  const words = page.frameLocator('iframe').locator(what).first()
  await untilDone(async () => {
    await takesClicks(page)
    await words.scrollIntoViewIfNeeded()
    await outlined(page, words)
    await words.click()
  }, hasOpened)
}

/** Does something up to three times, until it had its effect. */
export async function untilDone(
  work: () => Promise<void>,
  isDone: () => Promise<boolean> | boolean,
): Promise<void> {
  const wait = {timeout: 10_000, interval: 100}
  for (const isLast of [false, false, true]) {
    await work()
    const done = await expect
      .poll(isDone, wait)
      .toBe(true)
      .then(
        () => true,
        (error: unknown) => {
          if (isLast) throw error
          return false
        },
      )
    if (done) return
  }
}

/** Resolves once the outline is around the words. */
async function outlined(page: Page, words: Locator): Promise<void> {
  const outline = page.frameLocator('iframe').locator('sanity-visual-editing [data-hovered]').last()
  await expect
    .poll(
      async () => {
        // A pointer that does not move sends no event to an element that appears below it.
        await page.mouse.move(0, 0)
        await words.hover()
        const around = await outline.boundingBox({timeout: 2_000}).catch(() => null)
        const it = await words.boundingBox()
        if (!around || !it) return false
        const [x, y] = [it.x + it.width / 2, it.y + it.height / 2]
        const {x: left, y: top, width, height} = around
        return x >= left && x <= left + width && y >= top && y <= top + height
      },
      {timeout: 30_000, interval: 100, message: 'an outline around the words'},
    )
    .toBe(true)
}
