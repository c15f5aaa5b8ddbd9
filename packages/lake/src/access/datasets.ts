// Table `datasets`: which datasets this lake holds.
import type {DatabaseSync} from 'node:sqlite'
import type {Clock} from '../types.ts'

export interface Dataset {
  name: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** Id of the actor that made it. */
  createdBy: string
}

export interface Datasets {
  /** Makes it where it does not exist yet. */
  ensure(name: string, createdBy?: string): void
  list(): Dataset[]
  has(name: string): boolean
}

/** Prepares the statements once. */
export function createDatasets(database: DatabaseSync, clock: Clock): Datasets {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO datasets (name, created_at, created_by) VALUES (?, ?, ?)',
  )
  const all = database.prepare('SELECT * FROM datasets ORDER BY name')
  const one = database.prepare('SELECT 1 FROM datasets WHERE name = ?')
  return {
    ensure(name, createdBy = 'system') {
      if (!one.get(name)) insert.run(name, new Date(clock()).toISOString(), createdBy)
    },
    list: () =>
      all.all().map((row) => ({
        name: String(row.name),
        createdAt: String(row.created_at),
        createdBy: String(row.created_by),
      })),
    has: (name) => one.get(name) !== undefined,
  }
}
