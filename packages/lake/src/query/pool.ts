// Hands queries to query threads. A costly query uses up its own time, and not that of others.
import {Assignment, isAbandoned, isStrangers, nextLimit} from './assignment.ts'
import type {Callers} from './caller.ts'
import {DatasetLoads} from './dataset-loads.ts'
import type {Finished, Loading, Outcome, Report, TooLarge, WorkerOptions} from './messages.ts'
import {QueryThread, type Job} from './query-thread.ts'
import {
  abandoned,
  closing,
  isOutOfMemory,
  overBudget,
  overStrangersBudget,
  stillLoading,
  STRANGERS_BUDGET_MS,
  threadLost,
  tooLarge,
  tooMany,
  type Refuse,
} from './refusals.ts'
import {ThreadSet} from './thread-set.ts'
import {createWaitingList} from './waiting-list.ts'

/** How much there is to do, and how often a thread had to be ended. */
export interface PoolLoad {
  threads: number
  busy: number
  waiting: number
  killed: number
  /** Queries that were cut for others, to begin again later. */
  cut: number
  /** Queries that were refused because too many waited. */
  turnedAway: number
}

/** A query on its way to a thread. */
export interface PoolRequest {
  id: number
  /** Undefined for a query that needs no dataset. */
  dataset: string | undefined
  /** What the thread gets. */
  text: string
  callers: Callers
}

interface Options {
  workerOptions: Omit<WorkerOptions, 'warm' | 'progress'>
  threads: {least: number; most: number}
  /** Datasets that a thread loads at once. */
  warm: readonly string[]
  memoryMb: number
  memoryHint: string
  onLoading?: (loading: Loading) => void
  onTooLarge?: (report: TooLarge) => void
  /** Called when a query needed a text index that is missing, or a newer one. */
  onTextIndexOutdated?: () => void
}

/** Loading a dataset may take longer than any query, but not for ever. */
const LOADING_MS = 120_000
/** A thread is added when queries have waited for this long, */
const PATIENCE_MS = 100
/** or for this part of the time that the thread needs to load the documents, if that is longer. */
const PATIENCE_OF_LOADING = 0.5
/**
 * This many queries are passed on together, because waking a thread takes longer than most queries.
 */
const MOST_AT_ONCE = 16
/** A query that does not end when it is cut has this much longer before its thread is ended. */
const IGNORED_CUT_MS = 1_000
/** An anonymous caller's query is refused after waiting for this long. Most callers have left by then. */
const LONGEST_WAIT_MS = 30_000

export class QueryPool {
  readonly #options: Options
  readonly #budgetMs: number
  readonly #queue = createWaitingList<Job>({stopwatch: () => performance.now()})
  readonly #loads = new DatasetLoads()
  readonly #threads: ThreadSet
  readonly #assignment: Assignment
  readonly #counts = {killed: 0, cut: 0, turnedAway: 0}
  #gathering: NodeJS.Immediate | undefined
  #isClosed = false

