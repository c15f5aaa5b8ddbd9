// Starts the thread that builds the index of texts or brings it up to date, when a query has missed it.
import {Worker} from 'node:worker_threads'
import {moduleBeside} from '../module-beside.ts'
import type {TextsReport} from './messages.ts'
import {textFileOf} from './text-index.ts'
import type {TextThreadOptions} from './text-index-worker.ts'

export interface TextKeeper {
  /** Does nothing while it is at it. */
  bringUpToDate(): void
  close(): Promise<void>
}

interface Options {
  databaseFile: string
  onReport: (report: TextsReport) => void
}

/** After it could not be written (a full disk), it is not tried again for so long. Queries go on without. */
const PAUSE_MS = 60_000
const MEMORY_MB = 512

export function createTextKeeper({databaseFile, onReport}: Options): TextKeeper {
  let worker: Worker | undefined
  let pausedUntil = 0
  let closed = false

  return {
    bringUpToDate() {
      if (closed || worker || performance.now() < pausedUntil) return
      const started = new Worker(moduleBeside(import.meta.url, './text-index-worker'), {
        workerData: {databaseFile, textFile: textFileOf(databaseFile)} satisfies TextThreadOptions,
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
