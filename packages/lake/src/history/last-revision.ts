// The last revision of a deleted document. Unarchiving a release restores it.
import type {HistoryTable} from '../store/history.ts'
import type {LakeDocument} from '../types.ts'
import {oneBack} from '../store/documents-of-changes.ts'

/** Null if the document exists, never existed, or was erased. */
export function lastRevision(
  history: Pick<HistoryTable, 'lastChange'>,
  dataset: string,
  id: string,
): LakeDocument | null {
  const last = history.lastChange(dataset, id, Number.MAX_SAFE_INTEGER)
  if (!last || last.resultRev !== null) return null
  return oneBack(null, last.revert, last.previousRev)
}
