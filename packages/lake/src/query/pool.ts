// Query threads and who gets one: a hostile query burns its own budget and nobody else's.
import {Worker} from 'node:worker_threads'
import {moduleBeside} from '../module-beside.ts'
import type {Callers} from './caller.ts'
import {asMessage, type Loading, type Outcome, type Report, type TooLarge} from './messages.ts'
import type {WorkerOptions} from './messages.ts'
import {createProgress, cut, isEvaluating, reset, takeBack, type Progress} from './progress.ts'
import {timeoutError} from '@copydesk/groq/plan'
import {createWaitingList, type Waiting} from './waiting-list.ts'

/** How much there is to do, and how often a thread had to be ended. */
export interface PoolLoad {
  threads: number
  busy: number
  waiting: number
  killed: number
  /** Evaluations that were cut for somebody else, to begin anew later. */
  cut: number
  /** Queries that were turned away because too many were waiting. */
  turnedAway: number
}

/** A question on its way to a thread. */
export interface Asked {
  id: number
  /** Undefined where it needs none. */
  dataset: string | undefined
  /** What the thread is told. */
  text: string
  callers: Callers
}

export interface Pool {
  ask(asked: Asked): Promise<Outcome>
  load(): PoolLoad
  /** New threads do not read this dataset in. */
  forget(dataset: string): void
  close(): Promise<void>
}

interface Options {
  workerOptions: Omit<WorkerOptions, 'warm' | 'progress'>
  threads: {least: number; most: number}
  memoryMb: number
  onLoading?: (loading: Loading) => void
  onTooLarge?: (report: TooLarge) => void
  /** Called when a query needed a text index that is missing, or a newer one. */
  onTextIndexOutdated?: () => void
}

interface Job extends Asked, Waiting {
  settle: (outcome: Outcome) => void
}

interface Thread {
  worker: Worker
  progress: Progress
  ready: boolean
  /** What is being read into its memory. */
  loading?: Loading | undefined
  /** In the order in which they were handed over; the first is in hand. */
  jobs: Job[]
  /** How many of that hand-over were answered. */
  answered: number
  /** Of its jobs, the one that was last told to end, and when. */
  cut?: {number: number; at: number} | undefined
  /** Looks after the one in hand. */
  watch?: NodeJS.Timeout
  /** Ends it where there are more than are needed. */
  idle?: NodeJS.Timeout
}

/** What was seen of a thread's question when somebody looked. */
interface Seen {
  number: number
  isEvaluating: boolean
  /** When it was first so. */
  since: number
}

/** Reading a whole dataset into memory may take longer than any query, but not for ever. */
const LOADING_MS = 120_000
/** Room for what an answer is made of. What is never used is memory all the same. */
const YOUNG_MB = 12
/** A thread more than are always there, lent in a rush, is kept for as long. */
const LENT_MS = 60_000
/** A question that waits for longer than this gets a thread more, */
const PATIENCE_MS = 100
/** or for longer than this part of the time that the thread would need to read the documents in. */
const PATIENCE_OF_READING = 0.5
/** So many questions are handed over at once: waking a thread up takes longer than answering one. */
const MOST_AT_ONCE = 16
/** Those behind one that takes longer than this go to another thread. */
const LOOK_MS = 20
/** What a stranger's query has in any case, whoever waits. Most are answered by then. */
const SLICE_MS = 100
/** What a stranger's query has while somebody else waits. */
export const STRANGERS_BUDGET_MS = 1_000
/** One that does not hear that it must end has this much longer. */
const DEAF_MS = 1_000
/** A stranger's query that has waited as long is turned away: whoever asked has most often given up. */
const LONGEST_WAIT_MS = 30_000
/** After which those who were turned away may come back. Seconds. */
const RETRY_AFTER = 10
/** A dataset that was too large is tried again after this: it may have become smaller. */
const TOO_LARGE_MS = 60_000

type Named = Pick<Asked, 'id'>

const refusal = (
  {id}: Named,
  refused: {status: number; type: string; description: string; retryAfter?: number},
): Outcome => ({id, type: 'refusal', refusal: {...refused, details: {}}})

/** Its callers have all left: it is told to none of them. */
const abandoned = (asked: Named): Outcome =>
  refusal(asked, {status: 499, type: 'abandoned', description: 'Nobody waits for this answer.'})
const closing = (asked: Named): Outcome =>
  refusal(asked, {status: 503, type: 'unavailable', description: 'The lake is closing.'})
const stillReading = (asked: Named): Outcome =>
  refusal(asked, {
    status: 503,
    type: 'unavailable',
    description: 'The dataset is still being read. Try again.',
  })
