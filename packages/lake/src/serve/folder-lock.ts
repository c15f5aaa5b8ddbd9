// One server at a time on a data folder. Each writes its own address into the pictures' documents, so a
// second one beside it would send the first one's readers to a port that is soon closed.
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {OperatorError} from '../operator-error.ts'

export interface ServerAddress {
  /** The origin that people use. */
  origin: string
  /** The origin at which this machine reaches the server, past any proxy. */
  local: string
}

export interface FolderLock {
  release(): void
}

const LOCK_FILE = 'server.lock'
/** For one that is just stopping, in milliseconds. */
const PATIENCE = 2000

/**
 * Takes the folder for this process. The system lets go of it with the process, however that ends.
 *
 * @param address what commands are told about the server while it has the lock
 * @param patience how long to wait for another server to let go, in milliseconds
 * @throws OperatorError where another server has it
 */
export function lockFolder(
  dataFolder: string,
  {address, patience = PATIENCE}: {address?: ServerAddress; patience?: number} = {},
): FolderLock {
  const database = new DatabaseSync(join(dataFolder, LOCK_FILE), {timeout: patience})
  try {
    // Not EXCLUSIVE: commands read the address meanwhile.
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

/** What the server says that has the folder now; null where none has it, or it says nothing. */
export function serverOf(dataFolder: string): ServerAddress | null {
  const file = join(dataFolder, LOCK_FILE)
  if (!existsSync(file)) return null
  const database = new DatabaseSync(file, {timeout: 0})
  try {
    if (isFree(database)) return null
    database.exec(`PRAGMA busy_timeout = ${PATIENCE / 2}`)
    return JSON.parse(readAddress(database) ?? 'null') as ServerAddress | null
  } catch {
    // A server of version 0.4.0 lets nobody read, and a folder on a read-only disk cannot be locked.
    return null
  } finally {
    database.close()
  }
}

/** A connection that nobody refers to is closed with the next garbage, and its lock with it. */
const held = new Set<DatabaseSync>()

/** Call it within the lock's transaction. It leaves a new one open. Throws SQLITE_BUSY. */
function writeAddress(database: DatabaseSync, address: string): void {
  if (readAddress(database) === address) return
  database.exec('CREATE TABLE IF NOT EXISTS server (address TEXT NOT NULL); DELETE FROM server')
  database.prepare('INSERT INTO server (address) VALUES (?)').run(address)
  database.exec('COMMIT; BEGIN IMMEDIATE')
  // Between the two transactions another server may have written. The last one to write has the folder.
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

/** Whichever of its extended codes. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  return (code & 0xff) === SQLITE_BUSY
}
