// Creates, changes and deletes datasets. Each change is an entry of the log. It records who did what and
// when, and tells other threads and processes.
import type {DatabaseSync} from 'node:sqlite'
import type {DatasetChange, Datasets} from '../access/datasets.ts'
import {BadRequest, Forbidden, LakeError, NotFound} from '../errors.ts'
import {inTransactionWhenFree, prepareWrite} from '../store/database.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LoggedDatasetEvent, LogTable} from '../store/log.ts'
import type {Clock, DatasetDeed, Manager} from '../types.ts'
import {clearDataset} from './clear-dataset.ts'
import type {DatasetList, ListedDataset} from './dataset-list.ts'
import {datasetNameProblem} from './dataset-name.ts'

/** `aclMode` is `public` by default. */
export interface NewDataset extends DatasetChange {
  name: string
}

export interface DatasetAdmin extends Pick<DatasetList, 'all' | 'has'> {
  /**
   * @throws BadRequest `invalidDataset` for a name that cannot be one, LakeError 409 `conflict` for one
   *   that is taken
   */
  create(dataset: NewDataset, by: Manager): Promise<ListedDataset>
  /** @throws NotFound `datasetNotFound`, Forbidden `datasetProtected` for a dataset beside content */
  change(name: string, change: DatasetChange, by: Manager): Promise<ListedDataset>
  /**
   * Deletes a dataset with its documents, history, files and webhooks, and ends its streams. Resolves when
   * nothing is left.
   *
   * @throws NotFound `datasetNotFound`, Forbidden `datasetProtected` for those that the lake was opened with
   */
  delete(name: string, by: Manager): Promise<void>
  /** Finishes deletions that the end of a process interrupted. */
  finishDeletions(): Promise<void>
  /** What was done to datasets, newest first. */
  events(): LoggedDatasetEvent[]
}

interface Options {
  database: DatabaseSync
  table: Datasets
  list: DatasetList
  /** Names of the datasets that the lake was opened with. They cannot be deleted. */
  opened: readonly string[]
  log: LogTable
  documents: Pick<DocumentTable, 'count'>
  /** Called when the log has a new entry. */
  onLogged: () => void
  deleteFiles: (dataset: string) => Promise<void>
  clock: Clock
  randomId: () => string
}

/** Prepares its statement once. */
export function createDatasetAdmin(options: Options): DatasetAdmin {
  const {database, table, list, log, onLogged} = options
  const removeWebhooks = prepareWrite(
    database,
    `DELETE FROM webhooks WHERE json_extract(settings, '$.dataset') = ?`,
  )

  /** Runs `work` in a write transaction, then announces what it recorded. */
  const write = async (work: () => void): Promise<void> => {
    await inTransactionWhenFree(database, work)
    list.refresh()
    onLogged()
  }
  const existing = (name: string): ListedDataset => {
    // Another process may have changed it a moment ago.
    list.refresh()
    const dataset = list.get(name)
    if (dataset) return dataset
    throw new NotFound(`Dataset "${name}" does not exist.`, 'datasetNotFound')
  }
  const clear = async (name: string): Promise<void> => {
    const isDeleted = (): boolean => table.deleted().includes(name)
    await options.deleteFiles(name)
    await clearDataset(database, name, isDeleted)
    table.remove(name)
  }

  return {
    all: list.all,
    has: list.has,
    async create(dataset, by) {
      const problem = datasetNameProblem(dataset.name)
      if (problem) throw new BadRequest(problem, 'invalidDataset')
      await write(() => insert(dataset, by, options))
      return existing(dataset.name)
    },
    async change(name, change, by) {
      await write(() => applyChange({dataset: existing(name), change, by}, options))
      return existing(name)
    },
    async delete(name, by) {
      await write(() => {
        assertDeletable(existing(name), options.opened)
        record(name, {event: 'deleted', documents: options.documents.count(name), by}, options)
        table.markDeleted(name)
        removeWebhooks.run(name)
      })
      await clear(name)
    },
    async finishDeletions() {
      for (const name of table.deleted()) await clear(name)
    },
    events: () => log.datasetEventsSince(0).toReversed(),
  }
}

function insert(
  {name, aclMode = 'public', description = null}: NewDataset,
  by: Manager,
  options: Options,
): void {
  const {table, clock} = options
  if (table.has(name)) throw conflict(`The dataset "${name}" exists already.`)
  if (table.deleted().includes(name)) {
    throw conflict(`The dataset "${name}" is still being deleted. Try again in a moment.`)
  }
  const since = record(name, {event: 'created', aclMode, by}, options)
  const createdAt = new Date(clock()).toISOString()
  table.insert({name, createdAt, createdBy: accountOf(by), aclMode, description, since})
}

function applyChange(
  {dataset, change, by}: {dataset: ListedDataset; change: DatasetChange; by: Manager},
  options: Options,
): void {
  const {name, aclMode: before, addon} = dataset
  const {aclMode = before} = change
  if (addon && aclMode !== before) {
    throw new Forbidden(
      `The dataset "${name}" is beside "${addon.addonFor}": its roles decide who reads it, and it stays private.`,
      'datasetProtected',
    )
  }
  options.table.change(name, change)
  record(name, {event: 'changed', aclMode, before, by}, options)
}

/** Answers the log position of the entry. */
function record(
  dataset: string,
  datasetEvent: DatasetDeed,
  {log, clock, randomId}: Options,
): number {
  return log.appendDatasetEvent({
    dataset,
    transactionId: randomId(),
    author: accountOf(datasetEvent.by),
    timestamp: new Date(clock()).toISOString(),
    datasetEvent,
  })
}

const accountOf = (by: Manager): string => ('account' in by ? by.account : 'system')

function assertDeletable({name, addon}: ListedDataset, opened: readonly string[]): void {
  if (addon) {
    throw new Forbidden(
      `The dataset "${name}" holds the comments on "${addon.addonFor}" and cannot be deleted.`,
      'datasetProtected',
    )
  }
  if (opened.includes(name)) {
    throw new Forbidden(
      `The dataset "${name}" holds the content of this Content Lake and cannot be deleted.`,
      'datasetProtected',
    )
  }
}

const conflict = (description: string): LakeError => new LakeError(409, 'conflict', description)
