// A document as it was before it was deleted last: what an archived release takes up again.
import type {HistoryTable} from '../store/history.ts'
import type {LakeDocument} from '../types.ts'
import {oneBack} from './walk-back.ts'

/** Null where it is there, never was, or was erased. */
export function lastRevision(
  history: Pick<HistoryTable, 'lastChange'>,
  dataset: string,
  id: string,
): LakeDocument | null {
  const last = history.lastChange(dataset, id, Number.MAX_SAFE_INTEGER)
  if (!last || last.resultRev !== null) return null
  return oneBack(null, last.revert, last.previousRev)
}
