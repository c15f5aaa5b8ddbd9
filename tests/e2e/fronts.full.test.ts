// Editors arrange the front page: two at once, by the keyboard, and by touch on a phone.
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'

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
    await expect.poll(() => placed(samuel).count()).toBe(1)
    expect((await headlines(samuel))[0]).toBe(lead)
    await expect.poll(() => hester.getByText('Also here: Samuel Okonjo-Reeve').count()).toBe(1)
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
    await expect.poll(() => placed(hester).count()).toBe(3)
    await expect.poll(() => headlines(samuel)).toEqual(await headlines(hester))
    await look(hester, 'fronts-2')
  })

  it('is arranged by the keyboard, and each move is read aloud', async () => {
    const [top = '', second = ''] = await headlines(hester)
    await placed(hester).nth(1).focus()
    await hester.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await headlines(hester)).slice(0, 2)).toEqual([second, top])
    expect(await said(hester).innerText()).toBe(`“${second}” moved up.`)
    const focused = hester.locator('[data-story]:focus')
    await expect.poll(() => focused.getAttribute('aria-label')).toContain(second)
    await hester.keyboard.press('Control+z')
    await expect.poll(async () => (await headlines(hester)).slice(0, 2)).toEqual([top, second])
    await placed(hester).nth(2).focus()
    await hester.keyboard.press('Delete')
    await expect.poll(() => placed(hester).count()).toBe(2)
    await hester.keyboard.press('Control+z')
    await expect.poll(() => placed(hester).count()).toBe(3)
  })

  it('takes back only one’s own last step', async () => {
    const before = await placedHeadlines(samuel)
    await placed(samuel).nth(0).getByRole('button', {name: /^Down/}).click()
    await expect.poll(() => placedHeadlines(hester)).not.toEqual(before)
    await hester.getByRole('button', {name: 'Undo'}).click()
    // What she did last was to add a story; Samuel’s move stays.
    const moved = await placedHeadlines(samuel)
    const isTakenBack = (shown: string[]): boolean =>
      shown.length === before.length - 1 && shown.every((one) => moved.includes(one))
    const shownByBoth = () => Promise.all([placedHeadlines(hester), placedHeadlines(samuel)])
    await expect
      .poll(async () => {
        const [hers, his] = await shownByBoth()
        return isTakenBack(hers) && hers.join() === his.join()
      })
      .toBe(true)
    const [left] = await shownByBoth()
    await samuel.getByRole('button', {name: 'Undo'}).click()
    const expected = before.filter((headline) => left.includes(headline))
    await expect.poll(() => placedHeadlines(samuel)).toEqual(expected)
    await expect.poll(() => placedHeadlines(hester)).toEqual(expected)
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
    await expect.poll(async () => (await headlines(hester))[0]).toBe('The gates, in other words')
    await hester.getByRole('button', {name: /^What changes/}).click()
    const changes = hester.getByRole('region', {name: 'What changes'})
    await expect.poll(() => changes.innerText()).toContain('The gates, in other words')
    expect(await changes.innerText()).toContain(top.slice(0, 20))
    await look(hester, 'fronts-4')
    await hester.getByRole('button', {name: 'Publish now'}).click()
    await expect.poll(() => hester.getByText('As readers see it').count()).toBe(1)
    await expect
      .poll(() => hester.getByRole('region', {name: 'History'}).innerText())
      .toContain('Hester Brandwick')
    await expect.poll(() => site('/', hester)).toContain('The gates, in other words')
  })

  it('warns of a front that was published meanwhile', async () => {
    await placed(samuel).nth(0).getByRole('button', {name: /^Down/}).click()
    await expect.poll(() => samuel.getByText('Changes that readers do not see yet').count()).toBe(1)
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
      .poll(() => samuel.getByRole('dialog').getByRole('alert').innerText())
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
    await expect.poll(async () => (await placedHeadlines(page)).slice(0, 2)).toEqual([second, top])
    const moved = placed(page).nth(1)
    await expect
      .poll(() => moved.evaluate((element) => element === document.activeElement))
      .toBe(true)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await tabTo(page, dialog.getByLabel('Kicker'))
    await page.keyboard.type('By keyboard')
    await tabTo(page, dialog.getByRole('button', {name: 'Store'}))
    await page.keyboard.press('Enter')
    await dialog.waitFor({state: 'detached'})
    await expect.poll(() => moved.innerText()).toContain('By keyboard')
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
    await expect.poll(() => changes.innerText()).toContain('the kicker “By keyboard”')
    const publish = dialog.getByRole('button', {name: 'Publish now'})
    await expect.poll(() => publish.isEnabled()).toBe(true)
    await tabTo(page, publish)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByText('As readers see it').count()).toBe(1)
    expect(await said(page).innerText()).toBe('Front page is published.')
    await expect
      .poll(() => page.getByRole('region', {name: 'History'}).innerText())
      .toMatch(/Samuel Okonjo-Reeve[^]*By keyboard/)
    await expect.poll(() => site('/', page)).toContain('By keyboard')
    // The button that opened the dialog has nothing more to publish.
    expect(await page.locator(':focus').innerText()).toBe('Front page is published.')
    await tabTo(page, placed(page).first())
  })
})

