// Tables `log` and `log_changes`: every committed transaction, in order.
import type {DatabaseSync} from 'node:sqlite'
import type {Change, DatasetDeed, LogEntry} from '../types.ts'
import {packContent, unpackContent, type ChangeContent} from './change-content.ts'
import {readAtOneMoment} from './database.ts'
import {documentsOfChanges, type ChangeRow, type Documents} from './documents-of-changes.ts'
import {wholeAfterSetting} from './position-setting.ts'

/** The part of a transaction that changes one document. */
export interface LoggedChange extends Change, ChangeContent {}

export interface LoggedEntry extends LogEntry {
  changes: LoggedChange[]
}

/** A change of a dataset itself. */
export type LoggedDatasetEvent = Omit<LoggedEntry, 'changes' | 'transactionId'> & {
  datasetEvent: DatasetDeed
}

/** Call its methods inside the transaction that makes the logged change. */
export interface LogWriter {
  /** Appends an entry and returns its position. */
  append(entry: Omit<LoggedEntry, 'position'> & {digest: string}): number
  /** Appends a change of a dataset and returns the entry's position. */
  appendDatasetEvent(
    entry: Omit<LogEntry, 'position' | 'changes'> & {datasetEvent: DatasetDeed},
  ): number
}

export interface LogReader {
  /** Changes of datasets after `position`, oldest first. */
  datasetEventsSince(position: number): LoggedDatasetEvent[]
  /** The newest position; 0 for an empty log. */
  last(): number
  /** The newest position of a dataset; 0 if it has none. */
  lastOf(dataset: string): number
  /** Entries after `position`, oldest first, with the documents before and after; at most `limit`. */
  since(position: number, limit: number): LoggedEntry[]
  /** The documents that changed after `position`. Fast, because contents are not read. */
  changedSince(position: number): {position: number; dataset: string; id: string}[]
  /** The ID of the transaction at a position; null if there is none. */
  transactionAt(position: number): string | null
  /** Position and digest of a transaction by its id. */
  find(dataset: string, transactionId: string): FoundTransaction | null
  /** All entries after this position are as they were written. Earlier ones may be merged or erased. */
  wholeAfter(): number
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
     (position, ordinal, dataset, document_id, previous_rev, result_rev, content)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )

  return {
    append(entry) {
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
          packContent(change),
        )
      }
      return position
    },
    appendDatasetEvent: ({dataset, transactionId, author, timestamp, datasetEvent}) =>
      Number(
        insertEntry.run(dataset, transactionId, author, timestamp, '', JSON.stringify(datasetEvent))
          .lastInsertRowid,
      ),
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
  const changes = database.prepare('SELECT * FROM log_changes WHERE position = ? ORDER BY ordinal')
  const changed = database.prepare(
    'SELECT position, dataset, document_id FROM log_changes WHERE position > ? ORDER BY position',
  )
  const transactionAt = database.prepare('SELECT transaction_id FROM log WHERE position = ?')
  const find = database.prepare(
    `SELECT position, digest, author, timestamp FROM log
     WHERE dataset = ? AND transaction_id = ?`,
  )
  const documentsOf = documentsOfChanges(database)
  const wholeAfter = wholeAfterSetting(database)

  return {
    datasetEventsSince: (position) => datasetEvents.all(position).map(toDatasetEvent),
    last: () => Number(last.get()?.position ?? 0),
    lastOf: (dataset) => Number(lastOf.get(dataset)?.position ?? 0),
    since: (position, limit) =>
      readAtOneMoment(database, () => {
        const found = entries.all(position, limit)
        const rowsOf = found.map((row) => changes.all(Number(row['position'])))
        const documents = documentsOf(rowsOf.flat())
        return found.map((row, index) =>
          toEntry(
            row,
            (rowsOf[index] ?? []).map((one) => toChange(one, documents.get(one))),
          ),
        )
      }),
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
    wholeAfter: wholeAfter.get,
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

/** Its content is unpacked when somebody asks for it: most followers need only the documents. */
function toChange(
  row: ChangeRow,
  {previous, result}: Documents = {previous: null, result: null},
): LoggedChange {
  let content: ChangeContent | undefined
  const unpacked = (): ChangeContent => (content ??= unpackContent(row['content']))
  return {
    id: String(row['document_id']),
    previous,
    result,
    get mutations() {
      return unpacked().mutations
    },
    get apply() {
      return unpacked().apply
    },
    get revert() {
      return unpacked().revert
    },
  }
}

const toFound = (row: Row): FoundTransaction => ({
  position: Number(row['position']),
  digest: String(row['digest']),
  author: String(row['author']),
  timestamp: String(row['timestamp']),
})
