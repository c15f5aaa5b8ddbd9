// A folder of backups: their names, which are complete, which are too many.
import {existsSync} from 'node:fs'
import {readdir, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {CHECKSUMS} from './backup-manifest.ts'

const NAME = /^copydesk-\d{8}T\d{6}Z$/
export const PARTIAL = '.partial'
/** No backup takes longer; what is older was interrupted. */
const ABANDONED_MS = 24 * 3_600_000

/** Sorts by time: `copydesk-20261125T100000Z`. */
export const backupName = (time: number): string => `copydesk-${timeName(time)}`

/** `20261125T100000Z` */
export function timeName(time: number): string {
  return new Date(time)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '')
}

/** Complete backups in a folder, oldest first. */
export async function backupsIn(place: string): Promise<string[]> {
  const names = await readdir(place).catch(() => [])
  return names
    .filter((name) => NAME.test(name) && existsSync(join(place, name, CHECKSUMS)))
    .toSorted()
    .map((name) => join(place, name))
}

/** Deletes all but the newest `keep`, and answers what was deleted. */
export async function pruneBackups(place: string, keep: number): Promise<string[]> {
  const old = (await backupsIn(place)).slice(0, -keep)
  for (const folder of old) await rm(folder, {recursive: true, force: true})
  return old
}

/** Deletes what killed backups have left. */
export async function forgetAbandoned(place: string, now: number): Promise<void> {
  for (const name of await readdir(place).catch(() => [])) {
    if (!name.endsWith(PARTIAL) || !NAME.test(name.slice(0, -PARTIAL.length))) continue
    const folder = join(place, name)
    if ((await stat(folder)).mtimeMs < now - ABANDONED_MS) {
      await rm(folder, {recursive: true, force: true})
    }
  }
}
