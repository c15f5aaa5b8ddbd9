// examples/fetch-browser on another server: a page of another origin reads the newsroom, and shows
// a change without a reload.
import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startSeededLake} from '../examples/seeded-lake.ts'
import type {TestLake} from '../support/lake.ts'
import {sharedBrowser} from '../support/newsroom.ts'

const PAGE = readFileSync(new URL('../../examples/fetch-browser/index.html', import.meta.url))

let lake: TestLake
let browser: Browser
let elsewhere: Server
beforeAll(async () => {
  lake = await startSeededLake()
  browser = await sharedBrowser()
  elsewhere = createServer((request, response) => {
    if (request.url?.startsWith('/favicon')) return void response.writeHead(204).end()
    response.setHeader('content-type', 'text/html')
    response.end(PAGE)
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  elsewhere.close()
  await lake.close()
})

async function open(slug?: string): Promise<{page: Page; problems: string[]}> {
  const page = await browser.newPage({viewport: {width: 390, height: 844}})
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  const search = new URLSearchParams({lake: lake.origin, ...(slug && {slug})})
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/?${search}`)
  return {page, problems}
}

describe('examples/fetch-browser', () => {
  it('leads from the list to an article with pictures, credits and speakers', async () => {
    const {page, problems} = await open()
    await page.getByRole('heading', {name: 'Latest'}).waitFor()
    expect(await page.getByRole('listitem').count()).toBe(10)
    await page.getByRole('link', {name: /^The Sound pact settles the fish/}).click()
    await page.getByRole('heading', {level: 1, name: /^The Sound pact settles the fish/}).waitFor()
    expect(await page.locator('.credit').first().textContent()).toBe(
      'Fédèle Azari / The J. Paul Getty Museum, Open Content Program',
    )
    expect(await page.locator('blockquote').count()).toBe(3)
    expect(await page.locator('blockquote footer').first().textContent()).toMatch(/^— .+, .+/)
    const picture = page.locator('figure img').first()
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    expect(problems).toEqual([])
    await page.close()
  })

  it('shows a change at once, and text that looks like HTML as text', async () => {
    const {page, problems} = await open()
    await page.locator('html[data-live]').waitFor()
    const hostile = '<img src=x onerror=alert(1)>'
    expect(await page.getByText(hostile).count()).toBe(0)
    await lake
      .client('importer')
      .patch('article-two-sessions')
      .set({headline: hostile, displayDate: '2026-11-25T09:59:00Z'})
      .commit()
    await page.getByRole('link', {name: hostile}).waitFor()
    expect(problems).toEqual([])
    await page.close()
  })
})
