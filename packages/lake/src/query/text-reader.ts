// Answers a query thread's full-text searches from the text index, as of the snapshot that the thread reads.
import type {DatabaseSync} from 'node:sqlite'
import {logTable, type LogTable} from '../store/log.ts'
import {isOf} from './text-indexer.ts'
import {openTextIndex, type TextIndex, type TextState} from './text-index.ts'
import type {FoundTexts, FullTextIndex, TextSearch} from '@copydesk/groq/plan'

export interface TextReader {
  /**
   * Runs work that begins to read the lake. The snapshot of the index is never newer than that of the lake.
   *
   * @param query GROQ; the index is opened only for a query that may match texts
   */
  withSnapshot<T>(query: string, work: () => T): T
  /** The index of one dataset. Use it within `withSnapshot`. */
  indexOf(dataset: string): FullTextIndex
  /** Whether a query since the last call needed an index that is missing, or a newer one. */
  takeOutdated(): boolean
}

/** Reading fewer documents is as fast as the index. */
const MANY = 300
/** An index that is this many transactions or documents behind should be updated, */
const BEHIND = 500
const CHANGED = 50
/** and one that is this many behind is not used. */
const FAR_BEHIND = 20_000

/**
 * @param endSnapshot ends the thread's snapshot of the lake. The next one begins after that of the index, so it is
 *   not older.
 */
export function createTextReader(
  textFile: string,
  database: DatabaseSync,
  endSnapshot: () => void,
): TextReader {
  const log = logTable(database)
  const file = new IndexFile(textFile)
  let isOutdated = false
  /** Of the current snapshot. */
  let changedIds: ReadonlyMap<string, ReadonlySet<string>> | undefined

  /** @returns undefined if the index does not help */
  const find = (dataset: string, search: TextSearch, documents: number): FoundTexts | undefined => {
    const {snapshot} = file
    if (!snapshot || !isOf(log, snapshot.state)) {
      isOutdated ||= documents >= MANY
      return undefined
    }
    const behind = log.last() - snapshot.state.position
    isOutdated ||= behind > BEHIND
    if (behind > FAR_BEHIND) return undefined
    const most = Math.max(Math.floor(documents / 3), MANY)
    const {ids, isExact} = snapshot.index.find(dataset, search, most + 1)
    if (!isExact && ids.length > most) return undefined
    changedIds ??= behind > 0 ? changedSince(log, snapshot.state.position) : new Map()
    const changed = changedIds.get(dataset) ?? NO_IDS
    isOutdated ||= changed.size > CHANGED
    return {ids, changed, isExact}
  }

  return {
    withSnapshot(query, work) {
      if (!/\bmatch\b/.test(query)) return work()
      endSnapshot()
      if (database.isTransaction) throw new Error('The lake is read already.')
      file.begin()
      try {
        return work()
      } finally {
        changedIds = undefined
        file.end()
      }
    },
    indexOf(dataset) {
      // A subquery searches for the same in each document around it.
      let last: {search: TextSearch; found: FoundTexts | undefined} | undefined
      return {
        find(search, documents) {
          if (last?.search !== search) {
            last = {search, found: file.attempt(() => find(dataset, search, documents))}
          }
          return last.found
        },
      }
    },
    takeOutdated() {
      const was = isOutdated
      isOutdated = false
      return was
    },
  }
}

const NO_IDS: ReadonlySet<string> = new Set()

/** By dataset, IDs of the documents that changed after a log position. */
function changedSince(log: LogTable, position: number): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>()
  for (const {dataset, id} of log.changedSince(position)) {
    const known = ids.get(dataset)
    if (known) known.add(id)
    else ids.set(dataset, new Set([id]))
  }
  return ids
}

/** The index's file in a read transaction. A file that cannot be read counts as missing. */
class IndexFile {
  readonly #file: string
  #index: TextIndex | undefined
  #snapshot: {index: TextIndex; state: TextState} | undefined

  constructor(file: string) {
    this.#file = file
  }

  /** Undefined outside of a transaction, and while the index is being built. */
  get snapshot(): {index: TextIndex; state: TextState} | undefined {
    return this.#snapshot
  }

  begin(): void {
    this.attempt(() => {
      if (this.#index?.isReplaced()) this.#close()
      this.#index ??= openTextIndex(this.#file)
      const index = this.#index
      if (!index) return
      index.database.exec('BEGIN')
      const state = index.state()
      this.#snapshot = state && !state.building ? {index, state} : undefined
    })
  }

  end(): void {
    this.attempt(() => {
      this.#snapshot = undefined
      if (this.#index?.database.isTransaction) this.#index.database.exec('COMMIT')
    })
  }

  /** Closes the file if `work` throws. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch {
      this.#close()
      return undefined
    }
  }

  #close(): void {
    this.#index?.close()
    this.#index = undefined
    this.#snapshot = undefined
  }
}
