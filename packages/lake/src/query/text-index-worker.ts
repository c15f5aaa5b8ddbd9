// A thread that builds the index of texts, or brings it up to date, and ends when that is done.
import {setTimeout as sleep} from 'node:timers/promises'
import {parentPort, workerData} from 'node:worker_threads'
import {openDatabase} from '../store/database.ts'
import type {TextsReport} from './messages.ts'
import {createTextFollower} from './text-indexer.ts'

export interface TextThreadOptions {
  databaseFile: string
  textFile: string
}

const {databaseFile, textFile} = workerData as TextThreadOptions
const port = parentPort
if (!port) throw new Error('packages/lake/src/query/text-index-worker.ts runs as a worker thread.')

/** Milliseconds at a time: while it lasts, whoever else writes to the index waits. */
const STEP_MS = 1_000

const database = openDatabase(databaseFile, {readOnly: true})
const follower = createTextFollower({
  database,
  textFile,
  onBuild: (documents, tookMs) =>
    port.postMessage({
      documents,
      ...(tookMs !== undefined && {tookMs: Math.round(tookMs)}),
    } satisfies TextsReport),
})
try {
  // Who saves and who asks has the machine in between.
  while (follower.step(STEP_MS)) await sleep(STEP_MS / 2)
} finally {
  follower.close()
  database.close()
}
