// The server was updated while a window was open.
import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'

const PATIENT = {timeout: 30_000}

/**
 * The page is of another build than the server has, until it is loaded again and gets the true one: the name of its own
 * build is changed. What the server answers cannot be changed, as requests may go past the test through a service worker.
 * The person comes back to the window until it says so.
 *
 * @returns the notice that offers the new build
 */
export async function announceNewBuild(page: Page): Promise<Locator> {
  await page
    .locator('script[type="module"][src]')
    .first()
    .evaluate((script) => {
      const src = script.getAttribute('src') ?? ''
      script.setAttribute('src', src.replace(/[\w.-]+\.js$/, 'sanity-OldBuild.js'))
    })
  const offer = page.getByTestId('new-build')
  const comeBack = (): Promise<boolean> =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => comeBack().then(() => offer.isVisible()), PATIENT).toBe(true)
  return offer
}
