// Rebuilds a document's revisions from the newest to the first. Each is made from the one after it
// with the log's patches.
import {setImmediate as breathe} from 'node:timers/promises'
import {LakeError} from '../errors.ts'
import {oneBack} from '../store/documents-of-changes.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {HistoryTable, PastRow} from '../store/history.ts'
import type {LakeDocument} from '../types.ts'

export interface PastDeps {
  documents: Pick<DocumentTable, 'get'>
  history: HistoryTable
}

/** A change with the document before and after it. */
export interface PastChange extends Omit<PastRow, 'revert'> {
  previous: LakeDocument | null
  result: LakeDocument | null
}

const PAGE = 100
const LOOKS = 10
/** The longest time that a reader of history keeps a writer waiting. */
const TURN_MS = 5

/**
 * Newest change first. Begins with the current document, so that each revision is exact or not
 * returned.
 * @param from the oldest position to go back to
 * @throws LakeError 503 if the log was compacted meanwhile
 */
export async function* walkBack(
  {documents, history}: PastDeps,
  {dataset, id}: {dataset: string; id: string},
  from = 0,
): AsyncGenerator<PastChange> {
  let {state, to} = present({documents, history}, dataset, id)
  let begun = performance.now()
  for (;;) {
    const rows = history.changesOf(dataset, id, {from, to}, PAGE)
    for (const {revert, ...row} of rows) {
      if (row.resultRev !== (state?._rev ?? null)) throw tidiedMeanwhile()
      const previous = oneBack(state, revert, row.previousRev)
      yield {...row, previous, result: state}
      state = previous
      to = row.position - 1
      if (performance.now() - begun < TURN_MS) continue
      await breathe()
      begun = performance.now()
    }
    if (rows.length < PAGE) return
  }
}

/** Reads document and log at one moment, because another process may write between two reads. */
function present(
  {documents, history}: PastDeps,
  dataset: string,
  id: string,
): {state: LakeDocument | null; to: number} {
  for (let look = 0; look < LOOKS; look++) {
    const state = documents.get(dataset, id)
    const last = history.lastChange(dataset, id, Number.MAX_SAFE_INTEGER)
    if (!last || last.resultRev === (state?._rev ?? null)) return {state, to: last?.position ?? 0}
  }
  throw tidiedMeanwhile()
}

function tidiedMeanwhile(): LakeError {
  const description = 'Old edits were merged meanwhile. Try again.'
  return new LakeError(503, 'unavailable', description, {}, {retryAfter: 1})
}
