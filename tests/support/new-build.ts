// The server was updated while a window was open.
import type {Page} from 'playwright-core'

/** What the page asks for is the studio of another build. A page that is loaded gets the true one. */
export async function announceNewBuild(page: Page): Promise<void> {
  await page.route('**/studio/structure/**', async (route) => {
    if (route.request().isNavigationRequest()) return await route.continue()
    const response = await route.fetch()
    const html = (await response.text()).replaceAll(/sanity-[\w-]+\.js/g, 'sanity-NewBuild.js')
    await route.fulfill({response, body: html})
  })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}
