// Opens the one SQLite file. Each pragma has its reason; the schema grows by `user_version`.
import {DatabaseSync} from 'node:sqlite'
import {MIGRATIONS} from './migrations.ts'

export interface OpenOptions {
  /** A second connection that only reads: the query worker's. */
  readOnly?: boolean
}

/**
 * Opens (and, where writable, creates and migrates) the lake's database.
 *
 * @param file path of the SQLite file
 * @throws where the file cannot be opened or was written by a newer Copydesk
 */
export function openDatabase(file: string, {readOnly = false}: OpenOptions = {}): DatabaseSync {
  const database = new DatabaseSync(file, {readOnly})
  // Several processes may hold the file: the server and a command. Wait for each other's commits.
  database.exec('PRAGMA busy_timeout = 10000')
  if (readOnly) return database
  // Readers never block the writer, nor the writer them.
  database.exec('PRAGMA journal_mode = WAL')
  // An acknowledged write survives `kill -9` and a power cut.
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  migrate(database)
  return database
}

function migrate(database: DatabaseSync): void {
  const current = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  if (current > MIGRATIONS.length) {
    throw new Error(
      `The data folder was written by a newer Copydesk (schema ${current}, this one knows ${MIGRATIONS.length}).`,
    )
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < current) continue
    inTransaction(database, () => {
      // Another process may have migrated while this one waited for the lock.
      const now = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
      if (now > index) return
      database.exec(sql)
      database.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
}

/** Runs `work` in one write transaction: all of it is stored, or nothing. Re-throws its error. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
