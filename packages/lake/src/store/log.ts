// Tables `log`, `log_changes`, `log_bodies`: every committed transaction, in order.
import type {RawPatch} from 'mendoza'
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from './database.ts'
import type {Change, DatasetDeed, LakeDocument, LogEntry, Mutation} from '../types.ts'

/**
 * The part of a transaction that changes one document, with its Mendoza patches (without `_rev`).
 */
export interface LoggedChange extends Change {
  apply: RawPatch
  revert: RawPatch
}

export interface LoggedEntry extends LogEntry {
  changes: LoggedChange[]
}

/** A change of a dataset itself. */
export type LoggedDatasetEvent = Omit<LoggedEntry, 'changes' | 'transactionId'> & {
  datasetEvent: DatasetDeed
}

/** Call its methods inside the transaction that makes the logged change. */
export interface LogWriter {
  /**
   * Appends an entry and returns its position.
   * @param textOf the JSON text of a document, for callers that have it already
   */
  append(
    entry: Omit<LoggedEntry, 'position'> & {digest: string},
    textOf?: (document: LakeDocument) => string,
  ): number
  /** Appends a change of a dataset and returns the entry's position. */
  appendDatasetEvent(
    entry: Omit<LogEntry, 'position' | 'changes'> & {datasetEvent: DatasetDeed},
  ): number
  /** Deletes whole documents up to `position`. The changes themselves stay. */
  prune(position: number): void
}

export interface LogReader {
  /** Changes of datasets after `position`, oldest first. */
  datasetEventsSince(position: number): LoggedDatasetEvent[]
  /** The newest position; 0 for an empty log. */
  last(): number
  /** The newest position of a dataset; 0 if it has none. */
  lastOf(dataset: string): number
  /** Entries after `position`, oldest first, with whole documents; at most `limit`. */
  since(position: number, limit: number): LoggedEntry[]
  /** The documents that changed after `position`. Fast, because bodies are not read. */
  changedSince(position: number): {position: number; dataset: string; id: string}[]
  /** The ID of the transaction at a position; null if there is none. */
  transactionAt(position: number): string | null
  /** Position and digest of a transaction by its id. */
  find(dataset: string, transactionId: string): FoundTransaction | null
  /** The oldest position with a stored body; the next position if there are none. */
  oldestWithBodies(): number
}

export interface FoundTransaction {
  position: number
  digest: string
  author: string
  timestamp: string
}

export interface LogTable extends LogWriter, LogReader {}

const parse = <T>(value: unknown): T => JSON.parse(String(value)) as T

/** Prepares the statements once. */
export function logTable(database: DatabaseSync): LogTable {
  return {...logWriter(database), ...logReader(database)}
}

