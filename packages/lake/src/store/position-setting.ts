// Positions of the log in the table `settings`.
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from './database.ts'

export interface PositionSetting {
  /** 0 before it was set. */
  get(): number
  set(position: number): void
  /** Never lowers it. */
  raise(position: number): void
}

/** Prepares the statements once. */
export function positionSetting(database: DatabaseSync, key: string): PositionSetting {
  const get = database.prepare('SELECT value FROM settings WHERE key = ?')
  const put = `INSERT INTO settings (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`
  const set = prepareWrite(database, put)
  const raise = prepareWrite(
    database,
    `${put} WHERE CAST(value AS INTEGER) < CAST(excluded.value AS INTEGER)`,
  )
  return {
    get: () => Number(get.get(key)?.['value'] ?? 0),
    set: (position) => void set.run(key, String(position)),
    raise: (position) => void raise.run(key, String(position)),
  }
}

/**
 * All entries after it are as they were written; earlier ones may be merged or erased. Raise it in the transaction that
 * merges or erases.
 */
export const wholeAfterSetting = (database: DatabaseSync): PositionSetting =>
  positionSetting(database, 'history.wholeAfter')
