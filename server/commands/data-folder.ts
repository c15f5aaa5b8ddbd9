// Opens a data folder for the commands that need accounts, tokens and origins only: no lake starts,
// so that they answer at once.
import {existsSync} from 'node:fs'
import {join} from 'node:path'
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
  const {database, node} = openUpdated(folder)
  try {
    return await work(createAccess({database, clock: Date.now, roleNames: ROLE_NAMES}))
  } finally {
    await node?.log.close()
    database.close()
  }
}

/** Runs `work` on the pause of the folder’s newsroom. The server may run meanwhile. */
export async function withPause<T>(folder: string, work: (pause: Pause) => T): Promise<T> {
  assertNewsroom(folder)
  const {database, node} = openUpdated(folder)
  try {
    return work(createPause(database))
  } finally {
    await node?.log.close()
    database.close()
  }
}
