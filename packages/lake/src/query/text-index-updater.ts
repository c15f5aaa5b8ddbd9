// Starts the thread that builds or updates the text index when a query needed it.
import {Worker} from 'node:worker_threads'
import {moduleBeside} from '../module-beside.ts'
import type {TextIndexReport} from './messages.ts'
import {textFileOf} from './text-index.ts'
import type {TextIndexWorkerOptions} from './text-index-worker.ts'

export interface TextIndexUpdater {
  /** Does nothing while an update runs. */
  update(): void
  close(): Promise<void>
}

interface Options {
  databaseFile: string
  onReport: (report: TextIndexReport) => void
}

/** Wait after a failure, such as a full disk. Queries continue without the index. */
const PAUSE_MS = 60_000
const MEMORY_MB = 512

export function createTextIndexUpdater({databaseFile, onReport}: Options): TextIndexUpdater {
  let worker: Worker | undefined
  let pausedUntil = 0
  let closed = false

  return {
    update() {
      if (closed || worker || performance.now() < pausedUntil) return
      const workerData: TextIndexWorkerOptions = {databaseFile, textFile: textFileOf(databaseFile)}
      const started = new Worker(moduleBeside(import.meta.url, './text-index-worker'), {
        workerData,
        resourceLimits: {maxOldGenerationSizeMb: MEMORY_MB},
      })
      worker = started
      // It must not keep a process from ending.
      started.unref()
      started.on('message', onReport)
      started.on('error', (error: unknown) => {
        pausedUntil = performance.now() + PAUSE_MS
        onReport({failed: error instanceof Error ? error.message : String(error)})
      })
      started.on('exit', () => (worker = undefined))
    },
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}
