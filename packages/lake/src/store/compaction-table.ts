// The log as merging old edits sees it: which transactions did nothing but edit one draft, and how
// several of them become one.
import type {RawPatch} from 'mendoza'
import type {DatabaseSync} from 'node:sqlite'
import type {Mutation} from '../types.ts'

/** One transaction's share of a draft's life. */
export interface DraftRow {
  position: number
  author: string
  /** ISO 8601 */
  timestamp: string
  /** It changed the draft and touched nothing else; neither created nor deleted it. */
  isEdit: boolean
}

export interface Merged {
  mutations: Mutation[]
  apply: RawPatch
  revert: RawPatch
}

export interface MergeTable {
  /** Up to which position the log was merged before; 0 at first. */
  mergedUpTo(): number
  setMergedUpTo(position: number): void
  /** Positions and times after a position, oldest first; at most `limit`. */
  timesAfter(position: number, limit: number): {position: number; timestamp: string}[]
  /** Drafts and versions touched after `after` and up to `upTo`. */
  draftsTouched(after: number, upTo: number): {dataset: string; id: string}[]
  /** What touched the draft up to `upTo`, oldest first, from the last row up to `after` on. */
  rowsOf(dataset: string, id: string, after: number, upTo: number): DraftRow[]
  /**
   * Puts what the rows come to in the place of the last one and removes the others. Call it inside of
   * a transaction. False, and nothing is done, where they are not all there any more.
   */
  merge(dataset: string, id: string, rows: readonly DraftRow[], merged: Merged): boolean
  /** Forgets whole documents, the oldest first, up to a position; answers how many. */
  pruneBodies(upTo: number, limit: number): number
}

const SETTING = 'history.mergedUpTo'

/** Prepares the statements once. */
export function mergeTable(database: DatabaseSync): MergeTable {
  const setting = database.prepare('SELECT value FROM settings WHERE key = ?')
  const set = database.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  const times = database.prepare(
    'SELECT position, timestamp FROM log WHERE position > ? ORDER BY position LIMIT ?',
  )
  const touched = database.prepare(
    `SELECT DISTINCT dataset, document_id FROM log_changes
     WHERE position > ? AND position <= ?
       AND (document_id LIKE 'drafts.%' OR document_id LIKE 'versions.%')`,
  )
  const rows = database.prepare(
    `SELECT c.position, l.author, l.timestamp,
       c.previous_rev IS NOT NULL AND c.result_rev IS NOT NULL
         AND (SELECT count(*) FROM log_changes o WHERE o.position = c.position) = 1 AS is_edit
     FROM log_changes c JOIN log l ON l.position = c.position
     WHERE c.dataset = ? AND c.document_id = ? AND c.position <= ? AND c.position >= coalesce(
       (SELECT max(position) FROM log_changes
        WHERE dataset = ? AND document_id = ? AND position <= ?), 0)
     ORDER BY c.position`,
  )
  const between = database.prepare(
    `SELECT count(*) AS n FROM log_changes
     WHERE dataset = ? AND document_id = ? AND position BETWEEN ? AND ?`,
  )
  const previous = database.prepare('SELECT previous_rev FROM log_changes WHERE position = ?')
  const replace = database.prepare(
    `UPDATE log_changes SET previous_rev = ?, mutations = ?, apply = ?, revert = ?
     WHERE position = ?`,
  )
  const removals = ['log_changes', 'log_bodies', 'log'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE position = ?`),
  )
  const prune = database.prepare(
    `DELETE FROM log_bodies WHERE rowid IN
       (SELECT rowid FROM log_bodies WHERE position <= ? ORDER BY position LIMIT ?)`,
  )

  return {
    mergedUpTo: () => Number(setting.get(SETTING)?.value ?? 0),
    setMergedUpTo: (position) => void set.run(SETTING, String(position)),
    timesAfter: (position, limit) =>
      times.all(position, limit).map((row) => ({
        position: Number(row.position),
        timestamp: String(row.timestamp),
      })),
    draftsTouched: (after, upTo) =>
      touched.all(after, upTo).map((row) => ({
        dataset: String(row.dataset),
        id: String(row.document_id),
      })),
    rowsOf: (dataset, id, after, upTo) =>
      rows.all(dataset, id, upTo, dataset, id, after).map((row) => ({
        position: Number(row.position),
        author: String(row.author),
        timestamp: String(row.timestamp),
        isEdit: Number(row.is_edit) === 1,
      })),
    merge(dataset, id, merging, {mutations, apply, revert}) {
      const [first, last] = [merging[0], merging.at(-1)]
      if (!first || !last) return false
      const there = Number(between.get(dataset, id, first.position, last.position)?.n)
      if (there !== merging.length) return false
      const begun = previous.get(first.position)?.previous_rev
      const [then, ...patches] = [begun, mutations, apply, revert].map((value) =>
        typeof value === 'string' ? value : JSON.stringify(value),
      ) as [string, string, string, string]
      replace.run(then, ...patches, last.position)
      for (const {position} of merging.slice(0, -1)) {
        for (const removal of removals) removal.run(position)
      }
      return true
    },
    pruneBodies: (upTo, limit) => Number(prune.run(upTo, limit).changes),
  }
}
