// Values of the table `settings` that are made at random when they are first needed, and stay.
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from './database.ts'

/** Reads a value, or stores what `make` returns. A value that is there costs no write. */
export function madeOnce(database: DatabaseSync, key: string, make: () => string): string {
  const select = database.prepare('SELECT value FROM settings WHERE key = ?')
  if (!select.get(key)) {
    // Another process may be faster.
    prepareWrite(
      database,
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
    ).run(key, make())
  }
  return String(select.get(key)?.['value'])
}
