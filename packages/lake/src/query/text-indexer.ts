// Builds the text index and updates it from the log, in short steps. Each step begins with the state in the file,
// so work can stop after any step and continue in another process.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from '../store/database.ts'
import {documentTable, type DocumentTable} from '../store/documents.ts'
import {logTable, type LogTable} from '../store/log.ts'
import type {LakeDocument} from '../types.ts'
import {
  createTextIndex,
  isDamage,
  removeTextIndex,
  type TextIndex,
  type TextState,
} from './text-index.ts'
import {indexedTexts} from '@copydesk/groq/plan'

export interface TextIndexer {
  /** Works for about this many milliseconds. False if nothing is left to do. */
  step(ms: number): boolean
  close(): void
}

interface Options {
  /** A read-only connection to the lake's database that nothing else uses. */
  database: DatabaseSync
  textFile: string
  /** Called before all documents are indexed, and after with the time that it took. */
  onBuild?: (documents: number, tookMs?: number) => void
}

/** The index, and the lake's tables in a read transaction. */
interface Work {
  index: TextIndex
  documents: DocumentTable
  log: LogTable
}

/** Merges parts of the index until the time is over. False when nothing is left to merge. */
function tidy(index: TextIndex, end: number): boolean {
  while (index.tidy()) if (performance.now() > end) return true
  return false
}

/** Whether an index was built from this log. */
export const isOf = (log: LogTable, {newest, transaction}: TextState): boolean =>
  log.transactionAt(newest) === transaction

export function createTextIndexer({database, textFile, onBuild = () => {}}: Options): TextIndexer {
  const source = {documents: documentTable(database), log: logTable(database)}
  let index = createTextIndex(textFile)
  let mayRepair = true
  let isTidy = true
  /** When this thread began to build the index, or to continue. */
  let buildingSince: number | undefined

  const count = (): number =>
    Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n'])

  const build = (from: DocumentKey, end: number): DocumentKey | null => {
    if (buildingSince === undefined) {
      buildingSince = performance.now()
      onBuild(count())
    }
    const last = addDocuments({index, ...source}, from, end)
    if (last) return last
    onBuild(count(), performance.now() - buildingSince)
    buildingSince = undefined
    isTidy = false
    return null
  }

  const advance = (end: number): boolean => {
    // All reads of the lake are of one snapshot.
    database.exec('BEGIN')
    try {
      const state = beginStep(index, source.log)
      if (state.building) index.setState({...state, building: build(state.building, end)})
      else if (state.position === state.newest) return false
      else
        index.setState({...state, position: applyChanges({index, ...source}, state.position, end)})
      return true
    } finally {
      database.exec('COMMIT')
    }
  }

  return {
    step(ms) {
      const end = performance.now() + ms
      if (index.isReplaced()) {
        index.close()
        index = createTextIndex(textFile)
      }
      try {
        if (inTransaction(index.database, () => advance(end))) return true
        if (isTidy) {
          index.shrink()
          return false
        }
        isTidy = !inTransaction(index.database, () => tidy(index, end))
        return true
      } catch (error) {
        if (!mayRepair || !isDamage(error)) throw error
        mayRepair = false
        index.close()
        removeTextIndex(textFile)
        index = createTextIndex(textFile)
        return true
      }
    },
    close: () => index.close(),
  }
}

type DocumentKey = NonNullable<TextState['building']>

/** The state in the file. A new state if the file is empty or belongs to another log. */
function beginStep(index: TextIndex, log: LogTable): TextState {
  const newest = log.last()
  const now = {newest, transaction: log.transactionAt(newest)}
  const known = index.state()
  if (known && isOf(log, known)) return {...known, ...now}
  index.clear()
  return {...now, position: newest, building: {dataset: '', id: ''}}
}

/**
 * Adds the documents after a key until the time is over. A document that changes meanwhile is in the log after the
 * index's position.
 *
 * @returns the last document added, or null when all are in the index
 */
function addDocuments(
  {index, documents}: Work,
  from: DocumentKey,
  end: number,
): DocumentKey | null {
  for (const {dataset, id, text} of documents.after(from.dataset, from.id)) {
    index.put(dataset, id, indexedTexts(JSON.parse(text) as LakeDocument))
    if (performance.now() > end) return {dataset, id}
  }
  return null
}

/**
 * Applies the log's changes after a position until the time is over.
 *
 * @returns the position up to which all changes are in the index
 */
function applyChanges({index, documents, log}: Work, from: number, end: number): number {
  let position = from
  const applied = new Set<string>()
  const deletions = log
    .datasetEventsSince(position)
    .filter(({datasetEvent}) => datasetEvent.event === 'deleted')
  const changes = [...deletions, ...log.changedSince(position)]
  for (const change of changes.toSorted((a, b) => a.position - b.position)) {
    if (change.position > position && performance.now() > end) return position
    position = change.position
    if (!('id' in change)) {
      index.removeDataset(change.dataset)
      continue
    }
    const key = JSON.stringify([change.dataset, change.id])
    if (applied.has(key)) continue
    applied.add(key)
    const document = documents.get(change.dataset, change.id)
    if (document) index.put(change.dataset, change.id, indexedTexts(document))
    else index.remove(change.dataset, change.id)
  }
  return log.last()
}
