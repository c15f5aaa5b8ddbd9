// What the site looks like: ten pages as they were approved, none that jumps when fonts are late, none too heavy.
import type {BrowserContextOptions, Page} from 'playwright-core'
import {describe, expect, it} from 'vitest'
import {differenceFrom, keepIfAsked} from '../support/compare-pictures.ts'
import {designNewsroom} from '../support/design-newsroom.ts'
import {openDesignPage, settled, type OpenedPage} from '../support/design-pages.ts'
import {sharedBrowser} from '../support/newsroom.ts'
import {overflow, violations} from '../support/reader.ts'

const DESK = {viewport: {width: 1280, height: 1500}}
const WIDE_DESK = {viewport: {width: 1720, height: 1300}}
const TABLET = {viewport: {width: 820, height: 1500}}
const PHONE = {viewport: {width: 390, height: 1500}}
const DARK = {colorScheme: 'dark' as const}

const PHOTOGRAPH = designNewsroom(0)
const WORDS = designNewsroom(1)
const MAP = designNewsroom(4)

interface Shown {
  name: string
  path: string
  documents?: typeof PHOTOGRAPH
  shape: BrowserContextOptions
}

const PAGES: Shown[] = [
  {name: 'front', path: '/', shape: WIDE_DESK},
  {name: 'front-dark', path: '/', shape: {...DESK, ...DARK}},
  {name: 'front-of-words', path: '/', documents: WORDS, shape: DESK},
  {name: 'front-with-map', path: '/', documents: MAP, shape: DESK},
  {name: 'front-tablet', path: '/', documents: MAP, shape: TABLET},
  {name: 'front-phone', path: '/', shape: PHONE},
  {name: 'section', path: '/section/environment', shape: DESK},
  {name: 'article', path: '/article/story-0', shape: DESK},
  {name: 'article-phone-dark', path: '/article/story-0', shape: {...PHONE, ...DARK}},
  {name: 'article-in-japanese', path: '/article/in-japanese', shape: DESK},
  {name: 'search', path: '/search?q=ferry', shape: PHONE},
]

/** Less than a line of small type; a shift by four pixels and other fonts are far above. */
const MOST_DIFFERENT = 0.002
const MOST_SHIFT = 0.01
const MOST_FONT_BYTES = 160_000
const MOST_FONTS = 4

async function picture(page: Page): Promise<Buffer> {
  await settled(page)
  return await page.screenshot({animations: 'allow', caret: 'hide'})
}

describe.each(PAGES)('$name', ({name, path, documents = PHOTOGRAPH, shape}) => {
  it('looks as it was approved, fits the window and shuts nobody out', async () => {
    const {page, close} = await openDesignPage(await sharedBrowser(), documents, path, shape)
    const taken = await picture(page)
    await keepIfAsked(name, taken)
    expect(await differenceFrom(name, taken)).toBeLessThan(MOST_DIFFERENT)
    expect(await overflow(page, shape.viewport?.width ?? 0)).toEqual([])
    expect(await violations(page)).toEqual([])
    await close()
  })
})

describe('a picture differs', () => {
  it('where the page has moved by four pixels', async () => {
    const {page, close} = await openDesignPage(await sharedBrowser(), PHOTOGRAPH, '/', WIDE_DESK)
    await settled(page)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('main { translate: 0 4px }')
      document.adoptedStyleSheets.push(sheet)
    })
    expect(await differenceFrom('front', await picture(page))).toBeGreaterThan(5 * MOST_DIFFERENT)
    await close()
  })

  it('where a font is missing', async () => {
    const {page, close} = await openDesignPage(await sharedBrowser(), PHOTOGRAPH, '/', {
      ...WIDE_DESK,
      fontsAre: 'missing',
    })
    expect(await differenceFrom('front', await picture(page))).toBeGreaterThan(5 * MOST_DIFFERENT)
    await close()
  })
})

/** The sum of all layout shifts while the fonts come after the words. */
async function shiftOfLateFonts(opening: Promise<OpenedPage>): Promise<number> {
  const {page, release, close, fonts, shift} = await opening
  // The words are there before the fonts.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        new PerformanceObserver(() => resolve()).observe({type: 'paint', buffered: true})
      }),
  )
  expect(fonts.size).toBe(0)
  release()
  await settled(page)
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  expect(fonts.size).toBeGreaterThanOrEqual(2)
  const sum = await shift()
  await close()
  return sum
}

describe('late fonts move next to nothing', () => {
  it.each([
    {on: 'the front page on a desk', path: '/', shape: WIDE_DESK},
    {on: 'the front page on a phone', path: '/', shape: PHONE},
    {on: 'a front page of words', path: '/', documents: WORDS, shape: DESK},
    {on: 'an article on a phone', path: '/article/story-0', shape: PHONE},
  ])('on $on', async ({path, documents = PHOTOGRAPH, shape}) => {
    const options = {...shape, fontsAre: 'late' as const}
    const opening = openDesignPage(await sharedBrowser(), documents, path, options)
    expect(await shiftOfLateFonts(opening)).toBeLessThanOrEqual(MOST_SHIFT)
  })

  it('but would move more without the faces that stand in for them', async () => {
    const options = {...PHONE, fontsAre: 'late' as const, withoutStandIns: true}
    const opening = openDesignPage(await sharedBrowser(), PHOTOGRAPH, '/', options)
    expect(await shiftOfLateFonts(opening)).toBeGreaterThan(MOST_SHIFT)
  })
})

describe('a front page', () => {
  it('has at most four fonts of 160 kB, two of them loaded ahead', async () => {
    const {page, fonts, close} = await openDesignPage(await sharedBrowser(), PHOTOGRAPH, '/', DESK)
    await settled(page)
    const sizes = [...fonts.values()]
    expect(sizes.length).toBeLessThanOrEqual(MOST_FONTS)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_FONT_BYTES)
    const ahead = page.locator('link[rel="preload"][as="font"]')
    expect(await ahead.count()).toBe(2)
    for (const link of await ahead.all())
      expect([...fonts.keys()]).toContain(await link.getAttribute('href'))
    await close()
  })

  it('asks for the picture of its lead before all others', async () => {
    const {page, close} = await openDesignPage(await sharedBrowser(), PHOTOGRAPH, '/', DESK)
    const eager = page.locator('img[fetchpriority="high"]')
    expect(await eager.count()).toBe(1)
    expect(await eager.getAttribute('loading')).toBe('eager')
    expect(await page.locator('.card--lead img[fetchpriority="high"]').count()).toBe(1)
    await close()
  })

  it('names no story twice, and has 25 to 40', async () => {
    const {page, close} = await openDesignPage(await sharedBrowser(), PHOTOGRAPH, '/', DESK)
    const ids = await page
      .locator('[data-story]')
      .evaluateAll((stories) => stories.map((story) => story.getAttribute('data-story')))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(25)
    expect(ids.length).toBeLessThanOrEqual(40)
    await close()
  })
})