  constructor(options: Options) {
    this.#options = options
    this.#budgetMs = options.workerOptions.budgetMs
    for (const dataset of options.warm) this.#loads.add(dataset)
    this.#threads = new ThreadSet({
      threads: options.threads,
      start: () => this.#startThread(),
      wantsMore: () => this.#assignment.wantsThread(),
      hasWaiting: () => this.#queue.size > 0,
    })
    this.#assignment = new Assignment({
      queue: this.#queue,
      threads: this.#threads.all,
      most: options.threads.most,
    })
    this.#dispatch()
  }

  run(request: PoolRequest): Promise<Outcome> {
    return new Promise((settle) => {
      if (this.#isClosed) return settle(closing(request))
      const {dataset, callers} = request
      if (dataset !== undefined) {
        if (this.#loads.isTooLarge(dataset)) return settle(this.#tooLarge(dataset)(request))
        this.#loads.add(dataset)
      }
      callers.onChanged = this.#gather
      const limitMs = STRANGERS_BUDGET_MS
      const since = performance.now()
      this.#turnAway(this.#queue.add({...request, attempts: 0, since, limitMs, settle}))
      this.#gather()
    })
  }

  load(): PoolLoad {
    return {
      threads: this.#threads.size,
      busy: [...this.#threads.all].filter(({jobs}) => jobs.length > 0).length,
      waiting: this.#queue.size,
      ...this.#counts,
    }
  }

  /** New threads do not load this dataset. */
  forget(dataset: string): void {
    this.#loads.forget(dataset)
  }

  /** Ends the threads. Queries that run or wait are refused. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearImmediate(this.#gathering)
    const threads = this.#threads.clear()
    const running = threads.flatMap((thread) => thread.takeAll())
    const waiting = this.#queue.remove(() => true)
    for (const job of [...waiting, ...running]) job.settle(closing(job))
    await Promise.all(threads.map((thread) => thread.terminate()))
  }

  /** Passes on together the queries of one turn of the event loop. */
  readonly #gather = (): void => {
    this.#gathering ??= setImmediate(() => {
      this.#gathering = undefined
      this.#dispatch()
    })
  }

  #dispatch(): void {
    if (this.#isClosed) return
    this.#threads.fill()
    this.#refuseStale()
    const free = this.#threads.free()
    for (const [at, thread] of free.entries()) {
      if (this.#queue.size === 0) break
      const share = Math.ceil(this.#queue.size / (free.length - at))
      const jobs = this.#assignment.next(Math.min(share, MOST_AT_ONCE))
      if (jobs.length > 0) thread.run(jobs)
    }
    if (this.#assignment.wantsThread()) {
      const patienceMs = Math.max(PATIENCE_MS, this.#loads.longestMs * PATIENCE_OF_LOADING)
      this.#threads.addAfter(patienceMs, () => this.#dispatch())
    }
    this.#threads.keepProcess()
  }

  #refuseStale(): void {
    const before = performance.now() - LONGEST_WAIT_MS
    this.#turnAway(this.#queue.remove((job) => isStrangers(job) && job.since < before))
    for (const job of this.#queue.remove(isAbandoned)) job.settle(abandoned(job))
  }

  #turnAway(jobs: readonly Job[]): void {
    this.#counts.turnedAway += jobs.length
    for (const job of jobs) job.settle(tooMany(job))
  }

  #startThread(): QueryThread {
    const {workerOptions, memoryMb} = this.#options
    return new QueryThread({
      workerOptions: {...workerOptions, warm: this.#loads.warm()},
      memoryMb,
      onReport: (thread, report) => this.#onReport(thread, report),
      onLost: (thread, error) => this.#onLost(thread, error),
      onCheck: (thread) => this.#check(thread),
    })
  }

  #onReport(thread: QueryThread, report: Report): void {
    if (report.type === 'text index outdated') return this.#options.onTextIndexOutdated?.()
    if (report.type === 'loading') return this.#onLoading(thread, report)
    if (report.type === 'ready') {
      thread.isReady = true
      return this.#dispatch()
    }
    const {spentMs, ...finished} = report
    const job = thread.finish(finished.id)
    if (!job) return
    this.#queue.charge(job.callers, spentMs)
    this.#settle(job, finished, spentMs)
    if (thread.jobs.length === 0) this.#onFree(thread)
  }

  /** A query that was cut begins again later, unless it has used up its time. */
  #settle(job: Job, finished: Finished, spentMs: number): void {
    if (finished.type !== 'cut') return job.settle(finished)
    const limit = isStrangers(job) ? nextLimit(job.limitMs, spentMs, finished.cpuMs) : job.limitMs
    if (limit === null) return job.settle(overStrangersBudget(job))
    job.limitMs = limit
    this.#counts.cut += 1
    job.attempts += 1
    this.#queue.putBack([job])
  }

  #onLoading(thread: QueryThread, loading: Loading): void {
    const {dataset, tookMs} = loading
    thread.loading = tookMs === undefined ? loading : undefined
    if (tookMs !== undefined) this.#loads.loaded(dataset, tookMs)
    this.#options.onLoading?.(loading)
  }

  #onFree(thread: QueryThread): void {
    // Waiting queries are passed on together with those of this turn of the event loop, because
    // each message to a thread costs time.
    if (this.#queue.size > 0) this.#gather()
    else this.#threads.keepProcess()
    if (thread.jobs.length === 0) this.#threads.release(thread)
  }

  /** The query that a dead thread worked on fails. A thread that died before it was ready fails one that waits. */
  #onLost(thread: QueryThread, error: Error): void {
    if (!this.#threads.remove(thread)) return
    const wasEvaluating = thread.isEvaluating
    const job = this.#takeFrom(thread)
    const dataset = thread.loading?.dataset ?? (wasEvaluating ? undefined : job?.dataset)
    if (isOutOfMemory(error) && dataset !== undefined) {
      if (job) this.#queue.putBack([job])
      this.#refuseDataset(dataset, thread.loading?.documents)
    } else {
      const failed = job ?? (thread.isReady ? undefined : this.#queue.take(1, () => true)[0])
      failed?.settle(threadLost(error)(failed))
    }
    // A thread that cannot start would be started for ever if no query waited.
    if (thread.isReady || this.#queue.size > 0) this.#dispatch()
  }

  /** Ends a running thread. A new one replaces it. */
  #end(thread: QueryThread, refuse: Refuse): void {
    if (!this.#threads.remove(thread)) return
    this.#counts.killed += 1
    const job = this.#takeFrom(thread)
    job?.settle(refuse(job))
    void thread.terminate()
    this.#dispatch()
  }

  /** Takes out the current query and charges its budget. Those behind it wait again. */
  #takeFrom(thread: QueryThread): Job | undefined {
    const [job, ...behind] = thread.takeAll()
    this.#queue.putBack(behind)
    if (job) this.#queue.charge(job.callers, this.#budgetMs)
    return job
  }

  #tooLarge(dataset: string): Refuse {
    const {memoryMb, memoryHint} = this.#options
    return tooLarge(dataset, memoryMb, memoryHint)
  }

  #refuseDataset(dataset: string, documents?: number): void {
    const {memoryMb, onTooLarge} = this.#options
    if (this.#loads.markTooLarge(dataset)) {
      onTooLarge?.({dataset, memoryMb, ...(documents !== undefined && {documents})})
    }
    for (const job of this.#queue.remove((waiting) => waiting.dataset === dataset)) {
      job.settle(this.#tooLarge(dataset)(job))
    }
  }

  /** Ends the current query if it must end, and finds another thread for those behind it. */
  #check(thread: QueryThread): void {
    const [job] = thread.jobs
    if (!job) return
    const {isEvaluating, ms} = thread.observe()
    if (!isEvaluating && ms > LOADING_MS) return this.#end(thread, stillLoading)
    // A query ends itself at its budget. This is for one that does not get to check it.
    if (isEvaluating && ms > 2 * this.#budgetMs) {
      return this.#end(thread, overBudget(this.#budgetMs))
    }
    // A new thread has to load the dataset, which must not take longer than waiting.
    if (isEvaluating && thread.ignoresCut(Math.max(IGNORED_CUT_MS, this.#loads.longestMs))) {
      return this.#end(thread, overStrangersBudget)
    }
    if (isEvaluating && this.#assignment.mustYield(job, ms)) thread.cut()
    const back = thread.takeBack()
    if (back.length === 0) return
    this.#queue.putBack(back)
    if (thread.jobs.length === 0) this.#onFree(thread)
    else this.#dispatch()
  }
}
