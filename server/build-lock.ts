// One process at a time builds studio and site: several servers may start from one checkout.
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'

const LOOK_MS = 200
const SQLITE_BUSY = 5

/**
 * Runs `work` while no other process has the lock. The system releases it when a process ends in any way, so that no lock is
 * left behind.
 * @param file created if it is missing
 * @param onWait called once if another process has it
 */
export async function withBuildLock<T>(
  file: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  const database = new DatabaseSync(file, {timeout: 0})
  try {
    if (!isFree(database)) {
      onWait()
      // Not by a longer timeout: this process answers requests meanwhile.
      do await sleep(LOOK_MS)
      while (!isFree(database))
    }
    return await work()
  } finally {
    database.close()
  }
}

/** Takes the lock if it is free. */
function isFree(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN IMMEDIATE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false
    throw error
  }
}
