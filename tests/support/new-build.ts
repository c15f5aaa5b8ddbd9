// The server was updated while a window was open.
import type {Locator, Page} from 'playwright-core'
import {expect} from 'vitest'

const PATIENT = {timeout: 30_000}

/**
 * What the page asks for is the studio of another build, until it is loaded again and gets the true one. The person
 * comes back to the window until it says so: what a page asks for while its service worker takes over goes past the
 * route.
 *
 * @returns the notice that offers the new build
 */
export async function announceNewBuild(page: Page): Promise<Locator> {
  await page.route('**/studio/structure/**', async (route) => {
    if (route.request().isNavigationRequest()) return await route.continue()
    const response = await route.fetch()
    const html = (await response.text()).replaceAll(/sanity-[\w-]+\.js/g, 'sanity-NewBuild.js')
    await route.fulfill({response, body: html})
  })
  const offer = page.getByTestId('new-build')
  const comeBack = (): Promise<boolean> =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => comeBack().then(() => offer.isVisible()), PATIENT).toBe(true)
  return offer
}
