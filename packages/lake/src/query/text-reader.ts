// What a query thread asks the index of texts, as of the moment that the thread reads.
import type {DatabaseSync} from 'node:sqlite'
import {logTable} from '../store/log.ts'
import {isOf} from './text-indexer.ts'
import {openTextIndex, type TextIndex, type TextState} from './text-index.ts'
import type {FtsQuery, FullTextIndex} from '@copydesk/groq/plan'

export interface TextReader {
  /**
   * Runs work that begins to read the lake: what the index is asked then is never newer than that.
   *
   * @param query GROQ; only one that may match texts needs the index
   */
  holding<T>(query: string, work: () => T): T
  /** Within `holding`. */
  of(dataset: string): FullTextIndex
  /** Whether queries since the last time would be served by an index that is there, or newer. */
  isWanted(): boolean
}

/** Fewer documents are gone through as fast. */
const MANY = 300
/** So many transactions later it should be brought up to date, */
const BEHIND = 500
/** and so many later it is no help. */
const FAR_BEHIND = 20_000

interface Held {
  index: TextIndex
  state: TextState
}

/** @param letGo ends what is read of the lake by then: the index must not be newer than what is read after it */
export function createTextReader(
  textFile: string,
  database: DatabaseSync,
  letGo: () => void,
): TextReader {
  const log = logTable(database)
  let index: TextIndex | undefined
  let held: Held | undefined
  /** Of the moment: by dataset, what has changed since. */
  let changed: Map<string, string[]> | undefined
  let wanted = false

  const drop = (): void => {
    index?.close()
    index = undefined
    held = undefined
  }

  /** An index that cannot be read is none. */
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch {
      drop()
      return undefined
    }
  }

  const hold = (): void => {
    if (index?.isReplaced()) drop()
    index ??= openTextIndex(textFile)
    if (!index) return
    index.database.exec('BEGIN')
    const state = index.state()
    held = state && !state.building ? {index, state} : undefined
  }

  const release = (): void => {
    held = undefined
    changed = undefined
    if (index?.database.isTransaction) index.database.exec('COMMIT')
  }

  const changedSince = (position: number): Map<string, string[]> => {
    const ids = new Map<string, string[]>()
    for (const {dataset, id} of log.changedSince(position)) {
      const list = ids.get(dataset)
      if (list) list.push(id)
      else ids.set(dataset, [id])
    }
    return ids
  }

  return {
    holding(query, work) {
      if (!/\bmatch\b/.test(query)) return work()
      letGo()
      if (database.isTransaction) throw new Error('The lake is read already.')
      attempt(hold)
      try {
        return work()
      } finally {
        attempt(release)
      }
    },
    of(dataset) {
      const look = (query: FtsQuery, documents: number): ReadonlySet<string> | undefined => {
        if (!held || !isOf(log, held.state)) {
          wanted ||= documents >= MANY
          return undefined
        }
        const behind = log.last() - held.state.position
        wanted ||= behind > BEHIND
        if (behind > FAR_BEHIND) return undefined
        const most = Math.max(Math.floor(documents / 3), MANY)
        const found = held.index.find(dataset, query, most + 1)
        if (found.length > most) return undefined
        changed ??= changedSince(held.state.position)
        return new Set([...found, ...(changed.get(dataset) ?? [])])
      }
      // A subquery asks the same for each document around it.
      let last: {query: FtsQuery; ids: ReadonlySet<string> | undefined} | undefined
      return {
        candidateIds(query, documents) {
          if (last?.query !== query) last = {query, ids: attempt(() => look(query, documents))}
          return last.ids
        },
      }
    },
    isWanted() {
      const was = wanted
      wanted = false
      return was
    },
  }
}
