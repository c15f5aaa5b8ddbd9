// What people do in the studio, by the words and marks that they see.
import type {Locator, Page} from 'playwright-core'

/** A field of the open form by its path, e.g. `headline`. */
export function field(page: Page, path: string): Locator {
  return page.locator(`[data-testid="field-${path}"]`)
}

/** Creates a document of a type by the studio's own Create button. */
export async function create(page: Page, type: string): Promise<void> {
  await page.getByRole('button', {name: 'Create new document'}).click()
  await page.getByTestId(`create-new-${type}`).click()
}

/** Resolves once the new article's form takes words. */
export async function openNewArticle(page: Page): Promise<void> {
  await create(page, 'article')
  await field(page, 'headline').locator('input:not([readonly])').waitFor()
}