function logWriter(database: DatabaseSync): LogWriter {
  const insertEntry = database.prepare(
    `INSERT INTO log (dataset, transaction_id, author, timestamp, digest, dataset_event)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const insertChange = database.prepare(
    `INSERT INTO log_changes
     (position, ordinal, dataset, document_id, previous_rev, result_rev, mutations, apply, revert)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertBodies = database.prepare(
    'INSERT INTO log_bodies (position, ordinal, previous, result) VALUES (?, ?, ?, ?)',
  )
  const prune = prepareWrite(database, 'DELETE FROM log_bodies WHERE position <= ?')

  return {
    append(entry, textOf = JSON.stringify) {
      const {dataset, transactionId, author, timestamp, digest} = entry
      const {lastInsertRowid} = insertEntry.run(
        dataset,
        transactionId,
        author,
        timestamp,
        digest,
        null,
      )
      const position = Number(lastInsertRowid)
      for (const [ordinal, change] of entry.changes.entries()) {
        const {previous, result} = change
        insertChange.run(
          position,
          ordinal,
          dataset,
          change.id,
          previous?._rev ?? null,
          result?._rev ?? null,
          JSON.stringify(change.mutations),
          JSON.stringify(change.apply),
          JSON.stringify(change.revert),
        )
        const [before, after] = [previous, result].map((document) => document && textOf(document))
        insertBodies.run(position, ordinal, before ?? null, after ?? null)
      }
      return position
    },
    appendDatasetEvent: ({dataset, transactionId, author, timestamp, datasetEvent}) =>
      Number(
        insertEntry.run(dataset, transactionId, author, timestamp, '', JSON.stringify(datasetEvent))
          .lastInsertRowid,
      ),
    prune: (position) => void prune.run(position),
  }
}

function logReader(database: DatabaseSync): LogReader {
  const datasetEvents = database.prepare(
    'SELECT * FROM log WHERE dataset_event IS NOT NULL AND position > ? ORDER BY position',
  )
  const last = database.prepare('SELECT coalesce(max(position), 0) AS position FROM log')
  const lastOf = database.prepare(
    'SELECT coalesce(max(position), 0) AS position FROM log WHERE dataset = ?',
  )
  const entries = database.prepare('SELECT * FROM log WHERE position > ? ORDER BY position LIMIT ?')
  const changes = database.prepare(
    `SELECT c.*, b.previous, b.result FROM log_changes c
     LEFT JOIN log_bodies b ON b.position = c.position AND b.ordinal = c.ordinal
     WHERE c.position = ? ORDER BY c.ordinal`,
  )
  const changed = database.prepare(
    'SELECT position, dataset, document_id FROM log_changes WHERE position > ? ORDER BY position',
  )
  const transactionAt = database.prepare('SELECT transaction_id FROM log WHERE position = ?')
  const find = database.prepare(
    `SELECT position, digest, author, timestamp FROM log
     WHERE dataset = ? AND transaction_id = ?`,
  )
  const oldest = database.prepare('SELECT min(position) AS position FROM log_bodies')

  return {
    datasetEventsSince: (position) => datasetEvents.all(position).map(toDatasetEvent),
    last: () => Number(last.get()?.position ?? 0),
    lastOf: (dataset) => Number(lastOf.get(dataset)?.position ?? 0),
    since: (position, limit) =>
      entries
        .all(position, limit)
        .map((row) => toEntry(row, changes.all(Number(row.position)).map(toChange))),
    changedSince: (position) =>
      changed.all(position).map((row) => ({
        position: Number(row.position),
        dataset: String(row.dataset),
        id: String(row.document_id),
      })),
    transactionAt(position) {
      const row = transactionAt.get(position)
      return row ? String(row.transaction_id) : null
    },
    find(dataset, transactionId) {
      const row = find.get(dataset, transactionId)
      return row ? toFound(row) : null
    },
    oldestWithBodies: () => Number(oldest.get()?.position ?? Number(last.get()?.position ?? 0) + 1),
  }
}

type Row = Record<string, unknown>

const toDatasetEvent = (row: Row): LoggedDatasetEvent => ({
  position: Number(row['position']),
  dataset: String(row['dataset']),
  author: String(row['author']),
  timestamp: String(row['timestamp']),
  datasetEvent: parse<DatasetDeed>(row['dataset_event']),
})

const toEntry = (row: Row, changes: LoggedChange[]): LoggedEntry => ({
  position: Number(row['position']),
  dataset: String(row['dataset']),
  transactionId: String(row['transaction_id']),
  author: String(row['author']),
  timestamp: String(row['timestamp']),
  ...(row['dataset_event'] !== null && {datasetEvent: parse<DatasetDeed>(row['dataset_event'])}),
  changes,
})

const toChange = (row: Row): LoggedChange => ({
  id: String(row['document_id']),
  previous: row['previous'] === null ? null : parse<LakeDocument>(row['previous']),
  result: row['result'] === null ? null : parse<LakeDocument>(row['result']),
  mutations: parse<Mutation[]>(row['mutations']),
  apply: parse<RawPatch>(row['apply']),
  revert: parse<RawPatch>(row['revert']),
})

const toFound = (row: Row): FoundTransaction => ({
  position: Number(row['position']),
  digest: String(row['digest']),
  author: String(row['author']),
  timestamp: String(row['timestamp']),
})
