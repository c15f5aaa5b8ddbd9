// Finds editing sessions of a draft: edits by one person, one after the other, without a long
// pause.
import type {DraftRow} from '../store/compaction-table.ts'

/** A longer pause ends an editing session. */
export const PAUSE_MS = 10 * 60_000
/** Limit for one transaction, because everybody who saves waits for it. */
const MOST_EDITS = 500

/**
 * Sessions of more than one edit, oldest first. Any other change of the draft ends a session.
 * @param rows all changes of the draft, oldest first
 */
export function editingSessions(rows: readonly DraftRow[]): DraftRow[][] {
  const sessions: DraftRow[][] = []
  let session: DraftRow[] = []
  for (const row of rows) {
    const last = session.at(-1)
    if (!row.isEdit) session = []
    else if (last && goesOn(last, row) && session.length < MOST_EDITS) session.push(row)
    else sessions.push((session = [row]))
  }
  return sessions.filter(({length}) => length > 1)
}

function goesOn(last: DraftRow, next: DraftRow): boolean {
  if (last.author !== next.author) return false
  const pause = Date.parse(next.timestamp) - Date.parse(last.timestamp)
  return pause >= 0 && pause <= PAUSE_MS
}
