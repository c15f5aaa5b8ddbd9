// Opens the accounts of a data folder for commands. The lake can run at the same time.
import {existsSync} from 'node:fs'
import {userInfo} from 'node:os'
import {join} from 'node:path'
import {createAccess, type Access} from '../access/access.ts'
import type {Manager} from '../types.ts'
import {serverOf} from '../serve/folder-lock.ts'
import {openDatabase} from '../store/database.ts'
import {OperatorError} from '../operator-error.ts'
import type {Settings} from './arguments.ts'
import {ROLES, STAFF_ROLES} from './roles.ts'

/**
 * Runs `work` on the folder's accounts.
 * @throws OperatorError if the folder has no lake: a mistyped path must not create one
 */
export async function withAccess<T>(
  data: string,
  work: (access: Access) => T,
): Promise<Awaited<T>> {
  const file = join(data, 'lake.sqlite')
  if (!existsSync(file)) {
    throw new OperatorError(
      `There is no lake in ${data}. Start one with "npx copydesk-lake --data ${data}".`,
    )
  }
  const database = openDatabase(file)
  try {
    const roleNames = ROLES.map(({name}) => name)
    const managerRoles = ROLES.flatMap(({name, abilities}) =>
      abilities?.includes('people.manage') ? [name] : [],
    )
    const accounts = {database, clock: Date.now, roleNames, staffRoles: STAFF_ROLES, managerRoles}
    return await work(createAccess(accounts))
  } finally {
    database.close()
  }
}

/** The operating system's user, for the record of changes to accounts. */
export function machineUser(): Manager {
  try {
    return {machineUser: userInfo().username}
  } catch {
    // In a container the user may have no name.
    return {machineUser: `user ${process.getuid?.() ?? 'unknown'}`}
  }
}

/**
 * The address of the folder's lake: from the running lake, or else from the options. A wildcard
 * address becomes loopback, and loopback becomes `localhost`, because a studio there sends its
 * cookies to no other name.
 */
export function addressOf({data, host, port}: Pick<Settings, 'data' | 'host' | 'port'>): string {
  return serverOf(data)?.origin ?? originOf(host, port)
}

export function originOf(host: string, port: number): string {
  const name = isLoopback(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

export const isLoopback = (host: string): boolean =>
  ['127.0.0.1', 'localhost', '::1'].includes(host)
