// The log for the history: patches and authors, without whole documents.
import type {RawPatch} from 'mendoza'
import type {DatabaseSync} from 'node:sqlite'
import {unpackContent, type ChangeContent} from './change-content.ts'

/** The data to go back one revision of a document. */
export interface PastRow {
  position: number
  transactionId: string
  author: string
  /** ISO 8601 */
  timestamp: string
  /** Null if the transaction created the document. */
  previousRev: string | null
  /** Null if the transaction deleted the document. */
  resultRev: string | null
  revert: RawPatch
}

/** The effect of a transaction on one document. */
export interface PastEffect extends ChangeContent {
  id: string
}

export interface PastEntry {
  transactionId: string
  author: string
  timestamp: string
  effects: PastEffect[]
}

/** A document that a transaction changed, and whether it was created or deleted. */
export type ChangedDocument = Pick<PastRow, 'previousRev' | 'resultRev'> & {id: string}

export interface Range {
  /** Positions, both included. */
  from: number
  to: number
}

/** Changes of a document. */
interface DocumentHistory {
  /** A document's changes within the range, newest first; at most `limit`. */
  changesOf(dataset: string, id: string, range: Range, limit: number): PastRow[]
  /** As `changesOf`, only creations and deletions. */
  lifecycleOf(dataset: string, id: string, range: Range, limit: number): PastRow[]
  /** As `lifecycleOf`, for all documents whose IDs have the prefix. */
  lifecycleUnder(
    dataset: string,
    prefix: string,
    range: Range,
    limit: number,
  ): (PastRow & {id: string})[]
  /** Positions within the range that changed the document, oldest first or newest first. */
  positionsOf(
    dataset: string,
    id: string,
    range: Range,
    order: {newestFirst: boolean; limit: number},
  ): number[]
  /** The newest change at or before a position; null if the log has none. */
  lastChange(dataset: string, id: string, position: number): PastRow | null
  /** Accounts that changed a document within the range, in the order of their first change. */
  authorsOf(dataset: string, id: string, range: Range): string[]
}

/** Changes in a transaction. */
interface TransactionHistory {
  entry(position: number): PastEntry | null
  changedIn(position: number): ChangedDocument[]
}

export interface HistoryTable extends DocumentHistory, TransactionHistory {}

type Row = Record<string, unknown>

const revision = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Prepares the statements once. */
export function historyTable(database: DatabaseSync): HistoryTable {
  return {...documentHistory(database), ...transactionHistory(database)}
}

function documentHistory(database: DatabaseSync): DocumentHistory {
  const columns = `c.position, l.transaction_id, l.author, l.timestamp,
    c.previous_rev, c.result_rev, c.content`
  const rows = (condition: string): string => `
    SELECT ${columns} FROM log_changes c JOIN log l ON l.position = c.position
    WHERE c.dataset = ? AND c.document_id = ? AND c.position BETWEEN ? AND ? ${condition}
    ORDER BY c.position DESC LIMIT ?`
  const changes = database.prepare(rows(''))
  const lifecycle = database.prepare(rows('AND (c.previous_rev IS NULL OR c.result_rev IS NULL)'))
  const under = database.prepare(`
    SELECT ${columns}, c.document_id FROM log_changes c JOIN log l ON l.position = c.position
    WHERE c.dataset = ? AND c.document_id >= ? AND c.document_id < ? AND c.position BETWEEN ? AND ?
      AND (c.previous_rev IS NULL OR c.result_rev IS NULL)
    ORDER BY c.position DESC, c.ordinal DESC LIMIT ?`)
  const positions = (order: 'ASC' | 'DESC') =>
    database.prepare(`SELECT position FROM log_changes
      WHERE dataset = ? AND document_id = ? AND position BETWEEN ? AND ? ORDER BY position ${order} LIMIT ?`)
  const [oldestFirst, newestFirst] = [positions('ASC'), positions('DESC')]
  const authors = database.prepare(
    `SELECT l.author, min(c.position) AS first FROM log_changes c JOIN log l ON l.position = c.position
     WHERE c.dataset = ? AND c.document_id = ? AND c.position BETWEEN ? AND ?
     GROUP BY l.author ORDER BY first`,
  )
  return {
    changesOf: (dataset, id, {from, to}, limit) =>
      changes.all(dataset, id, from, to, limit).map(toRow),
    lifecycleOf: (dataset, id, {from, to}, limit) =>
      lifecycle.all(dataset, id, from, to, limit).map(toRow),
    lifecycleUnder: (dataset, prefix, {from, to}, limit) =>
      under
        .all(dataset, prefix, `${prefix}\u{10ffff}`, from, to, limit)
        .map((row) => ({...toRow(row), id: String(row['document_id'])})),
    positionsOf: (dataset, id, {from, to}, order) =>
      (order.newestFirst ? newestFirst : oldestFirst)
        .all(dataset, id, from, to, order.limit)
        .map(({position}) => Number(position)),
    lastChange(dataset, id, position) {
      const [row] = changes.all(dataset, id, 0, position, 1)
      return row ? toRow(row) : null
    },
    authorsOf: (dataset, id, {from, to}) =>
      authors.all(dataset, id, from, to).map(({author}) => String(author)),
  }
}

function transactionHistory(database: DatabaseSync): TransactionHistory {
  const entry = database.prepare(
    'SELECT transaction_id, author, timestamp FROM log WHERE position = ?',
  )
  const effects = database.prepare(
    `SELECT document_id, content FROM log_changes
     WHERE position = ? ORDER BY ordinal`,
  )
  const changed = database.prepare(
    `SELECT document_id, previous_rev, result_rev FROM log_changes
     WHERE position = ? ORDER BY ordinal`,
  )
  return {
    entry(position) {
      const found = entry.get(position)
      if (!found) return null
      return {
        transactionId: String(found['transaction_id']),
        author: String(found['author']),
        timestamp: String(found['timestamp']),
        effects: effects.all(position).map(toEffect),
      }
    },
    changedIn: (position) =>
      changed.all(position).map((row) => ({
        id: String(row['document_id']),
        previousRev: revision(row['previous_rev']),
        resultRev: revision(row['result_rev']),
      })),
  }
}

const toRow = (row: Row): PastRow => ({
  position: Number(row['position']),
  transactionId: String(row['transaction_id']),
  author: String(row['author']),
  timestamp: String(row['timestamp']),
  previousRev: revision(row['previous_rev']),
  resultRev: revision(row['result_rev']),
  revert: unpackContent(row['content']).revert,
})

const toEffect = (row: Row): PastEffect => ({
  id: String(row['document_id']),
  ...unpackContent(row['content']),
})
