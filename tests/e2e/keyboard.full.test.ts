// Where the keyboard focus is after a program has moved it. With the studio's own form:
// `comments.full.test.ts`.
import {readFileSync} from 'node:fs'
import {stripTypeScriptTypes} from 'node:module'
import type {Browser, Page} from 'playwright-core'
import {afterEach, beforeAll, beforeEach, expect, it} from 'vitest'
import {sharedBrowser} from '../support/newsroom.ts'

const SOURCE = new URL('../../studio/plugins/frame/keep-keyboard.ts', import.meta.url)

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterEach(() => page.close())
beforeEach(async () => {
  page = await browser.newPage()
  await page.setContent(`
    <form data-testid="form-view"><button type="button" id="first">Groups</button><input id="second"></form>
    <textarea id="note"></textarea>
    <div contenteditable="true" id="comment"></div>
    <button id="elsewhere">Elsewhere</button>`)
  const script = stripTypeScriptTypes(readFileSync(SOURCE, 'utf8'))
  await page.addScriptTag({type: 'module', content: `${script}\nkeepKeyboard(window)`})
})

const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)

/** Like the studio's form when it is ready. Returns the focused elements in order. */
const take = (): Promise<string[]> =>
  page.evaluate(async () => {
    const went: string[] = []
    document.addEventListener('focusin', ({target}) => went.push((target as Element).id))
    for (const element of document.querySelectorAll<HTMLElement>('form *')) {
      element.focus()
      if (document.activeElement === element) break
    }
    await Promise.resolve()
    return went
  })

for (const place of ['note', 'comment']) {
  it(`returns to the place of writing (${place})`, async () => {
    await page.click(`#${place}`)
    await page.keyboard.type('Is it ')
    // The form's other fields get no event.
    expect(await take()).toEqual(['first', place])
    await page.keyboard.type('so?')
    expect(
      await page.evaluate((id) => {
        const element = document.getElementById(id)
        return element instanceof HTMLTextAreaElement ? element.value : element?.textContent
      }, place),
    ).toBe('Is it so?')
    await take()
    expect(await focused()).toBe(place)
  })
}

it('returns to a place that was just focused, before the first character', async () => {
  await page.click('#elsewhere')
  await page.evaluate(() => document.getElementById('comment')?.focus())
  await take()
  expect(await focused()).toBe('comment')
})

it('moves if a person asks for it: by the mouse, by a key', async () => {
  await page.click('#note')
  await page.keyboard.type('Done.')
  await page.click('#second')
  expect(await focused()).toBe('second')
  await page.click('#note')
  await page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe('second')
  await page.click('#note')
  await page.keyboard.type('x')
  await page.keyboard.press('Enter')
  await page.evaluate(() => document.getElementById('note')?.blur())
  await take()
  expect(await focused()).toBe('first')
})

it('stays with the form from a button, and at the second attempt to go there', async () => {
  await page.click('#elsewhere')
  await take()
  expect(await focused()).toBe('first')
  await page.click('#note')
  await page.keyboard.type('x')
  await take()
  await take()
  expect(await focused()).toBe('first')
})

it('moves within the form as the form wants', async () => {
  await page.click('#second')
  await page.keyboard.type('x')
  await take()
  expect(await focused()).toBe('first')
})
