// Table `datasets`: the datasets of this lake.
import type {DatabaseSync} from 'node:sqlite'
import type {AclMode, Clock} from '../types.ts'
import {prepareWrite} from '../store/database.ts'

export interface Dataset {
  name: string
  /** ISO 8601, UTC. */
  createdAt: string
  /** ID of the account or token that created it, or `system`. */
  createdBy: string
  /** Null if nobody has set it. */
  aclMode: AclMode | null
  description: string | null
  /** Log position of its creation; 0 for datasets that the lake was opened with. */
  since: number
}

export interface DatasetChange {
  aclMode?: AclMode
  description?: string | null
}

export interface Datasets {
  /** Creates the dataset if it does not exist. */
  ensure(name: string, createdBy?: string): void
  list(): Dataset[]
  has(name: string): boolean
  get(name: string): Dataset | null
  insert(dataset: Dataset): void
  change(name: string, change: DatasetChange): void
  /** From now on nobody sees the dataset. `remove` completes the deletion. */
  markDeleted(name: string): void
  /**
   * Names of datasets that are marked as deleted and whose rows and files are still being removed.
   */
  deleted(): string[]
  /** Removes a dataset that is marked as deleted from the table. */
  remove(name: string): void
}

/** Prepares the statements once. */
export function createDatasets(database: DatabaseSync, clock: Clock): Datasets {
  const ensure = prepareWrite(
    database,
    'INSERT OR IGNORE INTO datasets (name, created_at, created_by) VALUES (?, ?, ?)',
  )
  const insert = prepareWrite(
    database,
    `INSERT INTO datasets (name, created_at, created_by, acl_mode, description, since)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const all = database.prepare('SELECT * FROM datasets WHERE deleted_at IS NULL ORDER BY name')
  const one = database.prepare('SELECT * FROM datasets WHERE name = ? AND deleted_at IS NULL')
  const exists = database.prepare('SELECT 1 FROM datasets WHERE name = ? AND deleted_at IS NULL')
  const setAclMode = prepareWrite(database, 'UPDATE datasets SET acl_mode = ? WHERE name = ?')
  const describe = prepareWrite(database, 'UPDATE datasets SET description = ? WHERE name = ?')
  const mark = prepareWrite(database, 'UPDATE datasets SET deleted_at = ? WHERE name = ?')
  const marked = database.prepare('SELECT name FROM datasets WHERE deleted_at IS NOT NULL')
  const remove = prepareWrite(
    database,
    'DELETE FROM datasets WHERE name = ? AND deleted_at IS NOT NULL',
  )
  const now = (): string => new Date(clock()).toISOString()

  const get = (name: string): Dataset | null => {
    const row = one.get(name)
    return row ? toDataset(row) : null
  }
  return {
    ensure(name, createdBy = 'system') {
      if (!get(name)) ensure.run(name, now(), createdBy)
    },
    list: () => all.all().map(toDataset),
    has: (name) => exists.get(name) !== undefined,
    get,
    insert({name, createdAt, createdBy, aclMode, description, since}) {
      insert.run(name, createdAt, createdBy, aclMode, description, since)
    },
    change(name, {aclMode, description}) {
      if (aclMode !== undefined) setAclMode.run(aclMode, name)
      if (description !== undefined) describe.run(description, name)
    },
    markDeleted: (name) => void mark.run(now(), name),
    deleted: () => marked.all().map((row) => String(row.name)),
    remove: (name) => void remove.run(name),
  }
}

const toDataset = (row: Record<string, unknown>): Dataset => ({
  name: String(row['name']),
  createdAt: String(row['created_at']),
  createdBy: String(row['created_by']),
  aclMode: row['acl_mode'] as AclMode | null,
  description: row['description'] as string | null,
  since: Number(row['since']),
})
