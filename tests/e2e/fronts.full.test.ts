// Editors arrange the front page: two at once, by the keyboard, and by touch on a phone.
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'

const PATIENT = {timeout: 20_000, interval: 100}

let newsroom: Newsroom
let hester: Page
let samuel: Page
beforeAll(async () => {
  newsroom = await startNewsroom()
  const path = '/studio/fronts'
  ;({page: hester} = await newsroom.signIn('Hester Brandwick', {path}))
  await hester.getByRole('button', {name: 'Arrange this front'}).click()
  await hester.getByRole('region', {name: /^container 1/}).waitFor()
  ;({page: samuel} = await newsroom.signIn('Samuel Okonjo-Reeve', {path}))
  await samuel.getByRole('region', {name: /^container 1/}).waitFor()
})
afterAll(() => newsroom.close())

const look = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['LOOK']
  if (folder) await page.screenshot({path: `${folder}/${name}.png`})
}

const first = (page: Page) => page.getByRole('region', {name: /^container 1/})
const headlinesOf = (cards: Locator): Promise<string[]> =>
  cards.evaluateAll((all) =>
    all.map(
      (card) =>
        card.getAttribute('aria-label')?.replace(/\. (Placed by hand|By rule)\.$/, '') ?? '',
    ),
  )
const headlines = (page: Page): Promise<string[]> => headlinesOf(first(page).getByRole('listitem'))
const placedHeadlines = (page: Page): Promise<string[]> => headlinesOf(placed(page))
const placed = (page: Page) => first(page).getByRole('listitem', {name: /Placed by hand\.$/})
const said = (page: Page) => page.getByRole('status').filter({hasText: /./})

/** The stories of the first container as the draft or as readers get them. */
async function site(path: string, page: Page): Promise<string> {
  return await page.evaluate(async (to) => (await fetch(to)).text(), path)
}

