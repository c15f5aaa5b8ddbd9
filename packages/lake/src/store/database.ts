// Opens the SQLite file. Each pragma has its reason. `user_version` counts the migrations.
import {accessSync, constants, existsSync, statSync} from 'node:fs'
import {DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import {DatabaseRefused, LakeError, LogUnavailable} from '../errors.ts'
import {LAKE_PRODUCT} from '../product.ts'
import {PACKING_MIGRATION, packOldChanges} from './change-content.ts'
import {copyBeforeMigration} from './copy-before-migration.ts'
import {fillShortDocuments, SHORT_DOCUMENTS_MIGRATION} from './short-documents.ts'
import {MIGRATIONS} from './migrations.ts'
import {storageTrouble} from './storage-trouble.ts'

/** How long a process waits for the write of another process. */
export const PATIENCE_MS = 10_000
/** Wait between two attempts to get the lock. */
const RETRY_MS = 20
/** As `RETRY_MS`, for a cluster's log that does not answer. */
const RETRY_AWAY_MS = 250
const SQLITE_BUSY = 5

export interface OpenOptions {
  /** A second connection that only reads, for a query thread. */
  readOnly?: boolean
  /** Called with the progress of a migration, which may take minutes. */
  onUpdate?: (update: Update) => void
  /** The program that must be updated if the file is too new, as `Product.name`. */
  productName?: string
  /** The caller writes through the log of the cluster. Without it, a node's database is not opened for writing. */
  asNode?: boolean
}

/** The database is copied first. Then its documents are processed, some thousands at a time. */
export type Update =
  | {copying: number}
  | {documents: number; of: number}
  | {changes: number; of: number}

/**
 * Opens the lake's database. If it is writable, creates and migrates it. Before the migration of a
 * database with content, it writes a copy into `backups/` beside it.
 * @param file path of the SQLite file
 * @throws DatabaseRefused if a newer version wrote it, or the copy fails
 */
export function openDatabase(
  file: string,
  {
    readOnly = false,
    onUpdate = () => {},
    productName = LAKE_PRODUCT.name,
    asNode = false,
  }: OpenOptions = {},
): DatabaseSync {
  const database = connect(file, readOnly)
  // The server and a command can have the file open at once. Each waits for the other's commits.
  database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
  if (readOnly) return database
  try {
    assertKnown(database, productName)
  } catch (error) {
    database.close()
    throw error
  }
  // Readers never block the writer, and the writer never blocks readers.
  assertWritable(database, file)
  // A confirmed write survives `kill -9` and a power cut.
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  try {
    // A node migrates where the cluster's log says so.
    if (!asNode || !isNode(database)) migrateDatabase(database, file, onUpdate)
    if (!asNode && isNode(database)) throw new DatabaseRefused(IS_NODE)
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
    // Asks the system, because a test write would wait for writes of other processes.
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

/** The version of a database's tables. */
export const schemaOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)

/** Checked before anything is written, so that a newer file is not changed. */
function assertKnown(database: DatabaseSync, productName: string): void {
  const version = schemaOf(database)
  if (version <= MIGRATIONS.length) return
  throw new DatabaseRefused(
    `The data folder was written by a newer ${productName} (schema ${version}, this one knows ${MIGRATIONS.length}): update ${productName}, or go back to a backup.`,
  )
}

/** A change beside the log would make it differ from the others. */
const IS_NODE =
  'This data folder is a node of a cluster. What writes to it needs the address of the cluster’s database.'

/** Whether a database is that of a node of a cluster. */
export function isNode(database: DatabaseSync): boolean {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'cluster'`).get()
  return table !== undefined && database.prepare('SELECT 1 FROM cluster').get() !== undefined
}

/**
 * Brings a database up to this version. Before that, a database with content is copied into `backups/` beside it.
 * @param upTo the version of its tables
 */
export function migrateDatabase(
  database: DatabaseSync,
  file: string,
  onUpdate: NonNullable<OpenOptions['onUpdate']>,
  upTo = MIGRATIONS.length,
): void {
  const current = schemaOf(database)
  if (current > 0 && current < upTo) {
    onUpdate({copying: statSync(file).size})
    putAside(database, file, current)
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < current || index >= upTo) continue
    inOwnTransaction(database, () => {
      // Another process may have migrated while this one waited for the lock.
      if (schemaOf(database) > index) return
      database.exec(sql)
      if (index === SHORT_DOCUMENTS_MIGRATION)
        fillShortDocuments(database, (done, of) => onUpdate({documents: done, of}))
      if (index === PACKING_MIGRATION)
        packOldChanges(database, (done, of) => onUpdate({changes: done, of}))
      database.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
  if (current > 0 && current <= PACKING_MIGRATION && upTo > PACKING_MIGRATION)
    giveBackSpace(database)
}

/** What a migration freed goes back to the disk. Without room for that, the database works as well. */
function giveBackSpace(database: DatabaseSync): void {
  try {
    database.exec('VACUUM')
    // It has written the whole database into the write-ahead log.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!storageTrouble(error)) throw error
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

/** One that had no answer: whether it is stored shows later. */
export interface Attempt<T> {
  result: T
  isStored: boolean
}

type CommitThrough = <T>(work: () => T, attempts: Attempt<T>[]) => T

/** What commits the transactions of a node of a cluster. */
const committers = new WeakMap<DatabaseSync, CommitThrough>()

/**
 * From now on `commit` runs the transactions of `database`, which includes what `inTransaction` gets. It may run their
 * work several times.
 */
export function commitThrough(database: DatabaseSync, commit: CommitThrough): void {
  committers.set(database, commit)
}

/**
 * Runs `work` in one write transaction: everything is stored, or nothing. Rethrows its error. Within a transaction,
 * `work` becomes a part of it. On a node of a cluster, `work` may run several times.
 *
 * @param attempts for work that is tried again after `LogUnavailable`: always the same list. An attempt that is stored
 * after all is not repeated; its result is returned
 */
export function inTransaction<T>(
  database: DatabaseSync,
  work: () => T,
  attempts: Attempt<T>[] = [],
): T {
  if (database.isTransaction) return work()
  const commit = committers.get(database)
  return commit ? commit(work, attempts) : inOwnTransaction(database, work)
}

export interface WriteStatement {
  run(...values: SQLInputValue[]): ReturnType<StatementSync['run']>
  /** For `RETURNING`. */
  all(...values: SQLInputValue[]): ReturnType<StatementSync['all']>
}

/** A statement that writes: within a transaction as a part of it, else as one of its own. */
export function prepareWrite(database: DatabaseSync, sql: string): WriteStatement {
  const statement = database.prepare(sql)
  return {
    run: (...values: SQLInputValue[]) => inTransaction(database, () => statement.run(...values)),
    all: (...values: SQLInputValue[]) => inTransaction(database, () => statement.all(...values)),
  }
}

/** Between its reads, no other process writes. */
export function readAtOneMoment<T>(database: DatabaseSync, read: () => T): T {
  if (database.isTransaction) return read()
  database.exec('BEGIN')
  try {
    return read()
  } finally {
    database.exec('COMMIT')
  }
}

/** As `inTransaction`, whatever `commitThrough` was told. */
export function inOwnTransaction<T>(database: DatabaseSync, work: () => T): T {
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
 * As `inTransaction`. If another process writes, this one answers other requests and tries again.
 * @throws LakeError 503 if the file is still locked after `patienceMs`
 */
export async function inTransactionWhenFree<T>(
  database: DatabaseSync,
  work: () => T,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + patienceMs
  const attempts: Attempt<T>[] = []
  for (;;) {
    let pause: number
    try {
      return withoutWaiting(database, () => inTransaction(database, work, attempts))
    } catch (error) {
      if (!isPassing(error)) throw error
      if (performance.now() > end) throw reasonOf(error)
      pause = pauseAfter(error)
    }
    await sleep(pause)
  }
}

/**
 * Runs statements that fail immediately if another process writes, because waiting would block the
 * thread. Or soon, after `patienceMs`.
 */
export function withoutWaiting<T>(database: DatabaseSync, work: () => T, patienceMs = 0): T {
  database.exec(`PRAGMA busy_timeout = ${patienceMs}`)
  try {
    return work()
  } finally {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`)
  }
}

/** Whether the same work may succeed a moment later: another process is writing, or the cluster's log is away. */
export const isPassing = (error: unknown): boolean =>
  isBusy(error) || error instanceof LogUnavailable

/** Milliseconds until the next attempt. */
export const pauseAfter = (error: unknown): number =>
  error instanceof LogUnavailable ? RETRY_AWAY_MS : RETRY_MS

/** What a caller is told who has waited for that. */
export const reasonOf = (error: unknown): unknown => (isBusy(error) ? busyError() : error)

export function busyError(): LakeError {
  const description = 'Another program is writing to the data folder. Try again.'
  return new LakeError(503, 'unavailable', description, {}, {retryAfter: 1})
}

/** Whether another process is writing. The last byte of an extended code is the plain code. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  )
}
