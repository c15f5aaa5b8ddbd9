// Holds datasets in memory and follows the log, so that each read sees what any process has committed before it.
import type {DatabaseSync} from 'node:sqlite'
import {rolesIn, type DatasetRoles, type GrantsOf} from '../dataset-grants.ts'
import {LakeError} from '../errors.ts'
import {documentTable, type DocumentTable} from '../store/documents.ts'
import {logTable, type LogTable} from '../store/log.ts'
import type {LakeDocument} from '../types.ts'
import {createDataset, type Dataset} from './dataset.ts'
import {createLongFieldStore, type DatasetLongFields} from './long-field-store.ts'

export interface Replica {
  /**
   * Runs `work` on a dataset as of log position `atLeast` or later, without it as it is in the database now; a dataset
   * that was never written is empty. All that `work` reads, long fields included, is of one position. It may run twice:
   * again if the database has changed when it first reads a long field.
   *
   * @throws LakeError 503 if the database does not have log position `atLeast` yet
   */
  read<T>(dataset: string, atLeast: number | undefined, work: (dataset: Dataset) => T): T
  /** Runs `work`, in which all reads share one snapshot: one lock for queries that came together. */
  withSnapshot(work: () => void): void
  /** The next read sees the database as it is then. */
  endSnapshot(): void
}

export interface ReplicaOptions extends DatasetRoles {
  /** A read-only connection that nothing else uses. */
  database: DatabaseSync
  grantsOf: GrantsOf
  /** Called before a dataset is read into memory, and after with the time that it took. It may take seconds. */
  onLoad?: (dataset: string, documents: number, tookMs?: number) => void
  /** Called for each document whose long fields are read. */
  onRead?: () => void
  /** Called when all documents of a dataset were visited for a reader or a perspective. */
  onView?: () => void
}

export function createReplica(options: ReplicaOptions): Replica {
  const memory = new ReplicaMemory(options)
  let sharesSnapshot = false

  return {
    read(dataset, atLeast, work) {
      try {
        return memory.untilConsistent(() => {
          if (!memory.suffices(dataset, atLeast)) memory.catchUp()
          if (memory.position < (atLeast ?? 0)) {
            throw new LakeError(
              503,
              'unavailable',
              'The data that the query needs is not stored yet. Try again.',
            )
          }
          return work(memory.dataset(dataset))
        })
      } finally {
        if (!sharesSnapshot || !memory.hasSnapshot) memory.endSnapshot()
      }
    },
    withSnapshot(work) {
      sharesSnapshot = true
      try {
        work()
      } finally {
        sharesSnapshot = false
        memory.endSnapshot()
      }
    },
    endSnapshot: () => memory.endSnapshot({isOld: true}),
  }
}

interface LoadedDataset {
  dataset: Dataset
  longFields: DatasetLongFields
}

/**
 * The datasets that were read so far, as of one log position. It reads the database in one read transaction at a time, so
 * that the log, the documents and long fields read later are of one snapshot.
 */
class ReplicaMemory {
  position = 0
  /** Whether a read transaction is open whose snapshot memory equals. */
  hasSnapshot = false
  #isOld = true
  #wasOvertaken = false
  readonly #options: ReplicaOptions
  readonly #documents: DocumentTable
  readonly #log: LogTable
  readonly #datasets = new Map<string, LoadedDataset>()

  constructor(options: ReplicaOptions) {
    this.#options = options
    this.#documents = documentTable(options.database)
    this.#log = logTable(options.database)
  }

  /** Whether the database need not be asked: most queries need what memory has, and no more. */
  suffices(dataset: string, atLeast: number | undefined): boolean {
    if (this.hasSnapshot) return true
    if (this.#isOld || atLeast === undefined) return false
    return this.position >= atLeast && this.#datasets.has(dataset)
  }

  /** Applies what the log has since the last time. */
  catchUp(): void {
    this.#begin()
    // Documents are compared meanwhile, also by their long fields.
    this.hasSnapshot = true
    try {
      this.#applyLog()
    } catch (error) {
      this.endSnapshot({isOld: true})
      throw error
    }
    this.#isOld = false
  }

  /** @param isOld whether the next read must see the database as it is then */
  endSnapshot({isOld = false} = {}): void {
    const {database} = this.#options
    this.#isOld ||= isOld
    this.hasSnapshot = false
    if (database.isTransaction) database.exec('COMMIT')
  }

  /**
   * Runs `work`, and again as of the database's position if it read a long field after the documents in memory had
   * changed there.
   */
  untilConsistent<T>(work: () => T): T {
    this.#wasOvertaken = false
    try {
      const result = work()
      if (!this.#wasOvertaken) return result
    } catch (error) {
      if (!this.#wasOvertaken) throw error
    }
    this.catchUp()
    return work()
  }

  dataset(name: string): Dataset {
    const {dataset, longFields} = this.#datasets.get(name) ?? this.#load(name)
    longFields.beginQuery()
    return dataset
  }

  #begin(): void {
    const {database} = this.#options
    if (!database.isTransaction) database.exec('BEGIN')
  }

  /** @throws if memory is older than the database; then the work is run again */
  #takeSnapshot(): void {
    if (this.hasSnapshot) return
    this.#begin()
    this.hasSnapshot = this.#log.last() === this.position
    if (this.hasSnapshot) return
    this.#wasOvertaken = true
    throw new Error('The documents have changed since the query began.')
  }

  #applyLog(): void {
    const newest = this.#log.last()
    if (newest === this.position) return
    // A dataset that was deleted, and perhaps created again, is loaded again.
    for (const {dataset} of this.#log.datasetEventsSince(this.position)) {
      this.#datasets.delete(dataset)
    }
    const changes = new Map<string, Map<string, LakeDocument | undefined>>()
    const changed = this.#datasets.size > 0 ? this.#log.changedSince(this.position) : []
    for (const {dataset, id} of changed) {
      const loaded = this.#datasets.get(dataset)
      if (!loaded) continue
      const documents = changes.get(dataset) ?? new Map<string, LakeDocument | undefined>()
      changes.set(dataset, documents)
      if (documents.has(id)) continue
      loaded.longFields.forget(id)
      const short = this.#documents.short(dataset, id)
      documents.set(id, short ? loaded.longFields.open(short) : undefined)
    }
    for (const [name, documents] of changes) this.#datasets.get(name)?.dataset.apply(documents)
    this.position = newest
  }

  #load(name: string): LoadedDataset {
    const {onLoad, onRead, onView, grantsOf} = this.#options
    const begun = performance.now()
    const count = this.#documents.count(name)
    onLoad?.(name, count)
    const longFields = createLongFieldStore((id) => {
      onRead?.()
      this.#takeSnapshot()
      return this.#documents.text(name, id)
    })
    const documents: LakeDocument[] = []
    for (const short of this.#documents.allShort(name)) documents.push(longFields.open(short))
    const dataset = createDataset({
      documents,
      longFieldNames: longFields.names,
      roles: rolesIn(this.#options, name),
      grants: grantsOf(name),
      ...(onView && {onView}),
    })
    const loaded = {dataset, longFields}
    this.#datasets.set(name, loaded)
    onLoad?.(name, count, performance.now() - begun)
    return loaded
  }
}
