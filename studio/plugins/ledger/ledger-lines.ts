// The ledger entries of a document as lines, the newest first.
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'

/** A ledger entry about a document that editors publish without a review. */
export interface LedgerEntry {
  _id: string
  kind: string
  byName: string | null
  /** ISO 8601 */
  at: string
  changes: string[] | null
  reason: string | null
}

export interface LedgerLine {
  key: string
  who: string
  /** `changed it`: the words after the name. */
  what: string
  when: string
  full: string
  changes: string[]
  reason?: string
}

/** Needs `$id`, the published ID. */
export const LEDGER_LISTEN = '*[_type == "ledgerEntry" && subject._ref == $id]'

export const LEDGER_ENTRIES = `*[_type == "ledgerEntry" && references($id) && subject._ref == $id]
  | order(at desc, _id asc)[0...200]{_id, kind, byName, at, changes, reason}`

const DONE: Record<string, string> = {
  published: 'published it',
  changed: 'changed it',
  removed: 'took it away from readers',
  import: 'imported it',
}

export const ledgerLines = (
  entries: readonly LedgerEntry[],
  time: NewsroomTime,
  now: number,
): LedgerLine[] =>
  entries.map(({_id, kind, byName, at, changes, reason}) => ({
    key: _id,
    who: byName ?? 'Somebody',
    what: DONE[kind] ?? 'did something',
    when: time.moment(at, now),
    full: time.full(at),
    changes: changes ?? [],
    ...(reason && {reason}),
  }))