describe('The front page', () => {
  it('keeps a story where it is that one editor pins, and the other sees it', async () => {
    const [lead = ''] = await headlines(hester)
    await look(hester, 'fronts-1')
    await first(hester)
      .getByRole('button', {name: `Pin: ${lead}`})
      .click()
    await expect.poll(() => placed(samuel).count(), PATIENT).toBe(1)
    expect((await headlines(samuel))[0]).toBe(lead)
    await expect
      .poll(() => hester.getByText('Also here: Samuel Okonjo-Reeve').count(), PATIENT)
      .toBe(1)
  })

  it('takes stories from both at the same time, and loses none', async () => {
    const add = (page: Page, nth: number) =>
      page
        .getByRole('region', {name: 'Find a story'})
        .getByRole('button', {name: /^Add /})
        .and(page.locator(':enabled'))
        .nth(nth)
        .click()
    await Promise.all([add(hester, 3), add(samuel, 5)])
    await expect.poll(() => placed(hester).count(), PATIENT).toBe(3)
    await expect.poll(() => headlines(samuel), PATIENT).toEqual(await headlines(hester))
    await look(hester, 'fronts-2')
  })

  it('is arranged by the keyboard, and each move is read aloud', async () => {
    const [top = '', second = ''] = await headlines(hester)
    await placed(hester).nth(1).focus()
    await hester.keyboard.press('Alt+ArrowUp')
    await expect
      .poll(async () => (await headlines(hester)).slice(0, 2), PATIENT)
      .toEqual([second, top])
    expect(await said(hester).innerText()).toBe(`“${second}” moved up.`)
    const focused = hester.locator('[data-story]:focus')
    await expect.poll(() => focused.getAttribute('aria-label'), PATIENT).toContain(second)
    await hester.keyboard.press('Control+z')
    await expect
      .poll(async () => (await headlines(hester)).slice(0, 2), PATIENT)
      .toEqual([top, second])
    await placed(hester).nth(2).focus()
    await hester.keyboard.press('Delete')
    await expect.poll(() => placed(hester).count(), PATIENT).toBe(2)
    await hester.keyboard.press('Control+z')
    await expect.poll(() => placed(hester).count(), PATIENT).toBe(3)
  })

  it('takes back only one’s own last step', async () => {
    const before = await placedHeadlines(samuel)
    await placed(samuel).nth(0).getByRole('button', {name: /^Down/}).click()
    await expect.poll(() => placedHeadlines(hester), PATIENT).not.toEqual(before)
    await hester.getByRole('button', {name: 'Undo'}).click()
    // What she did last was to add a story; Samuel’s move stays.
    await expect.poll(() => placed(hester).count(), PATIENT).toBe(before.length - 1)
    const left = await placedHeadlines(hester)
    await expect.poll(() => placedHeadlines(samuel), PATIENT).toEqual(left)
    await samuel.getByRole('button', {name: 'Undo'}).click()
    const expected = before.filter((headline) => left.includes(headline))
    await expect.poll(() => placedHeadlines(samuel), PATIENT).toEqual(expected)
    await expect.poll(() => placedHeadlines(hester), PATIENT).toEqual(expected)
  })

  it('says a story in other words, and says before the publication what changes', async () => {
    const [top = ''] = await headlines(hester)
    await placed(hester)
      .nth(0)
      .getByRole('button', {name: /^Words/})
      .click()
    const dialog = hester.getByRole('dialog')
    await dialog.getByLabel('Headline').fill('The gates, in other words')
    await look(hester, 'fronts-3')
    await dialog.getByRole('button', {name: 'Store'}).click()
    await expect
      .poll(async () => (await headlines(hester))[0], PATIENT)
      .toBe('The gates, in other words')
    await hester.getByRole('button', {name: /^What changes/}).click()
    const changes = hester.getByRole('region', {name: 'What changes'})
    await expect.poll(() => changes.innerText(), PATIENT).toContain('The gates, in other words')
    expect(await changes.innerText()).toContain(top.slice(0, 20))
    await look(hester, 'fronts-4')
    await hester.getByRole('button', {name: 'Publish now'}).click()
    await expect.poll(() => hester.getByText('As readers see it').count(), PATIENT).toBe(1)
    await expect
      .poll(() => hester.getByRole('region', {name: 'History'}).innerText(), PATIENT)
      .toContain('Hester Brandwick')
    await expect.poll(() => site('/', hester), PATIENT).toContain('The gates, in other words')
  })

  it('warns of a front that was published meanwhile', async () => {
    await placed(samuel).nth(0).getByRole('button', {name: /^Down/}).click()
    await expect
      .poll(() => samuel.getByText('Changes that readers do not see yet').count(), PATIENT)
      .toBe(1)
    const {origin, tokens} = newsroom
    const answer = await fetch(`${origin}/v2025-02-19/data/mutate/production`, {
      method: 'POST',
      headers: {authorization: `Bearer ${tokens.editor}`, 'content-type': 'application/json'},
      body: JSON.stringify({
        mutations: [{patch: {id: 'front-home', set: {'containers[0].title': 'Now'}}}],
      }),
    })
    expect(await answer.text()).not.toContain('error')
    await samuel.getByRole('button', {name: /^What changes/}).click()
    await expect
      .poll(() => samuel.getByRole('dialog').getByRole('alert').innerText(), PATIENT)
      .toContain('This front was changed after you began')
    await samuel.getByRole('dialog').getByRole('button', {name: 'Cancel'}).click()
  })
})

