// Which other accounts of this machine may open the files of the data folder: none, or a group on purpose.
import {chmodSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'

export const DATA_ACCESS = ['owner', 'group'] as const
export type DataAccess = (typeof DATA_ACCESS)[number]

/** What the newsroom makes in its folder. Whatever else is there belongs to somebody else. */
const OURS = /^((lake|text)\.sqlite|server\.lock)|^(assets|backups|restoring)$|^before-restore-/
const ANY_WRITE = 0o022
const ANY_ENTRY = 0o011

/** Permissions that other accounts do not get. */
export const umaskOf = (access: DataAccess): number => (access === 'group' ? 0o007 : 0o077)

/** For commands: they accept settings that they do not use. */
export const dataAccessOf = (variables: NodeJS.ProcessEnv): DataAccess =>
  variables['COPYDESK_DATA_ACCESS'] === 'group' ? 'group' : 'owner'

interface Entry {
  /** `.` is the data folder itself. */
  name: string
  path: string
  mode: number
  /** Permissions to take away. */
  excess: number
}

/**
 * From now on this process makes files that only this account, or its group, may open. Files of the data
 * folder that others may open are closed. A folder that another account owns is left as it is.
 *
 * @returns the names of what was closed, and of what could not be closed
 */
export function keepPrivate(
  folder: string,
  access: DataAccess,
): {closed: string[]; open: string[]} {
  process.umask(umaskOf(access))
  const closed: string[] = []
  const open: string[] = []
  for (const {name, path, mode, excess} of entriesWithExcess(folder, access)) {
    try {
      chmodSync(path, mode & ~excess)
      closed.push(name)
    } catch {
      open.push(name)
    }
  }
  return {closed, open}
}

/** Names of what other accounts can open, or replace, in the data folder. Nothing is changed. */
export function openToOthers(folder: string, access: DataAccess): string[] {
  const mode = statSync(folder).mode
  // Nobody reaches a file in a folder that they may not enter.
  if (process.platform !== 'win32' && (mode & umaskOf(access) & ANY_ENTRY) === 0) return []
  return entriesWithExcess(folder, access).map(({name}) => name)
}

function entriesWithExcess(folder: string, access: DataAccess): Entry[] {
  // Windows has no such permissions.
  if (process.platform === 'win32') return []
  const names = ['.', ...readdirSync(folder).filter((name) => OURS.test(name))]
  return names.flatMap((name) => {
    const path = join(folder, name)
    const mode = (statSync(path, {throwIfNoEntry: false})?.mode ?? 0) & 0o7777
    // The names of the files are not secret. People with write access to the folder can replace them.
    const excess = mode & umaskOf(access) & (name === '.' ? ANY_WRITE : 0o777)
    return excess === 0 ? [] : [{name, path, mode, excess}]
  })
}
