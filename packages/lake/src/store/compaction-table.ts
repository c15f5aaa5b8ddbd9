// The log as compaction reads it: transactions that edited only one draft, and how to merge them.
import type {DatabaseSync} from 'node:sqlite'
import {packContent, type ChangeContent} from './change-content.ts'
import {positionSetting, wholeAfterSetting} from './position-setting.ts'

/** The change of a draft by one transaction. */
export interface DraftRow {
  position: number
  author: string
  /** ISO 8601 */
  timestamp: string
  /** Whether the transaction changed only this draft, and neither created nor deleted it. */
  isEdit: boolean
}

interface CompactionProgress {
  /** Position up to which the log is compacted; 0 at first. */
  compactedUpTo(): number
  setCompactedUpTo(position: number): void
}

interface DraftLog {
  /** Positions and times after a position, oldest first; at most `limit`. */
  timesAfter(position: number, limit: number): {position: number; timestamp: string}[]
  /** Drafts and versions that were changed after `after` and up to `upTo`. */
  changedDrafts(after: number, upTo: number): {dataset: string; id: string}[]
  /** Changes of the draft up to `upTo`, oldest first, beginning with the last one up to `after`. */
  rowsOf(dataset: string, id: string, after: number, upTo: number): DraftRow[]
}

/** Call its methods inside a transaction. */
interface LogCompactor {
  /**
   * Replaces the last row by the merged edit and deletes the other rows. If some of the rows are
   * gone, does nothing and returns false.
   */
  merge(
    draft: {dataset: string; id: string},
    rows: readonly DraftRow[],
    edit: ChangeContent,
  ): boolean
  /** Call it before edits up to `position` are merged: streams that resume from there start again. */
  beginMerging(upTo: number): void
}

export interface CompactionTable extends CompactionProgress, DraftLog, LogCompactor {}

/** Prepares the statements once. */
export function compactionTable(database: DatabaseSync): CompactionTable {
  return {...progress(database), ...draftLog(database), ...logCompactor(database)}
}

/** Key in the table `settings`. */
const SETTING = 'history.mergedUpTo'

function progress(database: DatabaseSync): CompactionProgress {
  const {get, set} = positionSetting(database, SETTING)
  return {compactedUpTo: get, setCompactedUpTo: set}
}

function draftLog(database: DatabaseSync): DraftLog {
  const times = database.prepare(
    'SELECT position, timestamp FROM log WHERE position > ? ORDER BY position LIMIT ?',
  )
  const changed = database.prepare(
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
  return {
    timesAfter: (position, limit) =>
      times.all(position, limit).map((row) => ({
        position: Number(row.position),
        timestamp: String(row.timestamp),
      })),
    changedDrafts: (after, upTo) =>
      changed.all(after, upTo).map((row) => ({
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
  }
}

function logCompactor(database: DatabaseSync): LogCompactor {
  const between = database.prepare(
    `SELECT count(*) AS n FROM log_changes
     WHERE dataset = ? AND document_id = ? AND position BETWEEN ? AND ?`,
  )
  const previous = database.prepare('SELECT previous_rev FROM log_changes WHERE position = ?')
  const replace = database.prepare(
    'UPDATE log_changes SET previous_rev = ?, content = ? WHERE position = ?',
  )
  const removals = ['log_changes', 'log'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE position = ?`),
  )
  return {
    merge({dataset, id}, rows, edit) {
      const [first, last] = [rows[0], rows.at(-1)]
      if (!first || !last) return false
      const found = Number(between.get(dataset, id, first.position, last.position)?.n)
      if (found !== rows.length) return false
      const previousRev = String(previous.get(first.position)?.previous_rev)
      replace.run(previousRev, packContent(edit), last.position)
      for (const {position} of rows.slice(0, -1)) {
        for (const removal of removals) removal.run(position)
      }
      return true
    },
    beginMerging: wholeAfterSetting(database).raise,
  }
}
