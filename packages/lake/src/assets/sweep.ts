// Deletes stored files that no document names: assets deleted in the studio, and files of a process
// that was killed before it wrote their document.
import type {Clock} from '../types.ts'
import {assetDocumentId, parseAssetFile} from './names.ts'
import type {AssetStore} from './store.ts'

const HOUR = 3_600_000

export interface SweepDeps {
  store: AssetStore
  /** Deletes the renditions of a file. */
  forget: (dataset: string, file: string) => Promise<void>
  clock: Clock
  /** Files younger than this are kept, because an upload may be about to write their document. */
  youngMs?: number
}

/** Where several nodes upload, one of them may have been cut off for long. */
export const YOUNG_IN_BUCKET = 24 * HOUR

/**
 * @param hasDocument whether the dataset has the asset document with this ID
 * @returns names of the deleted files
 */
export async function sweepAssets(
  {store, forget, clock, youngMs = HOUR}: SweepDeps,
  dataset: string,
  hasDocument: (id: string) => boolean,
): Promise<string[]> {
  const now = clock()
  // An upload of many megabytes over a slow connection can take hours.
  await store.forgetStagedBefore(now - 24 * HOUR)
  const deleted: string[] = []
  for (const file of await store.list(dataset)) {
    const name = parseAssetFile(file)
    if (!name) continue
    await store.exclusively(dataset, file, async () => {
      const found = await store.stat(dataset, file)
      if (!found || found.modifiedAt > now - youngMs || hasDocument(assetDocumentId(name))) return
      await store.delete(dataset, file)
      await forget(dataset, file)
      deleted.push(file)
    })
  }
  return deleted
}
