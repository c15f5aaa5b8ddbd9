// Opens a data folder for the commands that need accounts, tokens and origins only: no lake starts,
// so that they answer at once.
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {type Access, createAccess} from '@copydesk/lake/access'
import {OperatorError} from '@copydesk/lake/errors'
import {openNode, type OpenedDatabase} from '@copydesk/lake/cluster'
import {createPause, type Pause} from '@copydesk/lake/store'
import {ROLES} from '../../model/roles.ts'
import {clusterOfCommand} from '../cluster.ts'
import {PRODUCT} from '../product.ts'
import {logUpdate} from '../log-progress.ts'
import {writable} from '../writable.ts'

export const ROLE_NAMES: readonly string[] = ROLES.map(({name}) => name)

const openUpdated = (folder: string): OpenedDatabase =>
  openNode(join(writable(folder), 'lake.sqlite'), {
    productName: PRODUCT.name,
    onUpdate: logUpdate(),
    cluster: clusterOfCommand(),
  })

/** Throws an `OperatorError` where there is no newsroom: a mistyped folder must not become one. */
export function assertNewsroom(folder: string): void {
  if (existsSync(join(folder, 'lake.sqlite'))) return
  throw new OperatorError(
    `There is no newsroom in ${folder}. Start one with "npm start", or an empty one with "npm run copydesk -- init".`,
  )
}

/**
 * Runs `work` on the folder's accounts. The server may run meanwhile.
 *
 * @param options with `create` a folder without newsroom is made into one, as before a first start
 */
export async function withAccess<T>(
  folder: string,
  {create = false}: {create?: boolean},
  work: (access: Access) => T | Promise<T>,
): Promise<T> {
  if (!create) assertNewsroom(folder)
  return onDatabase(folder, (database) =>
    work(createAccess({database, clock: Date.now, roleNames: ROLE_NAMES})),
  )
}

/** Runs `work` on the pause of the folder’s newsroom. The server may run meanwhile. */
export const withPause = <T>(folder: string, work: (pause: Pause) => T): Promise<T> =>
  withDatabase(folder, (database) => work(createPause(database)))

/** Runs `work` on the database of the folder’s newsroom, through the log of its cluster. The server may run meanwhile. */
export async function withDatabase<T>(
  folder: string,
  work: (database: DatabaseSync) => T | Promise<T>,
): Promise<T> {
  assertNewsroom(folder)
  return await onDatabase(folder, work)
}

async function onDatabase<T>(
  folder: string,
  work: (database: DatabaseSync) => T | Promise<T>,
): Promise<T> {
  const {database, node} = openUpdated(folder)
  try {
    return await work(database)
  } finally {
    await node?.log.close()
    database.close()
  }
}
