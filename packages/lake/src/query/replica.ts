// Keeps datasets in memory abreast of the log, whoever wrote it: this process or another one.
import type {DatabaseSync} from 'node:sqlite'
import {rolesIn, type DatasetRoles, type GrantsOf} from '../dataset-grants.ts'
import {LakeError} from '../errors.ts'
import {documentTable} from '../store/documents.ts'
import {logTable} from '../store/log.ts'
import type {LakeDocument} from '../types.ts'
import {createDataset, type Dataset} from './dataset.ts'
import {createShelf, type BodyShelf} from './long-field-store.ts'

export interface Follower {
  /**
   * Runs `work` on a dataset as the database has it now; one that was never written is empty. What
   * `work` reads of it is of one moment, also what it has to fetch from the database.
   *
   * @throws LakeError 503 where the database does not show log position `atLeast` yet
   */
  reading<T>(name: string, atLeast: number, work: (dataset: Dataset) => T): T
  /** Runs `work`, in which all readings are of one moment: one lock for many questions that came at once. */
  together(work: () => void): void
  /** Within `together`: the next reading is of a later moment. */
  moveOn(): void
}

interface Options extends DatasetRoles {
  /** A connection of its own, read only. */
  database: DatabaseSync
  grantsOf: GrantsOf
  /** Told before a dataset is read into memory, and after: that may take seconds. */
  onLoad?: (name: string, documents: number, tookMs?: number) => void
  /** Told of each document that is read anew for its long parts. */
  onRead?: () => void
  /** Told when all documents of a dataset were gone through for a reader or a perspective. */
  onView?: () => void
}

interface Followed {
  dataset: Dataset
  shelf: BodyShelf
}

export function createFollower({
  database,
  grantsOf,
  onLoad = () => {},
  onRead = () => {},
  onView,
  ...roles
}: Options): Follower {
  const documents = documentTable(database)
  const log = logTable(database)
  const datasets = new Map<string, Followed>()
  let position = 0

  const follow = (): void => {
    const newest = log.last()
    if (newest === position) return
    // A dataset that was deleted, and perhaps created anew, is read in again.
    for (const {dataset} of log.datasetEventsSince(position)) datasets.delete(dataset)
    const changes = new Map<string, Map<string, LakeDocument | undefined>>()
    for (const {dataset, id} of datasets.size > 0 ? log.changedSince(position) : []) {
      const followed = datasets.get(dataset)
      if (!followed) continue
      const ids = changes.get(dataset) ?? new Map<string, LakeDocument | undefined>()
      changes.set(dataset, ids)
      if (ids.has(id)) continue
      followed.shelf.forget(id)
      const head = documents.head(dataset, id)
      ids.set(id, head ? followed.shelf.shelve(head) : undefined)
    }
    for (const [name, ids] of changes) datasets.get(name)?.dataset.apply(ids)
    position = newest
  }

  const load = (name: string): Followed => {
    const begun = performance.now()
    const count = documents.count(name)
    onLoad(name, count)
    const shelf = createShelf((id) => {
      onRead()
      return documents.text(name, id)
    })
    const heads: LakeDocument[] = []
    for (const head of documents.heads(name)) heads.push(shelf.shelve(head))
    const followed = {
      shelf,
      dataset: createDataset({
        documents: heads,
        shelved: shelf.names,
        roles: rolesIn(roles, name),
        grants: grantsOf(name),
        ...(onView ? {onView} : {}),
      }),
    }
    datasets.set(name, followed)
    onLoad(name, count, performance.now() - begun)
    return followed
  }

  let isTogether = false
  /** Of a read transaction that is open: whether memory is as of its moment. */
  let isAbreast = false

  const moveOn = (): void => {
    isAbreast = false
    if (database.isTransaction) database.exec('COMMIT')
  }

  return {
    reading(name, atLeast, work) {
      try {
        if (!isAbreast) {
          // One read transaction: the log, the documents and what is fetched later are of the same moment.
          database.exec('BEGIN')
          follow()
          isAbreast = true
        }
        if (position < atLeast) {
          throw new LakeError(503, 'unavailable', 'The query came before its data. Try again.')
        }
        return work((datasets.get(name) ?? load(name)).dataset)
      } finally {
        if (!isTogether || !isAbreast) moveOn()
      }
    },
    together(work) {
      isTogether = true
      try {
        work()
      } finally {
        isTogether = false
        moveOn()
      }
    },
    moveOn,
  }
}
