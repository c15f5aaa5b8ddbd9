// A reader of the site: a browser without a session that notes whom it asks, and what it can check of
// the page that it shows.
import axe from 'axe-core'
import type {BrowserContextOptions, Page} from 'playwright-core'
import type {Newsroom} from './newsroom.ts'

export const WIDE = {viewport: {width: 1280, height: 900}}
export const PHONE = {viewport: {width: 390, height: 844}, isMobile: true, deviceScaleFactor: 2}

export interface Reader {
  page: Page
  /** Addresses asked for so far, without those that hold their data themselves. */
  asked: string[]
  /** What was answered with an error, as `404 http://…`. */
  failed: string[]
  visit(path: string): Promise<void>
  close(): Promise<void>
}

/** Opens a browser window of its own, as wide as a desk’s unless the options say otherwise. */
export async function openReader(
  {browser, origin}: Newsroom,
  options: BrowserContextOptions = {},
): Promise<Reader> {
  const context = await browser.newContext({...WIDE, ...options})
  const page = await context.newPage()
  const asked: string[] = []
  const failed: string[] = []
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`)
  })
  return {
    page,
    asked,
    failed,
    visit: async (path) => void (await page.goto(origin + path)),
    close: () => context.close(),
  }
}

/** Looks at each of these pages, in two windows at once, and answers what both readers asked for. */
export async function readAll(
  newsroom: Newsroom,
  options: BrowserContextOptions,
  paths: Iterable<string>,
  look: (reader: Reader, path: string) => Promise<void>,
): Promise<Pick<Reader, 'asked' | 'failed'>> {
  const waiting = [...paths]
  const readers = await Promise.all([1, 2].map(() => openReader(newsroom, options)))
  await Promise.all(
    readers.map(async (reader) => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await reader.visit(path)
        await look(reader, path)
      }
    }),
  )
  await Promise.all(readers.map(({close}) => close()))
  return {
    asked: readers.flatMap(({asked}) => asked),
    failed: readers.flatMap(({failed}) => failed),
  }
}

/** Rules of axe-core that ask for colours. What the others ask for is the same in the dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * What axe-core finds wrong, one line for each place: rule, element, what to do.
 *
 * @param rules `colours` asks only those that depend on the colour scheme
 */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Not a script element: the pages allow none.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly = rules === 'colours' ? COLOUR_RULES : null
  const found = await page.evaluate(async (only) => {
    const {axe} = window as unknown as {axe: typeof import('axe-core')}
    const {violations, passes} = await axe.run(document, {
      resultTypes: ['violations'],
      ...(only && {runOnly: only}),
    })
    const lines = violations.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} ${target.join(' ')}: ${failureSummary}`),
    )
    return {lines, passed: passes.length}
  }, runOnly)
  if (found.passed < (runOnly ? 1 : 10))
    throw new Error(`axe-core looked at next to nothing: ${found.passed}`)
  return found.lines
}

/**
 * What reaches beyond the window’s right edge, and how far the page can be scrolled sideways. What is inside of a row that scrolls
 * by itself may reach beyond it.
 */
export async function overflow(page: Page, width: number): Promise<string[]> {
  return await page.evaluate((width) => {
    const {scrollWidth} = document.documentElement
    const scrolls = (element: Element): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const {right, height} = element.getBoundingClientRect()
      if (height === 0 || right <= width + 1) return false
      let around = element.parentElement
      while (around && !scrolls(around)) around = around.parentElement
      return !around || around === document.body
    })
    return [
      ...(scrollWidth > width ? [`the page is ${scrollWidth} pixels wide`] : []),
      ...wide.map(({outerHTML}) => outerHTML.slice(0, 100)),
    ]
  }, width)
}

/** Scrolls through the page, so that what loads lazily does, and waits until it has. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) {
      image.scrollIntoView()
      await image.decode()
    }
  })
}

/** The colour behind the text, e.g. `rgb(255, 255, 255)`. */
export async function paperOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const colours = [document.body, document.documentElement].map(
      (element) => getComputedStyle(element).backgroundColor,
    )
    return colours.find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'none'
  })
}
