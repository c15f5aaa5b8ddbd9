// The rows that a lake has written, written again by SQLite without the lake: the same rows in a database
// of its own, one transaction for each of the lake's.
import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {join} from 'node:path'
import {inTransaction, openDatabase} from '@copydesk/lake/store'

export interface Replay {
  /** Reads what the lake has written since the last call; each of these writes one transaction. */
  read(): (() => void)[]
  close(): void
}

/**
 * @param folder of a lake that writes
 * @param name of the database's file, beside the lake's
 */
export function openReplay(folder: string, name: string): Replay {
  const from = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
  const to = openDatabase(join(folder, name))
  return {
    read: createRead(from, to),
    close() {
      from.close()
      to.close()
    },
  }
}

function createRead(from: DatabaseSync, to: DatabaseSync): () => (() => void)[] {
  const positions = from.prepare('SELECT position FROM log WHERE position > ? ORDER BY position')
  const select = (table: string): StatementSync =>
    from.prepare(`SELECT * FROM ${table} WHERE position = ?`)
  const [entry, changes] = [select('log'), select('log_changes')]
  const insertEntry = to.prepare(insertInto(to, 'log'))
  const insertChange = to.prepare(insertInto(to, 'log_changes'))
  // Stored only for the newest revision; each earlier one had a body of the same length.
  const contents = ['documents', 'heads'].map((table) => ({
    select: from.prepare(`SELECT * FROM ${table} WHERE dataset = ? AND id = ?`),
    put: to.prepare(insertInto(to, table)),
  }))
  let done = 0
  return () =>
    positions.all(done).map(({position}) => {
      done = Number(position)
      const [entries = [], changed = []] = [entry, changes].map((table) =>
        table.all(done).map((row) => Object.values(row)),
      )
      const documents = changed.flatMap(([, , dataset = null, id = null]) =>
        contents.flatMap(({select: find, put}) =>
          find.all(dataset, id).map((row) => ({put, row: Object.values(row)})),
        ),
      )
      return () =>
        inTransaction(to, () => {
          for (const row of entries) insertEntry.run(...row)
          for (const row of changed) insertChange.run(...row)
          for (const {put, row} of documents) put.run(...row)
        })
    })
}

/** A row of as many values as the table has columns today. */
function insertInto(database: DatabaseSync, table: string): string {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table)
  return `INSERT OR REPLACE INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`
}
