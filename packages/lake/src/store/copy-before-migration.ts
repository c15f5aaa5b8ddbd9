// Copies the database before its schema changes, so that people can return to the older version.
import {closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'

const FOLDER = 'backups'
/** Updates are rare, and each copy is as large as the database. */
const KEPT = 3
const NAME = /^lake-schema-\d+-\d{8}T\d{6}Z\.sqlite$/

/**
 * Copies all committed data, completely or not at all, and deletes all but the newest copies.
 * SQLite's `VACUUM INTO` is synchronous, as opening a database is, and writes a single file.
 * @param schema the version that the database has now
 * @returns path of the copy
 */
export function copyBeforeMigration(database: DatabaseSync, file: string, schema: number): string {
  const folder = join(dirname(file), FOLDER)
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const copy = join(folder, `lake-schema-${schema}-${time}.sqlite`)
  const unfinished = `${copy}.${process.pid}`
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    // The copy must be on the disk before anything changes.
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
