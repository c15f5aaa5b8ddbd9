// On the nodes of a cluster: the last entry of the shared log that erased content. All nodes have it in their databases, so
// each knows that its files, and the log itself, still contain what was erased.
import type {DatabaseSync} from 'node:sqlite'
import {positionSetting} from './position-setting.ts'

export interface ErasedUpTo {
  /** Position in the shared log; 0 if nothing was erased. */
  get(): number
  /** Call it in the transaction that erases. A lake of its own needs no note: its command cleans its files at once. */
  note(): void
}

/** Key in the table `settings`. */
const SETTING = 'erasure.upTo'

/** Prepares the statements once. */
export function erasedUpToSetting(database: DatabaseSync): ErasedUpTo {
  // The transaction becomes the entry after the last one that this node has.
  const note = database.prepare(
    `INSERT INTO settings (key, value) SELECT ?, CAST(position + 1 AS TEXT) FROM cluster WHERE true
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  return {
    get: positionSetting(database, SETTING).get,
    note: () => void note.run(SETTING),
  }
}

/** For the first node of a new cluster: positions of an earlier cluster mean nothing in its log. */
export const forgetErasedUpTo = (database: DatabaseSync): void =>
  void database.prepare('DELETE FROM settings WHERE key = ?').run(SETTING)
