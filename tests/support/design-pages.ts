// The built site over fixed content, in a browser without a server: what a page asks for is answered in this process.
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import type * as Site from '../../site/server.tsx'
import {clientOver, published, type Document} from '../site/support/client.ts'
import {drawnPicture} from './design-newsroom.ts'

const ORIGIN = 'http://design.test'
const STAND_IN = /@font-face\{font-family:'[^']* on [^']*';[^}]*\}/g
const BUILT = new URL('../../dist/site/server.js', import.meta.url).href

export interface OpenedPage {
  page: Page
  /** The bytes of each font that the page asked for, by its path. */
  fonts: Map<string, number>
  /** The sum of all layout shifts so far. */
  shift(): Promise<number>
  /** Lets the fonts arrive that `fontsAre` holds back. */
  release(): void
  close(): Promise<void>
}

/**
 * @param fontsAre `late` holds them back until `release`; `missing` never sends them
 * @param withoutStandIns takes the faces out of the style sheet that stand in for late fonts
 */
export async function openDesignPage(
  browser: Browser,
  documents: readonly Document[],
  path: string,
  {
    fontsAre = 'there',
    withoutStandIns = false,
    ...options
  }: BrowserContextOptions & {
    fontsAre?: 'there' | 'late' | 'missing'
    withoutStandIns?: boolean
  } = {},
): Promise<OpenedPage> {
  const {createSite} = (await import(BUILT)) as typeof Site
  const client = clientOver(published(documents))
  const site = createSite({client, origin: ORIGIN, projectId: 'copydesk', dataset: 'production'})
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const fonts = new Map<string, number>()
  const {promise: released, resolve: release} = Promise.withResolvers<void>()
  await page.route('**/*', async (route) => {
    const address = new URL(route.request().url())
    const isFont = address.pathname.endsWith('.woff2')
    if (address.pathname.startsWith('/images/'))
      return await route.fulfill({contentType: 'image/svg+xml', body: drawnPicture(address)})
    if (isFont && fontsAre === 'missing') return await route.abort()
    if (isFont && fontsAre === 'late') await released
    const response = await site.fetch(new Request(address))
    const sent = Buffer.from(await response.arrayBuffer())
    const isStripped = withoutStandIns && address.pathname.endsWith('.css')
    const body = isStripped ? Buffer.from(sent.toString().replaceAll(STAND_IN, '')) : sent
    if (isFont) fonts.set(address.pathname, body.length)
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body,
    })
  })
  await page.addInitScript(() => {
    const counted = window as unknown as {shift: number}
    counted.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        counted.shift += (entry as unknown as {value: number}).value
    }).observe({type: 'layout-shift', buffered: true})
  })
  await page.goto(ORIGIN + path, {waitUntil: 'domcontentloaded'})
  const shift = () => page.evaluate(() => (window as unknown as {shift: number}).shift)
  return {page, fonts, shift, release, close: () => context.close()}
}

/** Waits until everything is there that the page will show. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(
      Array.from(document.images, async (image) => {
        image.loading = 'eager'
        await image.decode().catch(() => undefined)
      }),
    )
    await document.fonts.ready
  })
}
