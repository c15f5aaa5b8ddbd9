// Tells lakes apart that keep files in buckets.
import {randomUUID} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from './database.ts'

const KEY = 'files-id'

/** The ID of a lake of its own. It is made when it is first asked for. */
export function lakeId(database: DatabaseSync): string {
  prepareWrite(
    database,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
  ).run(KEY, randomUUID())
  return String(database.prepare('SELECT value FROM settings WHERE key = ?').get(KEY)?.['value'])
}