describe('By keyboard only', () => {
  /** Tab, as often as it takes. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    for (let presses = 0; presses < 150; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${target}.`)
  }

  it('moves and rewords a story, and publishes the front', async () => {
    const page = samuel
    await page.reload()
    const story = placed(page).first()
    await story.waitFor()
    const [top = '', second = ''] = await placedHeadlines(page)
    await tabTo(page, story)
    await page.keyboard.press('Alt+ArrowDown')
    await expect
      .poll(async () => (await placedHeadlines(page)).slice(0, 2), PATIENT)
      .toEqual([second, top])
    const moved = placed(page).nth(1)
    await expect
      .poll(() => moved.evaluate((element) => element === document.activeElement), PATIENT)
      .toBe(true)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await tabTo(page, dialog.getByLabel('Kicker'))
    await page.keyboard.type('By keyboard')
    await tabTo(page, dialog.getByRole('button', {name: 'Store'}))
    await page.keyboard.press('Enter')
    await dialog.waitFor({state: 'detached'})
    await expect.poll(() => moved.innerText(), PATIENT).toContain('By keyboard')
    expect(await moved.evaluate((element) => element === document.activeElement)).toBe(true)

    const opener = page.getByRole('button', {name: /^What changes/})
    await tabTo(page, opener)
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({state: 'detached'})
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    const changes = dialog.getByRole('region', {name: 'What changes'})
    await expect.poll(() => changes.innerText(), PATIENT).toContain('the kicker “By keyboard”')
    const publish = dialog.getByRole('button', {name: 'Publish now'})
    await expect.poll(() => publish.isEnabled(), PATIENT).toBe(true)
    await tabTo(page, publish)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByText('As readers see it').count(), PATIENT).toBe(1)
    expect(await said(page).innerText()).toBe('Front page is published.')
    await expect
      .poll(() => page.getByRole('region', {name: 'History'}).innerText(), PATIENT)
      .toMatch(/Samuel Okonjo-Reeve[^]*By keyboard/)
    await expect.poll(() => site('/', page), PATIENT).toContain('By keyboard')
    // The button that opened the dialog has nothing more to publish.
    expect(await page.locator(':focus').innerText()).toBe('Front page is published.')
    await tabTo(page, placed(page).first())
  })
})

describe('On a phone, by touch', () => {
  it('moves, pins and removes with buttons of 44 px, without dragging', async () => {
    const phone = await newsroom.browser.newContext({
      viewport: {width: 390, height: 844},
      hasTouch: true,
      isMobile: true,
      storageState: await samuel.context().storageState(),
    })
    const page = await phone.newPage()
    await page.goto(`${newsroom.origin}/studio/fronts`)
    const second = page.getByRole('region', {name: /^container 2/})
    const pin = second.getByRole('button', {name: /^Pin/}).first()
    await pin.waitFor()
    const sizes = await page
      .locator('[data-container] li button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()))
    for (const {width, height} of sizes) {
      expect(width).toBeGreaterThanOrEqual(44)
      expect(height).toBeGreaterThanOrEqual(44)
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await pin.tap()
    const mine = second.getByRole('listitem', {name: /Placed by hand\.$/})
    await expect.poll(() => mine.count(), PATIENT).toBe(1)
    await look(page, 'fronts-phone')
    await mine.getByRole('button', {name: /^Up/}).tap()
    await expect.poll(() => mine.count(), PATIENT).toBe(0)
    await page.getByRole('button', {name: 'Undo'}).tap()
    await expect.poll(() => mine.count(), PATIENT).toBe(1)
    await mine.getByRole('button', {name: /^Remove/}).tap()
    await expect.poll(() => mine.count(), PATIENT).toBe(0)
    await publishByTouch(page, second)
    await phone.close()
  })

  /** Pins a story, gives it words and publishes the front: each step by touch, and nothing beside the screen. */
  async function publishByTouch(page: Page, container: Locator): Promise<void> {
    await container.getByRole('button', {name: /^Pin/}).first().tap()
    await container.getByRole('button', {name: /^Words/}).tap()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Headline').tap()
    await dialog.getByLabel('Headline').fill('Put there by touch')
    await fits(dialog.getByRole('button', {name: 'Store'}))
    await look(page, 'fronts-phone-words')
    await dialog.getByRole('button', {name: 'Store'}).tap()
    await dialog.waitFor({state: 'detached'})
    await fits(page.getByRole('button', {name: /^What changes/}))
    await page.getByRole('button', {name: /^What changes/}).tap()
    const changes = dialog.getByRole('region', {name: 'What changes'})
    await expect.poll(() => changes.innerText(), PATIENT).toContain('“Put there by touch”')
    await fits(dialog.getByRole('button', {name: 'Publish now'}))
    await look(page, 'fronts-phone-publish')
    await dialog.getByRole('button', {name: 'Publish now'}).tap()
    await expect.poll(() => page.getByText('As readers see it').count(), PATIENT).toBe(1)
    await expect.poll(() => site('/', page), PATIENT).toContain('Put there by touch')
  }

  /** As high as a finger needs, and wholly on the screen. */
  async function fits(button: Locator): Promise<void> {
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  }
})
