// Keeps datasets in memory abreast of the log, whoever wrote it: this process or another one.
import type {DatabaseSync} from 'node:sqlite'
import {rolesIn, type DatasetRoles, type GrantsOf} from '../dataset-grants.ts'
import {LakeError} from '../errors.ts'
import {documentTable} from '../store/documents.ts'
import {logTable} from '../store/log.ts'
import type {LakeDocument} from '../types.ts'
import {createDataset, type Dataset} from './dataset.ts'

export interface Follower {
  /**
   * A dataset as the database has it now; one that was never written is empty.
   *
   * @throws LakeError 503 where the database does not show log position `atLeast` yet
   */
  dataset(name: string, atLeast: number): Dataset
}

interface Options extends DatasetRoles {
  /** A connection of its own, read only. */
  database: DatabaseSync
  grantsOf: GrantsOf
}

export function createFollower({database, grantsOf, ...roles}: Options): Follower {
  const documents = documentTable(database)
  const log = logTable(database)
  const datasets = new Map<string, Dataset>()
  let position = 0

  const follow = (): void => {
    const newest = log.last()
    if (newest === position) return
    const changes = new Map<string, Map<string, LakeDocument | undefined>>()
    for (const {dataset, id} of datasets.size > 0 ? log.changedSince(position) : []) {
      if (!datasets.has(dataset)) continue
      const ids = changes.get(dataset) ?? new Map()
      changes.set(dataset, ids)
      if (!ids.has(id)) ids.set(id, documents.get(dataset, id) ?? undefined)
    }
    for (const [name, ids] of changes) datasets.get(name)?.apply(ids)
    position = newest
  }

  return {
    dataset(name, atLeast) {
      // One read transaction: the log and the documents are of the same moment.
      database.exec('BEGIN')
      try {
        follow()
        if (position < atLeast) {
          throw new LakeError(503, 'unavailable', 'The query came before its data. Try again.')
        }
        let dataset = datasets.get(name)
        if (!dataset) {
          dataset = createDataset({
            documents: documents.all(name),
            roles: rolesIn(roles, name),
            grants: grantsOf(name),
          })
          datasets.set(name, dataset)
        }
        return dataset
      } finally {
        database.exec('COMMIT')
      }
    },
  }
}
