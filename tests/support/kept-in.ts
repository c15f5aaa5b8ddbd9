// What a browser keeps (studio/plugins/session/unsaved/unsaved-store.ts, studio/plugins/session/offline/kept-store.ts).
import type {Page} from 'playwright-core'

/** All entries of a store. Opens no store that the studio has not made. */
const entriesIn = <T>(page: Page, name: string, store: string): Promise<T[]> =>
  page.evaluate(
    async ([database, objects]) => {
      const known = await indexedDB.databases()
      if (!known.some((one) => one.name === database)) return []
      return await new Promise<T[]>((resolve) => {
        indexedDB.open(database).addEventListener('success', ({target}) => {
          const {result} = target as IDBOpenDBRequest
          const found = result.transaction(objects).objectStore(objects).getAll()
          found.addEventListener('success', () => {
            resolve(found.result as T[])
            result.close()
          })
        })
      })
    },
    [name, store] as const,
  )

/** The unsaved words. */
export const keptIn = (page: Page): Promise<{mine: {headline?: string}}[]> =>
  entriesIn(page, 'copydesk-unsaved', 'work')

/** A document for work without a network. */
export async function offlineDocument(page: Page, id: string): Promise<unknown> {
  const all = await entriesIn<{key: string; value: unknown}>(page, 'copydesk-offline', 'kept')
  return all.find(({key}) => key === `document production ${id}`)?.value
}
