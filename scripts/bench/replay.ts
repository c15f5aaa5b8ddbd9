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
  const [entry, changes, bodies] = [select('log'), select('log_changes'), select('log_bodies')]
  const insertEntry = to.prepare(insertInto(to, 'log'))
  const insertChange = to.prepare(insertInto(to, 'log_changes'))
  const insertBody = to.prepare(insertInto(to, 'log_bodies'))
  const put = to.prepare(insertInto(to, 'documents'))
  // Stored only for the newest revision; each earlier one had a body of the same length.
  const head = from.prepare('SELECT * FROM heads WHERE dataset = ? AND id = ?')
  const putHead = to.prepare(insertInto(to, 'heads'))
  let done = 0
  return () =>
    positions.all(done).map(({position}) => {
      done = Number(position)
      const rows = [entry, changes, bodies].map((table) =>
        table.all(done).map((row) => Object.values(row)),
      )
      const documents = (rows[1] ?? []).map(([, ordinal, dataset, id, , revision]) => {
        const body = rows[2]?.find((row) => row[1] === ordinal)?.[3] ?? null
        return [dataset ?? null, id ?? null, 'article', revision ?? null, body]
      })
      const heads = documents.flatMap(([dataset = null, id = null]) =>
        head.all(dataset, id).map((row) => Object.values(row)),
      )
      return () =>
        inTransaction(to, () => {
          for (const row of rows[0] ?? []) insertEntry.run(...row)
          for (const row of rows[1] ?? []) insertChange.run(...row)
          for (const row of rows[2] ?? []) insertBody.run(...row)
          for (const row of documents) put.run(...row)
          for (const row of heads) putHead.run(...row)
        })
    })
}

/** A row of as many values as the table has columns today. */
function insertInto(database: DatabaseSync, table: string): string {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table)
  return `INSERT OR REPLACE INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`
}
