// A thread that builds or updates the text index and then ends.
import {setTimeout as sleep} from 'node:timers/promises'
import {parentPort, workerData} from 'node:worker_threads'
import {openDatabase} from '../store/database.ts'
import type {TextIndexReport} from './messages.ts'
import {createTextIndexer} from './text-indexer.ts'

export interface TextIndexWorkerOptions {
  databaseFile: string
  textFile: string
}

const {databaseFile, textFile} = workerData as TextIndexWorkerOptions
const port = parentPort
if (!port) throw new Error('packages/lake/src/query/text-index-worker.ts runs as a worker thread.')

/** Milliseconds of one step. Other writers of the index wait that long. */
const STEP_MS = 1_000

const database = openDatabase(databaseFile, {readOnly: true})
const indexer = createTextIndexer({
  database,
  textFile,
  onBuild: (documents, tookMs) =>
    port.postMessage({
      documents,
      ...(tookMs !== undefined && {tookMs: Math.round(tookMs)}),
    } satisfies TextIndexReport),
})
try {
  // The pauses leave processor time for writes and queries.
  while (indexer.step(STEP_MS)) await sleep(STEP_MS / 2)
} finally {
  indexer.close()
  database.close()
}
