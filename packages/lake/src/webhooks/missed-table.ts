// Table `webhook_missed`: changes that a webhook did not get because its filter or projection was too costly, or because
// it was switched off. Changes that can still be read from the log are not in it.
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from '../store/database.ts'

export interface NewMissed {
  hook: string
  dataset: string
  documentId: string
  /** Position in the log of the change. For a document that became visible with time: of the entry before. */
  position: number
  /** ISO 8601 */
  at: string
  /** The document became visible to readers with time: the log has no entry for that. */
  byClock: boolean
  /** Whether it is to be sent. False until a person enables the hook. */
  due: boolean
}

export interface Missed extends NewMissed {
  id: number
}

export interface MissedTable {
  add(missed: NewMissed): void
  /** Documents whose changes were too costly since the hook was last enabled. */
  strikes(hook: string): Set<string>
  /** Number of changes that are not to be sent yet. */
  count(hook: string): number
  /** All missed changes are to be sent from now on. */
  makeDue(hook: string): void
  /** Changes to be sent, oldest first. */
  due(hook: string): Missed[]
  /** The oldest missed change of a hook. */
  first(hook: string): Pick<Missed, 'position' | 'at'> | null
  remove(id: number): void
  /** Deletes all missed changes of a hook. */
  clear(hook: string): void
}

/** Prepares the statements once. */
export function missedTable(database: DatabaseSync): MissedTable {
  const add = prepareWrite(
    database,
    `INSERT INTO webhook_missed (hook, dataset, document_id, position, at, by_clock, due)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const strikes = database.prepare(
    'SELECT DISTINCT document_id FROM webhook_missed WHERE hook = ? AND due = 0',
  )
  const count = database.prepare(
    'SELECT count(*) AS n FROM webhook_missed WHERE hook = ? AND due = 0',
  )
  const makeDue = prepareWrite(database, 'UPDATE webhook_missed SET due = 1 WHERE hook = ?')
  const due = database.prepare(
    'SELECT * FROM webhook_missed WHERE hook = ? AND due = 1 ORDER BY position, id',
  )
  const first = database.prepare(
    'SELECT position, at FROM webhook_missed WHERE hook = ? ORDER BY position, id LIMIT 1',
  )
  const remove = prepareWrite(database, 'DELETE FROM webhook_missed WHERE id = ?')
  const clear = prepareWrite(database, 'DELETE FROM webhook_missed WHERE hook = ?')

  return {
    add({hook, dataset, documentId, position, at, byClock, due: isDue}) {
      add.run(hook, dataset, documentId, position, at, byClock ? 1 : 0, isDue ? 1 : 0)
    },
    strikes: (hook) => new Set(strikes.all(hook).map((row) => String(row['document_id']))),
    count: (hook) => Number(count.get(hook)?.['n'] ?? 0),
    makeDue: (hook) => void makeDue.run(hook),
    due: (hook) =>
      due.all(hook).map((row) => ({
        id: Number(row['id']),
        hook: String(row['hook']),
        dataset: String(row['dataset']),
        documentId: String(row['document_id']),
        position: Number(row['position']),
        at: String(row['at']),
        byClock: Number(row['by_clock']) === 1,
        due: true,
      })),
    first(hook) {
      const row = first.get(hook)
      return row ? {position: Number(row['position']), at: String(row['at'])} : null
    },
    remove: (id) => void remove.run(id),
    clear: (hook) => void clear.run(hook),
  }
}
