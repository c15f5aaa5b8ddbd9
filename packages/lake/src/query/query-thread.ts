// One query thread: its worker, the queries handed over to it, and how far it is with them.
import {Worker} from 'node:worker_threads'
import {moduleBeside} from '../module-beside.ts'
import {asMessage, type Loading, type Outcome, type Report} from './messages.ts'
import type {WorkerOptions} from './messages.ts'
import {createProgress, cut, isEvaluating, reset, takeBack} from './progress.ts'
import type {Waiting} from './waiting-list.ts'

/** A query that waits for a thread or has one. */
export interface Job extends Waiting {
  id: number
  /** Undefined for a query that needs no dataset. */
  dataset: string | undefined
  /** How long an anonymous caller's query may be evaluated while others wait. Milliseconds. */
  limitMs: number
  settle: (outcome: Outcome) => void
}

export interface QueryThreadOptions {
  workerOptions: Omit<WorkerOptions, 'progress'>
  memoryMb: number
  onReport: (thread: QueryThread, report: Report) => void
  /** Called when the worker has died; several times for some errors. */
  onLost: (thread: QueryThread, error: Error) => void
  /** Called every 20 ms while the thread has queries. */
  onCheck: (thread: QueryThread) => void
}

/** Megabytes for short-lived values. A larger heap is not faster, and its memory counts even if it is unused. */
const YOUNG_MB = 12
/** Queries behind one that takes longer than this go to another thread. */
const CHECK_MS = 20

/** How far the current query was when it was last observed. */
interface Observed {
  number: number
  isEvaluating: boolean
  /** When it was first seen like this. */
  since: number
}

export class QueryThread {
  isReady = false
  /** The dataset that the thread loads into its memory now. */
  loading: Loading | undefined
  readonly #worker: Worker
  readonly #progress = createProgress()
  readonly #onCheck: () => void
  /** In the order of the hand-over. The first is the current query. */
  #jobs: Job[] = []
  /** How many queries of the hand-over are answered. */
  #answered = 0
  #observed: Observed = {number: 0, isEvaluating: false, since: 0}
  /** The query that was last told to end. */
  #cut: {number: number; at: number} | undefined
  #checks: NodeJS.Timeout | undefined
  #idle: NodeJS.Timeout | undefined

  constructor({workerOptions, memoryMb, onReport, onLost, onCheck}: QueryThreadOptions) {
    const workerData: WorkerOptions = {...workerOptions, progress: this.#progress}
    this.#onCheck = () => onCheck(this)
    this.#worker = new Worker(moduleBeside(import.meta.url, './worker'), {
      workerData,
      resourceLimits: {maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB},
    })
    this.#worker.on('message', (report: Report) => onReport(this, report))
    this.#worker.on('error', (error: Error) => onLost(this, error))
    this.#worker.on('exit', () => onLost(this, new Error('The thread ended.')))
  }

  get jobs(): readonly Job[] {
    return this.#jobs
  }

  get isEvaluating(): boolean {
    return isEvaluating(this.#progress, this.#number)
  }

  /** Whether it starts, or works on a query without evaluating it yet. */
  get isLoading(): boolean {
    return !this.isReady || (this.#jobs.length > 0 && !this.isEvaluating)
  }

  run(jobs: Job[]): void {
    clearTimeout(this.#idle)
    this.#jobs = jobs
    this.#answered = 0
    this.#cut = undefined
    reset(this.#progress)
    this.#observed = {number: 1, isEvaluating: false, since: performance.now()}
    this.#checks = setInterval(this.#onCheck, CHECK_MS)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    this.#worker.postMessage(asMessage(jobs.map(({text}) => text)))
  }

  /** Takes out the current query, if it is the one that was answered. */
  finish(id: number): Job | undefined {
    const [job] = this.#jobs
    if (job?.id !== id) return undefined
    this.#answered += 1
    this.#jobs.shift()
    this.#stopWithoutJobs()
    return job
  }

  /** Takes back the queries that the thread has not begun. */
  takeBack(): Job[] {
    const begun = this.#jobs.length > 1 ? takeBack(this.#progress) : null
    if (begun === null) return []
    const jobs = this.#jobs.splice(begun - this.#answered)
    this.#stopWithoutJobs()
    return jobs
  }

  /** Takes back all queries, the current one too. */
  takeAll(): Job[] {
    const jobs = this.#jobs.splice(0)
    this.#stopWithoutJobs()
    return jobs
  }

  /** For how long the current query has been evaluated, or has waited for that. Milliseconds. */
  observe(): {isEvaluating: boolean; ms: number} {
    const number = this.#number
    const {isEvaluating: isCounting} = this
    const now = performance.now()
    const before = this.#observed
    if (before.number !== number || before.isEvaluating !== isCounting) {
      this.#observed = {number, isEvaluating: isCounting, since: now}
    }
    return {isEvaluating: isCounting, ms: now - this.#observed.since}
  }

  /** Tells the current query to end. It is begun again later. */
  cut(): void {
    const number = this.#number
    if (this.#cut?.number === number) return
    this.#cut = {number, at: performance.now()}
    cut(this.#progress, number)
  }

  /** Whether the current query was told to end, and has not ended for longer than this. Milliseconds. */
  ignoresCut(ms: number): boolean {
    return this.#cut?.number === this.#number && performance.now() - this.#cut.at > ms
  }

  /** Calls back when the thread has had no query for this long. */
  whenIdle(ms: number, then: () => void): void {
    this.#idle = setTimeout(then, ms).unref()
  }

  /** Whether the process must not end while this thread is alive. */
  keepProcess(isNeeded: boolean): void {
    if (isNeeded) this.#worker.ref()
    else this.#worker.unref()
  }

  terminate(): Promise<number> {
    clearInterval(this.#checks)
    return this.#worker.terminate()
  }

  /** Of the current query, as the thread counts. */
  get #number(): number {
    return this.#answered + 1
  }

  #stopWithoutJobs(): void {
    if (this.#jobs.length === 0) clearInterval(this.#checks)
  }
}
