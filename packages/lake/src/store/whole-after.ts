// The position up to which entries of the log may be merged or erased.
import type {DatabaseSync} from 'node:sqlite'

export interface WholeAfter {
  /** All entries after this position are as they were written. */
  get(): number
  /** Call it in the transaction that merges or erases entries up to `position`. */
  raise(position: number): void
}

/** Key in the table `settings`. */
const SETTING = 'history.wholeAfter'

/** Prepares the statements once. */
export function wholeAfterSetting(database: DatabaseSync): WholeAfter {
  const get = database.prepare('SELECT value FROM settings WHERE key = ?')
  const raise = database.prepare(
    `INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE
     SET value = excluded.value WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)`,
  )
  return {
    get: () => Number(get.get(SETTING)?.['value'] ?? 0),
    raise: (position) => void raise.run(SETTING, String(position)),
  }
}
