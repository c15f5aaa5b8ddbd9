// The unsaved words that a browser keeps (studio/plugins/session/unsaved/unsaved-store.ts).
import type {Page} from 'playwright-core'

/** All of them. Opens no store that the studio has not made. */
export const keptIn = (page: Page): Promise<{mine: {headline?: string}}[]> =>
  page.evaluate(async () => {
    const name = 'copydesk-unsaved'
    const known = await indexedDB.databases()
    if (!known.some((database) => database.name === name)) return []
    return await new Promise<{mine: {headline?: string}}[]>((resolve) => {
      indexedDB.open(name).addEventListener('success', ({target}) => {
        const {result} = target as IDBOpenDBRequest
        const found = result.transaction('work').objectStore('work').getAll()
        found.addEventListener('success', () => {
          resolve(found.result)
          result.close()
        })
      })
    })
  })
