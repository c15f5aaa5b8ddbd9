// Builds the index of texts and brings it up to date with the log, in short steps: each begins with
// what the file says of itself, so that it may be stopped after any, and go on in another process.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from '../store/database.ts'
import {documentTable} from '../store/documents.ts'
import {logTable, type LogTable} from '../store/log.ts'
import type {LakeDocument} from '../types.ts'
import {createTextIndex, isDamage, removeTextIndex, type TextState} from './text-index.ts'
import {indexText} from '@copydesk/groq/plan'

export interface TextFollower {
  /** Goes on for about so many milliseconds. False where there is nothing left to do. */
  step(ms: number): boolean
  close(): void
}

interface Options {
  /** The lake's: a connection of its own, read only. */
  database: DatabaseSync
  textFile: string
  /** Told before all documents are gone through, and after. */
  onBuild?: (documents: number, tookMs?: number) => void
}

/** Whether all that an index can hold is of this log. */
export const isOf = (log: LogTable, {newest, transaction}: TextState): boolean =>
  log.transactionAt(newest) === transaction

export function createTextFollower({
  database,
  textFile,
  onBuild = () => {},
}: Options): TextFollower {
  const documents = documentTable(database)
  const log = logTable(database)
  let index = createTextIndex(textFile)
  let mayMend = true
  /** Since this thread began to build, or to go on with it. */
  let since: number | undefined
  let isTidy = true

  const count = (): number =>
    Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n'])

  /** Takes more documents; those that change meanwhile are in the log after the position. */
  const build = (state: TextState, from: {dataset: string; id: string}, end: number): TextState => {
    if (since === undefined) {
      since = performance.now()
      onBuild(count())
    }
    let last = from
    for (const {dataset, id, text} of documents.after(from.dataset, from.id)) {
      index.put(dataset, id, indexText(JSON.parse(text) as LakeDocument))
      last = {dataset, id}
      if (performance.now() > end) return {...state, building: last}
    }
    onBuild(count(), performance.now() - since)
    since = undefined
    isTidy = false
    return {...state, building: null}
  }

  const follow = (state: TextState, end: number): TextState => {
    const taken = new Set<string>()
    let {position} = state
    const deletions = log
      .datasetEventsSince(position)
      .filter(({datasetEvent}) => datasetEvent.event === 'deleted')
    const changes = [...deletions, ...log.changedSince(position)]
    for (const change of changes.toSorted((a, b) => a.position - b.position)) {
      if (change.position > position && performance.now() > end) return {...state, position}
      position = change.position
      if (!('id' in change)) {
        index.removeDataset(change.dataset)
        continue
      }
      const key = JSON.stringify([change.dataset, change.id])
      if (taken.has(key)) continue
      taken.add(key)
      const document = documents.get(change.dataset, change.id)
      if (document) index.put(change.dataset, change.id, indexText(document))
      else index.remove(change.dataset, change.id)
    }
    return {...state, position: log.last()}
  }

  const advance = (end: number): boolean => {
    // What is read of the lake is of one moment.
    database.exec('BEGIN')
    try {
      const newest = log.last()
      const now = {newest, transaction: log.transactionAt(newest)}
      const known = index.state()
      const isGood = known !== null && isOf(log, known)
      if (!isGood) index.clear()
      const state: TextState = isGood
        ? {...known, ...now}
        : {...now, position: newest, building: {dataset: '', id: ''}}
      const {building} = state
      if (!building && state.position === newest) return false
      index.setState(building ? build(state, building, end) : follow(state, end))
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
        if (isTidy) return false
        isTidy = !inTransaction(index.database, index.tidy)
        return true
      } catch (error) {
        if (!mayMend || !isDamage(error)) throw error
        mayMend = false
        index.close()
        removeTextIndex(textFile)
        index = createTextIndex(textFile)
        return true
      }
    },
    close: () => index.close(),
  }
}
