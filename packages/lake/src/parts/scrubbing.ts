// On a node: removes erased content from its files soon after any node has erased it. A lake of its own has nothing to do
// here, as the command that erases cleans its files.
import {Worker} from 'node:worker_threads'
import type {ScrubOptions} from '../cluster/scrub-thread.ts'
import {moduleBeside} from '../module-beside.ts'
import {erasedUpToSetting} from '../store/erased-up-to.ts'
import type {Base} from './base.ts'
import type {Files} from './files.ts'
import type {Storage} from './storage.ts'

export interface Scrubbing {
  /** To be called by the server that owns the folder. */
  start(): void
  close(): Promise<void>
}

const CHECK_MS = 500
/** Wait after a failure, such as a full disk. */
const PAUSE_MS = 30_000

export function createScrubbing(
  {options, report}: Base,
  {database, databaseFile, assets}: Pick<Storage, 'database' | 'databaseFile'> & Files,
): Scrubbing {
  const {cluster} = options
  const erasedUpTo = erasedUpToSetting(database)
  const reportFailure = report('Erased content could not be removed from the files')
  let scrubbed = 0
  let pausedUntil = 0
  let checks: NodeJS.Timeout | undefined
  let worker: Worker | undefined
  let running: Promise<void> | null = null

  const scrub = async (url: string, erased: number): Promise<void> => {
    try {
      await assets.removeCopies()
      await inThread({url, databaseFile}, (started) => (worker = started))
      scrubbed = erased
    } catch (error) {
      pausedUntil = performance.now() + PAUSE_MS
      reportFailure(error)
    }
  }

  const check = (url: string): void => {
    const erased = erasedUpTo.get()
    if (running || erased <= scrubbed || performance.now() < pausedUntil) return
    running = scrub(url, erased).finally(() => (running = null))
  }

  return {
    start() {
      if (cluster) checks ??= setInterval(() => check(cluster.url), CHECK_MS).unref()
    },
    async close() {
      clearInterval(checks)
      // The next start goes on with it.
      await worker?.terminate()
      await running
    },
  }
}

function inThread(options: ScrubOptions, onStarted: (worker: Worker) => void): Promise<void> {
  const worker = new Worker(moduleBeside(import.meta.url, '../cluster/scrub-thread'), {
    workerData: options,
  })
  onStarted(worker)
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}
