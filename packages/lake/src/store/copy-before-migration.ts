// A copy of the database as it was, put aside before its schema changes: the way back to the version
// that wrote it.
import {closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

const FOLDER = 'backups'
/** Updates are rare, and each copy is as large as the database. */
const KEPT = 3
const NAME = /^lake-schema-\d+-\d{8}T\d{6}Z\.sqlite$/

/**
 * Copies what is committed, whole or not at all, and forgets all but the newest copies. By SQLite's own
 * `VACUUM INTO`: opening a database is synchronous, and the copy is one file with nothing beside it.
 *
 * @param schema the version that the database has now
 * @returns where the copy is
 */
export function copyBeforeMigration(database: DatabaseSync, file: string, schema: number): string {
  const folder = join(dirname(file), FOLDER)
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const copy = join(folder, `lake-schema-${schema}-${time}.sqlite`)
  const unfinished = `${copy}.${process.pid}`
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    // Whatever happens to the machine now, it is on the disk before anything changes.
    sync(unfinished)
    renameSync(unfinished, copy)
    sync(folder)
  } catch (error) {
    rmSync(unfinished, {force: true})
    throw error
  }
  const byTime = (name: string): string => name.split('-').at(-1) ?? ''
  const copies = readdirSync(folder).filter((name) => NAME.test(name))
  copies.sort((one, other) => byTime(one).localeCompare(byTime(other)))
  for (const name of copies.slice(0, -KEPT)) rmSync(join(folder, name))
  return copy
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
