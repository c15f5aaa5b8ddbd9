// Table `once`: what works a single time. On a cluster, the browser may come back to another node.
import type {DatabaseSync} from 'node:sqlite'
import {prepareWrite} from '../store/database.ts'
import type {Clock} from '../types.ts'

export interface Once {
  /** Stores a value until a time (milliseconds since the epoch). */
  put(key: string, value: string, until: number): void
  /** The value, the first time; null for a key that is unknown, used or too old. */
  take(key: string): string | null
  /** True the first time. The key is forgotten after `until`. */
  spend(key: string, until: number): boolean
}

/** Prepares the statements once. */
export function createOnce(database: DatabaseSync, clock: Clock): Once {
  const forget = prepareWrite(database, 'DELETE FROM once WHERE until <= ?')
  const insert = prepareWrite(
    database,
    'INSERT INTO once (key, value, until) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const remove = prepareWrite(
    database,
    'DELETE FROM once WHERE key = ? AND until > ? RETURNING value',
  )
  const add = (key: string, value: string, until: number): boolean => {
    forget.run(clock())
    return insert.run(key, value, until).changes > 0
  }
  return {
    put: (key, value, until) => void add(key, value, until),
    take(key) {
      const [row] = remove.all(key, clock())
      return row ? String(row['value']) : null
    },
    spend: (key, until) => add(key, '', until),
  }
}
