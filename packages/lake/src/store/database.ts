// Opens the one SQLite file. Each pragma has its reason; the schema grows by `user_version`.
import {accessSync, constants, existsSync, statSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import {DatabaseRefused, LakeError} from '../errors.ts'
import {LAKE_PRODUCT} from '../product.ts'
import {copyBeforeMigration} from './copy-before-migration.ts'
import {fillShortDocuments, SHORT_DOCUMENTS_MIGRATION} from './short-documents.ts'
import {MIGRATIONS} from './migrations.ts'
import {storageTrouble} from './storage-trouble.ts'

/** How long a process waits for the write of another process. */
export const PATIENCE_MS = 10_000
/** Between two attempts to get the lock. */
export const RETRY_MS = 20
const SQLITE_BUSY = 5

export interface OpenOptions {
  /** A second connection that only reads: the query worker's. */
  readOnly?: boolean
  /** Told how a new version brings a database up to date, which may take minutes. */
  onUpdate?: (update: Update) => void
  /** What a person has to update where the file is too new, as `Product.name`. */
  productName?: string
}

/** The database is copied first; then documents are gone through, some thousands at a time. */
export type Update = {copying: number} | {documents: number; of: number}

/**
 * Opens (and, where writable, creates and migrates) the lake's database. Before it migrates one that
 * holds something, it puts a copy of it into `backups/` beside it.
 *
 * @param file path of the SQLite file
 * @throws DatabaseRefused where a newer version wrote it, or the copy cannot be made
 */
export function openDatabase(
  file: string,
  {readOnly = false, onUpdate = () => {}, productName = LAKE_PRODUCT.name}: OpenOptions = {},
): DatabaseSync {
  const database = connect(file, readOnly)
  // Several processes may hold the file: the server and a command. Wait for each other's commits.
  database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
  if (readOnly) return database
  try {
    assertKnown(database, productName)
  } catch (error) {
    database.close()
    throw error
  }
  // Readers never block the writer, nor the writer them.
  assertWritable(database, file)
  // An acknowledged write survives `kill -9` and a power cut.
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  try {
    migrate(database, file, onUpdate)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(file, {readOnly})
  } catch (error) {
    if (!storageTrouble(error)) throw error
    throw new DatabaseRefused(`The database ${file} cannot be opened by this user.`, error)
  }
}

function assertWritable(database: DatabaseSync, file: string): void {
  try {
    database.exec('PRAGMA journal_mode = WAL')
    // Asked of the system and not by a write, which would wait for those of other processes.
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (error) {
    database.close()
    if (!storageTrouble(error)) throw error
    throw new DatabaseRefused(
      `The database ${file} cannot be written: the disk is full, or this user may only read it.`,
      error,
    )
  }
}

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)

/** Asked before anything is written: a newer file is left exactly as it is. */
function assertKnown(database: DatabaseSync, productName: string): void {
  const version = versionOf(database)
  if (version <= MIGRATIONS.length) return
  throw new DatabaseRefused(
    `The data folder was written by a newer ${productName} (schema ${version}, this one knows ${MIGRATIONS.length}): update ${productName}, or go back to a backup.`,
  )
}

function migrate(
  database: DatabaseSync,
  file: string,
  onUpdate: NonNullable<OpenOptions['onUpdate']>,
): void {
  const current = versionOf(database)
  if (current > 0 && current < MIGRATIONS.length) {
    onUpdate({copying: statSync(file).size})
    putAside(database, file, current)
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < current) continue
    inTransaction(database, () => {
      // Another process may have migrated while this one waited for the lock.
      if (versionOf(database) > index) return
      database.exec(sql)
      if (index === SHORT_DOCUMENTS_MIGRATION)
        fillShortDocuments(database, (done, of) => onUpdate({documents: done, of}))
      database.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
}

function putAside(database: DatabaseSync, file: string, current: number): void {
  try {
    copyBeforeMigration(database, file, current)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new DatabaseRefused(
      `The database has to be brought up to date, and no copy of it could be made first (${why}): make room on the disk, then start again.`,
      error,
    )
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

/**
 * As `inTransaction`; while another process writes, this one goes on answering and tries again.
 *
 * @throws LakeError 503 where the file is not free after `patienceMs`
 */
export async function inTransactionWhenFree<T>(
  database: DatabaseSync,
  work: () => T,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return withoutWaiting(database, () => inTransaction(database, work))
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > end) throw busyError()
    }
    await sleep(RETRY_MS)
  }
}

/** Runs statements that fail at once where another process writes: waiting would stop the thread. */
export function withoutWaiting<T>(database: DatabaseSync, work: () => T): T {
  database.exec('PRAGMA busy_timeout = 0')
  try {
    return work()
  } finally {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
  }
}

/** The answer when another process did not finish in time. */
export function busyError(): LakeError {
  const description = 'Another program is writing to the data folder. Try again.'
  return new LakeError(503, 'unavailable', description, {}, {retryAfter: 1})
}

/** Whether another process writes just now. Extended codes hold the plain one in their last byte. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  )
}
