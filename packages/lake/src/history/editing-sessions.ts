// Which of a draft's edits belong together: one person's, one after the other, without a long pause.
import type {DraftRow} from '../store/compaction-table.ts'

/** Who pauses longer than this begins anew. */
export const PAUSE_MS = 10 * 60_000
/** One transaction merges no more edits than this at once: whoever saves waits for it. */
const MOST_EDITS = 500

/**
 * Sessions of more than one edit, oldest first. Whatever else touched the draft ends a session.
 *
 * @param rows all that touched the draft, oldest first
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
