// Table `user_settings`: what the studio remembers for a person (sort orders, recent searches).
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, TooLarge} from '../errors.ts'
import {inTransaction, prepareWrite} from '../store/database.ts'
import type {Json} from '../types.ts'

export interface Setting {
  key: string
  value: Json
}

export interface Settings {
  /** The keys that are set, in the order of `keys`. */
  get(userId: string, keys: readonly string[]): Setting[]
  /** Sets all or none; `null` removes. Throws `BadRequest` or `TooLarge`. */
  set(userId: string, settings: readonly Setting[]): void
  /** Removes one setting. Returns false if it was not set. */
  remove(userId: string, key: string): boolean
}

const MAX_KEY = 512
const MAX_VALUE = 256 * 1024
/** For each person: enough for a studio, too few to fill a disk. */
const MAX_KEYS = 2000

/** Prepares the statements once. */
export function createSettings(database: DatabaseSync): Settings {
  const select = database.prepare('SELECT value FROM user_settings WHERE user_id = ? AND key = ?')
  const put = prepareWrite(
    database,
    `INSERT INTO user_settings (user_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
  )
  const drop = prepareWrite(database, 'DELETE FROM user_settings WHERE user_id = ? AND key = ?')
  const count = database.prepare('SELECT count(*) AS n FROM user_settings WHERE user_id = ?')

  return {
    get: (userId, keys) =>
      keys.flatMap((key) => {
        const row = select.get(userId, key)
        return row ? [{key, value: JSON.parse(String(row.value)) as Json}] : []
      }),
    set(userId, settings) {
      inTransaction(database, () => {
        for (const {key, value} of settings) {
          if (key === '' || key.length > MAX_KEY)
            throw new BadRequest('A key is empty or too long.')
          const text = JSON.stringify(value)
          if (text.length > MAX_VALUE) throw new TooLarge(`The value of "${key}" is too large.`)
          if (value === null) drop.run(userId, key)
          else put.run(userId, key, text)
        }
        if (Number(count.get(userId)?.n) > MAX_KEYS) throw new BadRequest('Too many settings.')
      })
    },
    remove: (userId, key) => Number(drop.run(userId, key).changes) > 0,
  }
}