const tooMany = (asked: Named): Outcome =>
  refusal(asked, {
    status: 503,
    type: 'tooManyQueries',
    description: `Too many queries are waiting. Try again in ${RETRY_AFTER} seconds.`,
    retryAfter: RETRY_AFTER,
  })
const overBudget = (asked: Named, budgetMs: number): Outcome => {
  const {type, message: description} = timeoutError(budgetMs)
  return refusal(asked, {status: 400, type, description})
}
const overStrangersBudget = (asked: Named): Outcome =>
  refusal(asked, {
    status: 400,
    type: 'queryTimeout',
    description: `The query was ended after ${STRANGERS_BUDGET_MS} ms, as others were waiting. Ask for less, try again later, or send a token.`,
  })

const isAbandoned = ({callers}: Waiting): boolean => callers.isEmpty
const isStrangers = ({callers}: Waiting): boolean => callers.lane === 'stranger'

export function createPool({
  workerOptions,
  threads,
  memoryMb,
  onLoading = () => {},
  onTooLarge = () => {},
  onTextIndexOutdated = () => {},
}: Options): Pool {
  const {budgetMs} = workerOptions
  const pool = new Set<Thread>()
  const datasets = new Set<string>()
  /** By name, until when nobody tries again. */
  const tooLarge = new Map<string, number>()
  const queue = createWaitingList<Job>({stopwatch: () => performance.now()})
  let closed = false
  const counts = {killed: 0, cut: 0, turnedAway: 0}
  let patience: NodeJS.Timeout | undefined
  /** What reading a dataset in has taken at most. */
  let readingMs = 0
  let gathering: NodeJS.Immediate | undefined

  const start = (): void => {
    const progress = createProgress()
    const warm = [...datasets].filter((name) => !tooLarge.has(name))
    const workerData: WorkerOptions = {...workerOptions, warm, progress}
    const worker = new Worker(moduleBeside(import.meta.url, './worker'), {
      workerData,
      resourceLimits: {maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB},
    })
    const thread: Thread = {worker, progress, ready: false, jobs: [], answered: 0}
    pool.add(thread)
    worker.on('message', (report: Report) => hear(thread, report))
    worker.on('error', (error: Error) => lose(thread, error))
    worker.on('exit', () => lose(thread, new Error('The thread ended.')))
    keepAlive(thread)
  }

  /** Idle threads must not keep a process from ending; those that are waited for must. */
  const keepAlive = ({worker, ready, jobs}: Thread): void => {
    // The end of a thread is waited for: one that reports ready meanwhile must not be let go.
    if (closed) return
    if (jobs.length > 0 || (!ready && queue.size > 0)) worker.ref()
    else worker.unref()
  }

  const hear = (thread: Thread, report: Report): void => {
    if (report.type === 'ready') {
      thread.ready = true
      keepAlive(thread)
      return dispatch()
    }
    if (report.type === 'loading') return hearLoading(thread, report)
    if (report.type === 'text index outdated') return onTextIndexOutdated()
    const [job] = thread.jobs
    if (job?.id !== report.id) return
    thread.jobs.shift()
    thread.answered += 1
    const {spentMs, ...finished} = report
    queue.charge(job.callers, spentMs)
    if (finished.type === 'cut') putBack(job, spentMs)
    else job.settle(finished)
    if (thread.jobs.length === 0) free(thread)
  }

  /** It begins anew later, unless it has had its time. */
  const putBack = (job: Job, spentMs: number): void => {
    if (isStrangers(job) && spentMs >= STRANGERS_BUDGET_MS) {
      return job.settle(overStrangersBudget(job))
    }
    counts.cut += 1
    job.attempts += 1
    queue.putBack([job])
  }

  const hearLoading = (thread: Thread, loading: Loading): void => {
    const isOver = loading.tookMs !== undefined
    thread.loading = isOver ? undefined : loading
    if (isOver) tooLarge.delete(loading.dataset)
    readingMs = Math.max(readingMs, loading.tookMs ?? 0)
    onLoading(loading)
  }

  const free = (thread: Thread): void => {
    clearTimeout(thread.watch)
    keepAlive(thread)
    if (queue.size > 0) dispatch()
    if (thread.jobs.length === 0 && pool.size > threads.least) keepForNow(thread)
  }

  const keepForNow = (thread: Thread): void => {
    thread.idle = setTimeout(() => giveBack(thread), LENT_MS).unref()
  }

  const giveBack = (thread: Thread): void => {
    if (thread.jobs.length > 0 || pool.size <= threads.least) return
    // It is the one that strangers leave to everybody else.
    if (queue.size > 0) return keepForNow(thread)
    if (!pool.delete(thread)) return
    void thread.worker.terminate()
  }

  /** A thread died. Its question is answered; one that died before it was ready takes one along. */
  const lose = (thread: Thread, error: Error): void => {
    if (!pool.delete(thread)) return
    clearTimeout(thread.watch)
    const [job, ...behind] = thread.jobs.splice(0)
    queue.putBack(behind)
    if (job) queue.charge(job.callers, budgetMs)
    const isEvaluated = isEvaluating(thread.progress, thread.answered + 1)
    const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const dataset = thread.loading?.dataset ?? (isEvaluated ? undefined : job?.dataset)
    if (isFull && dataset !== undefined) {
      if (job) queue.putBack([job])
      refuseAsTooLarge(dataset, thread.loading?.documents)
    } else {
      const victim = job ?? (thread.ready ? undefined : queue.take(1, () => true)[0])
      victim?.settle(outcomeOf(victim, isFull ? undefined : error))
    }
    // Without anybody waiting, a thread that cannot start would be started for ever.
    if (thread.ready || queue.size > 0) dispatch()
  }

  /** @param error none where it was out of memory */
  const outcomeOf = ({id}: Named, error?: Error): Outcome =>
    error
      ? {id, type: 'failure', message: error.message}
      : refusal(
          {id},
          {
            status: 400,
            type: 'queryTimeout',
            description: 'The query needed too much memory and was ended.',
          },
        )

  const refuseAsTooLarge = (dataset: string, documents?: number): void => {
    if (!tooLarge.has(dataset)) {
      onTooLarge({dataset, memoryMb, ...(documents !== undefined && {documents})})
    }
    tooLarge.set(dataset, performance.now() + TOO_LARGE_MS)
    for (const job of queue.remove((waiting) => waiting.dataset === dataset)) {
      job.settle(tooLargeFor(job, dataset))
    }
  }

  const tooLargeFor = (asked: Named, dataset: string): Outcome =>
    refusal(asked, {
      status: 503,
      type: 'datasetTooLarge',
      description: `The dataset "${dataset}" does not fit in the memory of a query thread (${memoryMb} MB). The operator of this server can raise QUERY_MEMORY_MB.`,
    })

  /** Ends a thread that is at work; another takes its place. */
  const end = (thread: Thread, outcome: (job: Named) => Outcome): void => {
    if (!pool.delete(thread)) return
    counts.killed += 1
    const [job, ...behind] = thread.jobs.splice(0)
    queue.putBack(behind)
    if (job) queue.charge(job.callers, budgetMs)
    job?.settle(outcome(job))
    void thread.worker.terminate()
    dispatch()
  }

  const heldBy = (test: (job: Job) => boolean): number =>
    [...pool].filter(({jobs}) => jobs.some(test)).length

  /**
   * One party never holds every thread, and strangers together leave one to everybody else. Where there
   * is one thread only, they are cut.
   */
  const mayRun = (job: Job, ofThreads = pool.size): boolean => {
    if (isStrangers(job)) return heldBy(isStrangers) < Math.max(ofThreads - 1, 1)
    const [party = ''] = job.callers.parties
    return heldBy(({callers}) => callers.parties.includes(party)) < Math.max(threads.most - 1, 1)
  }

  /** Whether one thread more would help. */
  const wantsThread = (): boolean =>
    pool.size < threads.most && queue.some((job) => mayRun(job, pool.size + 1))

  /** What may run is the same for all of a party: threads are given to none of these meanwhile. */
  const next = (most: number): Job[] => {
    const may = new Map<string, boolean>()
    return queue.take(most, (job) => {
      const key = isStrangers(job) ? '' : job.callers.parties.join()
      const known = may.get(key) ?? mayRun(job)
      may.set(key, known)
      return known
    })
  }

  const turnAway = (jobs: readonly Job[]): void => {
    counts.turnedAway += jobs.length
    for (const job of jobs) job.settle(tooMany(job))
  }

  const turnAwayTheForgotten = (): void => {
    const before = performance.now() - LONGEST_WAIT_MS
    turnAway(queue.remove((job) => isStrangers(job) && job.since < before))
  }

  const dispatch = (): void => {
    if (closed) return
    while (pool.size < threads.least) start()
    turnAwayTheForgotten()
    for (const job of queue.remove(isAbandoned)) job.settle(abandoned(job))
    let left = [...pool].filter(({ready, jobs}) => ready && jobs.length === 0)
    for (let [thread] = left; thread && queue.size > 0; [thread] = left) {
      run(thread, next(Math.min(Math.ceil(queue.size / left.length), MOST_AT_ONCE)))
      left = left.slice(1)
    }
    const patienceMs = Math.max(PATIENCE_MS, readingMs * PATIENCE_OF_READING)
    if (wantsThread()) patience ??= setTimeout(lendThread, patienceMs)
    for (const thread of pool) keepAlive(thread)
  }

  /** What comes in one turn of the event loop is handed over together. */
  const gather = (): void => {
    gathering ??= setImmediate(() => {
      gathering = undefined
      dispatch()
    })
  }

  const lendThread = (): void => {
    patience = undefined
    // Two that read the same dataset in at once would both take twice as long.
    const isStarting = ({ready, jobs, progress, answered}: Thread): boolean =>
      !ready || (jobs.length > 0 && !isEvaluating(progress, answered + 1))
    if (wantsThread() && ![...pool].some(isStarting)) start()
    dispatch()
  }

  const run = (thread: Thread, jobs: Job[]): void => {
    if (jobs.length === 0) return
    clearTimeout(thread.idle)
    thread.jobs = jobs
    thread.answered = 0
    thread.cut = undefined
    reset(thread.progress)
    const seen: Seen = {number: 1, isEvaluating: false, since: performance.now()}
    thread.watch = setTimeout(lookAfter, LOOK_MS, thread, seen)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.worker.postMessage(asMessage(jobs.map(({text}) => text)))
  }

  /**
   * Whether a query must make room: one for which nobody waits, or a stranger's. That one keeps its thread while nobody
   * needs it more.
   */
  const isTurnOver = ({jobs: [job]}: Thread, ms: number): boolean => {
    if (!job) return false
    if (isAbandoned(job)) return true
    if (!isStrangers(job) || ms < SLICE_MS) return false
    const {parties} = job.callers
    return queue.some((other) => {
      if (!isStrangers(other)) return mayRun(other)
      const isAnother = other.callers.parties.some((party) => !parties.includes(party))
      if (ms >= STRANGERS_BUDGET_MS) return isAnother
      return job.attempts === 0 && queue.isBefore(other, job, ms)
    })
  }

  const cutOff = (thread: Thread, number: number): void => {
    if (thread.cut?.number === number) return
    thread.cut = {number, at: performance.now()}
    cut(thread.progress, number)
  }

  /** Reading the dataset in anew must not take longer than waiting has. */
  const isDeaf = (thread: Thread, number: number): boolean =>
    thread.cut?.number === number &&
    performance.now() - thread.cut.at > Math.max(DEAF_MS, readingMs)

  /** Ends the question in hand where it must be, and finds another thread for those behind it. */
  const lookAfter = (thread: Thread, before: Seen): void => {
    const number = thread.answered + 1
    const isCounting = isEvaluating(thread.progress, number)
    const now = performance.now()
    const isAsBefore = before.number === number && before.isEvaluating === isCounting
    const seen = isAsBefore ? before : {number, isEvaluating: isCounting, since: now}
    // It looks at the watch itself: this is for one that does not come to it.
    if (isCounting && now - seen.since > 2 * budgetMs) {
      return end(thread, (job) => overBudget(job, budgetMs))
    }
    if (!isCounting && now - seen.since > LOADING_MS) return end(thread, stillReading)
    if (isCounting && isDeaf(thread, number)) return end(thread, overStrangersBudget)
    if (isCounting && isTurnOver(thread, now - seen.since)) cutOff(thread, number)
    const own = thread.jobs.length > 1 ? takeBack(thread.progress) : null
    if (own !== null) {
      queue.putBack(thread.jobs.splice(own - thread.answered))
      if (thread.jobs.length === 0) return free(thread)
      dispatch()
    }
    thread.watch = setTimeout(lookAfter, LOOK_MS, thread, seen)
  }

  dispatch()
  return {
    ask: (asked) =>
      new Promise((settle) => {
        if (closed) return settle(closing(asked))
        const {dataset, callers} = asked
        if (dataset !== undefined) {
          const until = tooLarge.get(dataset) ?? 0
          if (performance.now() < until) return settle(tooLargeFor(asked, dataset))
          datasets.add(dataset)
        }
        callers.onChanged = gather
        turnAway(queue.add({...asked, attempts: 0, since: performance.now(), settle}))
        gather()
      }),
    load: () => ({
      threads: pool.size,
      busy: [...pool].filter(({jobs}) => jobs.length > 0).length,
      waiting: queue.size,
      ...counts,
    }),
    forget(dataset) {
      datasets.delete(dataset)
      tooLarge.delete(dataset)
    },
    async close() {
      closed = true
      clearTimeout(patience)
      clearImmediate(gathering)
      const running = [...pool]
      pool.clear()
      for (const job of queue.remove(() => true)) job.settle(closing(job))
      for (const {watch, jobs} of running) {
        clearTimeout(watch)
        for (const job of jobs) job.settle(closing(job))
      }
      await Promise.all(running.map(({worker}) => worker.terminate()))
    },
  }
}
