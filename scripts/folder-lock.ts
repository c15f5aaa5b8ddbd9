// One server at a time on a data folder. Each writes its own address into the pictures' documents, so a
// second one beside it would send the first one's readers to a port that is soon closed.
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {OperatorError} from './environment.ts'

export interface FolderLock {
  release(): void
}

/** For one that is just stopping, in milliseconds. */
const PATIENCE = 2000

/**
 * Takes the folder for this process. The system lets go of it with the process, however that ends.
 *
 * @param patience how long to wait for another server to let go, in milliseconds
 * @throws OperatorError where another server has it
 */
export function lockFolder(dataFolder: string, patience = PATIENCE): FolderLock {
  const database = new DatabaseSync(join(dataFolder, 'server.lock'), {timeout: patience})
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw error
    throw new OperatorError(
      `Another Copydesk serves the data folder ${dataFolder}: stop it, or choose another folder with COPYDESK_DATA.`,
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

/** A connection that nobody refers to is closed with the next garbage, and its lock with it. */
const held = new Set<DatabaseSync>()

/** SQLITE_BUSY, whichever of its extended codes. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  return (code & 0xff) === 5
}