/** A phone of this person's. */
async function openPhone(of: Page) {
  const phone = await newsroom.browser.newContext({
    viewport: {width: 390, height: 844},
    hasTouch: true,
    isMobile: true,
    storageState: await of.context().storageState(),
  })
  return {phone, page: await phone.newPage()}
}

describe('On a phone, by touch', () => {
  it('moves, pins and removes with buttons of 44 px, without dragging', async () => {
    const {phone, page} = await openPhone(samuel)
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
    await expect.poll(() => mine.count()).toBe(1)
    await look(page, 'fronts-phone')
    await mine.getByRole('button', {name: /^Up/}).tap()
    await expect.poll(() => mine.count()).toBe(0)
    await page.getByRole('button', {name: 'Undo'}).tap()
    await expect.poll(() => mine.count()).toBe(1)
    await mine.getByRole('button', {name: /^Remove/}).tap()
    await expect.poll(() => mine.count()).toBe(0)
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
    await expect.poll(() => changes.innerText()).toContain('“Put there by touch”')
    await fits(dialog.getByRole('button', {name: 'Publish now'}))
    await look(page, 'fronts-phone-publish')
    await dialog.getByRole('button', {name: 'Publish now'}).tap()
    await expect.poll(() => page.getByText('As readers see it').count()).toBe(1)
    await expect.poll(() => site('/', page)).toContain('Put there by touch')
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

/** The front page as it is being arranged. */
async function draft(page: Page): Promise<{containers: Record<string, unknown>[]}> {
  const path = '/v2025-02-19/data/doc/production/drafts.front-home'
  const {documents} = JSON.parse(await site(path, page)) as {
    documents: {containers: Record<string, unknown>[]}[]
  }
  return documents[0] ?? {containers: []}
}

describe('What a container is made of', () => {
  const tides = (page: Page) => page.getByRole('region', {name: 'Tides', exact: true})

  it('is set on the page by the keyboard, read aloud and taken back', async () => {
    await hester.setViewportSize({width: 1280, height: 900})
    const heading = hester.getByRole('textbox', {name: /^Heading of container 2/})
    await heading.fill('Tides')
    await heading.press('Enter')
    await expect.poll(() => said(hester).innerText()).toContain('is called “Tides” now.')
    const focused = hester.locator('[data-container] :focus')
    await expect.poll(() => focused.getAttribute('aria-label')).toBe('Heading of Tides')

    const before = (await draft(hester)).containers[1]?.['fill']
    await tides(hester).getByLabel('Filled up by, for Tides').selectOption('series')
    const which = tides(hester).getByRole('combobox', {name: 'Series of Tides'})
    await which.fill('high')
    await hester.getByRole('listbox').getByText('High water').waitFor()
    await look(hester, 'container-1280')
    expect((await draft(hester)).containers[1]?.['fill']).toEqual(before)
    await hester.keyboard.press('ArrowDown')
    await hester.keyboard.press('Enter')
    await expect
      .poll(() => said(hester).innerText())
      .toBe('Tides is filled up by the newest of High water now.')
    await expect
      .poll(() => tides(samuel).getByRole('combobox', {name: 'Series of Tides'}).inputValue())
      .toBe('High water')
    expect((await draft(hester)).containers[1]?.['fill']).toMatchObject({from: 'series'})

    await tides(hester).getByRole('button', {name: 'More stories in Tides'}).press('Enter')
    await expect.poll(() => said(hester).innerText()).toBe('Tides shows 5 stories now.')
    await look(hester, 'container-set-1280')
    for (const count of ['4', '4']) {
      await hester.getByRole('button', {name: 'Undo'}).press('Enter')
      await expect.poll(() => tides(hester).getByRole('spinbutton').inputValue()).toBe(count)
    }
    await expect.poll(async () => (await draft(hester)).containers[1]?.['fill']).toEqual(before)
  })

  it('keeps the focus in a container that moves to the top', async () => {
    const up = tides(hester).getByRole('button', {name: 'Move Tides up'})
    await up.press('Enter')
    await expect.poll(() => said(hester).innerText()).toBe('Tides moved up.')
    const focused = hester.locator('[data-container] :focus')
    await expect.poll(() => focused.getAttribute('aria-label')).toBe('Heading of Tides')
    await hester.getByRole('button', {name: 'Undo'}).click()
    await expect.poll(() => up.isEnabled()).toBe(true)
  })
})

describe('The picture of a story on this front', () => {
  it('is chosen, cropped by pointer and by keyboard, and taken back', async () => {
    const story = placed(hester).first()
    const key = await story.getAttribute('data-story')
    const card = hester.locator(`[data-story="${key}"]`)
    await card.getByRole('button', {name: /^Words/}).click()
    const dialog = hester.getByRole('dialog')
    await dialog.getByLabel('Picture').fill('')
    const photos = dialog.getByRole('group', {name: 'Photos'})
    await photos.getByRole('button').first().waitFor()
    const crop = dialog.getByRole('group', {name: 'Crop on this front'})
    for (const photo of await photos.getByRole('button').all()) {
      await photo.click()
      await dialog.getByText(/^(As this front shows it|A graphic is shown whole\.)$/).waitFor()
      if ((await crop.count()) > 0) break
    }
    // It has its size once it is loaded.
    await crop
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode())
    const corner = await crop.locator('[data-handle="topLeft"]').boundingBox()
    const whole = await crop.locator('img').first().boundingBox()
    if (!corner || !whole) throw new Error('The picture is not there.')
    await hester.mouse.move(whole.x + 4, whole.y + 4)
    await hester.mouse.down()
    await hester.mouse.move(whole.x + 4 + whole.width / 4, whole.y + 4 + whole.height / 10)
    await hester.mouse.up()
    const number = (name: string) => crop.getByRole('spinbutton', {name})
    expect(await number('Cut off on the left, %').inputValue()).toBe('25')
    expect(await number('Cut off above, %').inputValue()).toBe('10')
    await number('Cut off below, %').focus()
    for (let times = 0; times < 3; times++) await hester.keyboard.press('ArrowUp')
    await look(hester, 'crop-1280')
    await dialog.getByRole('button', {name: 'Store'}).click()
    const stored = async () => JSON.stringify((await draft(hester)).containers)
    await expect.poll(stored).toContain('"bottom":0.03')
    expect(await stored()).toContain('sanity.imageHotspot')
    await expect.poll(() => card.locator('img').getAttribute('src')).toMatch(/rect=\d+,/)
    await hester.getByRole('button', {name: 'Undo'}).click()
    await expect.poll(stored).not.toContain('sanity.imageCrop')
  })
})

describe('On a phone, what a container is made of', () => {
  it('has controls of 44 px, and nothing is wider than the screen', async () => {
    const {phone, page} = await openPhone(hester)
    await page.goto(`${newsroom.origin}/studio/fronts`)
    const second = page.getByRole('region', {name: 'Tides', exact: true})
    await second.getByRole('button', {name: 'What Tides is made of'}).tap()
    await second.getByLabel('Filled up by, for Tides').selectOption('topic')
    await second.getByRole('combobox', {name: 'Topic of Tides'}).tap()
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await look(page, 'container-390')
    await page.keyboard.press('Escape')
    const sizes = await second
      .locator('button:visible, select:visible, input:visible')
      .evaluateAll((all) =>
        all.map((one) => {
          const {width, height} = one.getBoundingClientRect()
          return {name: one.getAttribute('aria-label'), small: Math.min(width, height) < 44}
        }),
      )
    expect(sizes.length).toBeGreaterThan(8)
    expect(sizes.filter(({small}) => small)).toEqual([])
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await wide()).toBeLessThanOrEqual(390)
    await first(page)
      .getByRole('button', {name: /^Words/})
      .first()
      .tap()
    const dialog = page.getByRole('dialog')
    const photos = dialog.getByRole('group', {name: 'Photos'})
    await photos.getByRole('button').first().waitFor()
    for (const photo of await photos.getByRole('button').all()) {
      await photo.tap()
      await dialog.getByText(/^(As this front shows it|A graphic is shown whole\.)$/).waitFor()
      if ((await dialog.getByText('As this front shows it').count()) > 0) break
    }
    await dialog.getByRole('spinbutton', {name: 'Cut off below, %'}).fill('20')
    await look(page, 'crop-390')
    expect(await wide()).toBeLessThanOrEqual(390)
    await phone.close()
  })
})

describe('From the review desk', () => {
  /** Approved, and not published yet. */
  const SNOW = 'article-first-snow'
  const row = (page: Page) => page.getByTestId(`desk-row-${SNOW}`)

  it('a story is put on a front, and taken off again, by the keyboard', async () => {
    await hester.goto(`${newsroom.origin}/studio/desk`)
    await row(hester).focus()
    await look(hester, 'desk-1280')
    await hester.keyboard.press('f')
    const dialog = hester.getByRole('dialog')
    const home = dialog.getByRole('region', {name: 'Front page'})
    await home.waitFor()
    expect(await dialog.innerText()).toContain('Readers cannot open this piece yet')
    await home.getByRole('button', {name: 'First in Tides'}).press('Enter')
    await expect
      .poll(() => dialog.getByRole('status').innerText())
      .toContain('It is first in Tides of Front page.')
    await look(hester, 'put-on-front-1280')
    const stored = async () => JSON.stringify((await draft(samuel)).containers)
    expect(await stored()).toContain(SNOW)
    const off = home.getByRole('button', {name: 'Take it off Tides'})
    await expect.poll(() => off.evaluate((one) => one === document.activeElement)).toBe(true)
    await off.press('Enter')
    await expect.poll(stored).not.toContain(SNOW)
    await hester.keyboard.press('Escape')
    await expect
      .poll(() => row(hester).evaluate((one) => one === document.activeElement))
      .toBe(true)
  })

  it('is put on a front by a button of 44 px on a phone, and not by journalists', async () => {
    const {phone, page} = await openPhone(hester)
    await page.goto(`${newsroom.origin}/studio/desk`)
    const button = row(page).getByRole('button', {name: /^Put on front/})
    await button.waitFor()
    await look(page, 'desk-390')
    const {width = 0, height = 0} = (await button.boundingBox()) ?? {}
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    await button.tap()
    await page.getByRole('region', {name: 'Front page'}).waitFor()
    await look(page, 'put-on-front-390')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.close()

    const {page: tomas} = await newsroom.signIn('Tomas Ardley', {path: '/studio/desk'})
    await tomas.getByTestId('desk-grid').getByRole('row').nth(2).waitFor()
    expect(await tomas.getByRole('button', {name: /^Put on front/}).count()).toBe(0)
  })
})

describe('A version of the front that is scheduled', () => {
  it('is shown with its changes, and before another publication', async () => {
    await samuel.getByRole('button', {name: /^What changes/}).click()
    const dialog = samuel.getByRole('dialog')
    await dialog.getByLabel(/^Or at a time/).fill('2099-01-05T14:00')
    await dialog.getByRole('button', {name: 'Schedule'}).click()
    const mine = samuel.getByRole('region', {name: 'Scheduled'})
    await expect
      .poll(() => mine.innerText())
      .toContain('A version of this front is scheduled for 5 Jan 2099, 14:00 by you.')

    await hester.setViewportSize({width: 1280, height: 900})
    await hester.goto(`${newsroom.origin}/studio/fronts`)
    const notice = hester.getByRole('region', {name: 'Scheduled'})
    await expect.poll(() => notice.innerText()).toContain('by Samuel Okonjo-Reeve.')
    await look(hester, 'scheduled-1280')
    await notice.getByRole('button', {name: 'See what it changes'}).press('Enter')
    const changes = hester.getByRole('dialog').getByRole('region', {name: 'What changes'})
    await expect.poll(() => changes.innerText()).toContain('Tides')
    await look(hester, 'scheduled-changes-1280')
    await hester.keyboard.press('Escape')

    await hester.getByRole('button', {name: /^What changes/}).click()
    const warning = hester.getByRole('dialog').getByRole('alert').filter({hasText: 'scheduled'})
    await expect
      .poll(() => warning.innerText())
      .toContain('It will take the place of what you publish.')
    await look(hester, 'scheduled-warning-1280')
    await hester.getByLabel(/^Or at a time/).fill('2099-01-05T15:00')
    await expect.poll(() => warning.innerText()).toContain('Yours will take its place.')
    await hester.setViewportSize({width: 390, height: 844})
    await hester.getByRole('dialog').getByRole('button', {name: 'Cancel'}).click()
    await look(hester, 'scheduled-390')
  })
})
