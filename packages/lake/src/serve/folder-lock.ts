// Ensures that only one server uses a data folder. Each server writes its own address into the
// documents of pictures, so a second one would send readers of the first to a wrong port.
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {OperatorError} from '../operator-error.ts'

export interface ServerAddress {
  /** The public origin. */
  origin: string
  /** The origin at which this machine reaches the server, without a proxy. */
  local: string
}

export interface FolderLock {
  release(): void
}

const LOCK_FILE = 'server.lock'
/** Milliseconds: another server may be about to stop. */
const PATIENCE = 2000

/**
 * Locks the folder for this process. The system releases the lock when the process ends in any way.
 * @param address the server's address, for commands
 * @param patience how long to wait for another server to release the lock, in milliseconds
 * @throws OperatorError if another server has the lock
 */
export function lockFolder(
  dataFolder: string,
  {address, patience = PATIENCE}: {address?: ServerAddress; patience?: number} = {},
): FolderLock {
  const database = new DatabaseSync(join(dataFolder, LOCK_FILE), {timeout: patience})
  try {
    // Not EXCLUSIVE, because commands read the address meanwhile.
    database.exec('BEGIN IMMEDIATE')
    writeAddress(database, JSON.stringify(address ?? null))
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw error
    throw new OperatorError(
      `Another server uses the data folder ${dataFolder}: stop it, or choose another folder.`,
    )
  }
  held.add(database)
  return {
    release() {
      held.delete(database)
      database.close()
    },
  }
}

/**
 * The address of the server that has the lock; null if no server has it, or its address is unknown.
 */
export function serverOf(dataFolder: string): ServerAddress | null {
  const file = join(dataFolder, LOCK_FILE)
  if (!existsSync(file)) return null
  const database = new DatabaseSync(file, {timeout: 0})
  try {
    if (isFree(database)) return null
    database.exec(`PRAGMA busy_timeout = ${PATIENCE / 2}`)
    return JSON.parse(readAddress(database) ?? 'null') as ServerAddress | null
  } catch {
    // A server of version 0.4.0 does not let others read, and a folder on a read-only disk cannot
    // be locked.
    return null
  } finally {
    database.close()
  }
}

/** Without a reference, the garbage collector would close the connection and release its lock. */
const held = new Set<DatabaseSync>()

/** Call it within the lock's transaction. It leaves a new transaction open. Throws SQLITE_BUSY. */
function writeAddress(database: DatabaseSync, address: string): void {
  if (readAddress(database) === address) return
  database.exec('CREATE TABLE IF NOT EXISTS server (address TEXT NOT NULL); DELETE FROM server')
  database.prepare('INSERT INTO server (address) VALUES (?)').run(address)
  database.exec('COMMIT; BEGIN IMMEDIATE')
  // Between the two transactions another server may have written. The last writer has the lock.
  if (readAddress(database) !== address) {
    throw Object.assign(new Error('Another server wrote its address'), {errcode: SQLITE_BUSY})
  }
}

function readAddress(database: DatabaseSync): string | undefined {
  const isThere = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'server'`).get()
  const row = isThere && database.prepare('SELECT address FROM server').get()
  return row && String(row['address'])
}

function isFree(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK')
    return true
  } catch (error) {
    if (!isBusy(error)) throw error
    return false
  }
}

const SQLITE_BUSY = 5

/** Includes extended codes. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  return (code & 0xff) === SQLITE_BUSY
}
