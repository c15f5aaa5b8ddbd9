// Table `webhook_waiting`: published documents that readers will see at a later time.
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from '../store/database.ts'

export interface WaitingTable {
  all(): {dataset: string; id: string}[]
  has(dataset: string, id: string): boolean
  add(dataset: string, id: string): void
  remove(dataset: string, id: string): void
}

/** Prepares the statements once. */
export function waitingTable(database: DatabaseSync): WaitingTable {
  const all = database.prepare('SELECT * FROM webhook_waiting ORDER BY dataset, document_id')
  const has = database.prepare(
    'SELECT 1 FROM webhook_waiting WHERE dataset = ? AND document_id = ?',
  )
  const add = prepareWrite(
    database,
    'INSERT OR IGNORE INTO webhook_waiting (dataset, document_id) VALUES (?, ?)',
  )
  const remove = prepareWrite(
    database,
    'DELETE FROM webhook_waiting WHERE dataset = ? AND document_id = ?',
  )
  return {
    all: () =>
      all.all().map((row) => ({
        dataset: String(row['dataset']),
        id: String(row['document_id']),
      })),
    has: (dataset, id) => has.get(dataset, id) !== undefined,
    add: (dataset, id) => void add.run(dataset, id),
    remove: (dataset, id) => void remove.run(dataset, id),
  }
}
