// Query threads and who gets one: a hostile query burns its own budget and nobody else's.
import {Worker} from 'node:worker_threads'
import {asMessage, type Loading, type Question, type Report, type TooLarge} from './messages.ts'
import type {WorkerOptions} from './messages.ts'
import {createProgress, isEvaluating, reset, takeBack, type Progress} from './progress.ts'
import {outOfTime} from './run.ts'

/** What ends a question. */
type Outcome = Extract<Report, {type: 'answer' | 'refusal' | 'failure'}>

/** How much there is to do, and how often a thread had to be ended. */
export interface PoolLoad {
  threads: number
  busy: number
  waiting: number
  killed: number
}

export interface Pool {
  ask(question: Question): Promise<Outcome>
  load(): PoolLoad
  close(): Promise<void>
}

interface Options {
  workerOptions: Omit<WorkerOptions, 'warm' | 'progress'>
  threads: {least: number; most: number}
  memoryMb: number
  onLoading?: (loading: Loading) => void
  onTooLarge?: (report: TooLarge) => void
  /** Told when queries would be served by an index of texts. */
  onTextsWanted?: () => void
}

interface Waiting {
  question: Question
  settle: (outcome: Outcome) => void
}

interface Thread {
  worker: Worker
  progress: Progress
  ready: boolean
  /** What is being read into its memory. */
  loading?: Loading | undefined
  /** In the order in which they were handed over; the first is in hand. */
  jobs: Waiting[]
  /** How many of that hand-over were answered. */
  answered: number
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
/** A dataset that was too large is tried again after this: it may have become smaller. */
const TOO_LARGE_MS = 60_000

const refusal = (id: number, status: number, type: string, description: string): Outcome => ({
  id,
  type: 'refusal',
  refusal: {status, type, description, details: {}},
})
const closing = ({id}: Question): Outcome => refusal(id, 503, 'unavailable', 'The lake is closing.')

export function createPool({
  workerOptions,
  threads,
  memoryMb,
  onLoading = () => {},
  onTooLarge = () => {},
  onTextsWanted = () => {},
}: Options): Pool {
  const {budgetMs} = workerOptions
  const pool = new Set<Thread>()
  const datasets = new Set<string>()
  /** By name, until when nobody tries again. */
  const tooLarge = new Map<string, number>()
  let queue: Waiting[] = []
  let closed = false
  let killed = 0
  let patience: NodeJS.Timeout | undefined
  /** What reading a dataset in has taken at most. */
  let readingMs = 0
  let gathering: NodeJS.Immediate | undefined

  const start = (): void => {
    const progress = createProgress()
    const warm = [...datasets].filter((name) => !tooLarge.has(name))
    const workerData: WorkerOptions = {...workerOptions, warm, progress}
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
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
    if (jobs.length > 0 || (!ready && queue.length > 0)) worker.ref()
    else worker.unref()
  }

  const hear = (thread: Thread, report: Report): void => {
    if (report.type === 'ready') {
      thread.ready = true
      keepAlive(thread)
      return dispatch()
    }
    if (report.type === 'loading') return hearLoading(thread, report)
    if (report.type === 'texts wanted') return onTextsWanted()
    const [job] = thread.jobs
    if (job?.question.id !== report.id) return
    thread.jobs.shift()
    thread.answered += 1
    job.settle(report)
    if (thread.jobs.length === 0) free(thread)
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
    if (queue.length > 0) dispatch()
    if (thread.jobs.length === 0 && pool.size > threads.least) {
      thread.idle = setTimeout(() => giveBack(thread), LENT_MS).unref()
    }
  }

  const giveBack = (thread: Thread): void => {
    if (thread.jobs.length > 0 || pool.size <= threads.least || !pool.delete(thread)) return
    void thread.worker.terminate()
  }

  /** A thread died. Its question is answered; one that died before it was ready takes one along. */
  const lose = (thread: Thread, error: Error): void => {
    if (!pool.delete(thread)) return
    clearTimeout(thread.watch)
    const [job, ...behind] = thread.jobs.splice(0)
    queue.unshift(...behind)
    const isEvaluated = isEvaluating(thread.progress, thread.answered + 1)
    const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const dataset = thread.loading?.dataset ?? (isEvaluated ? undefined : job?.question.dataset)
    if (isFull && dataset !== undefined) {
      if (job) queue.unshift(job)
      refuseAsTooLarge(dataset, thread.loading?.documents)
    } else {
      const victim = job ?? (thread.ready ? undefined : queue.shift())
      victim?.settle(outcomeOf(victim.question, isFull ? undefined : error))
    }
    // Without anybody waiting, a thread that cannot start would be started for ever.
    if (thread.ready || queue.length > 0) dispatch()
  }

  /** @param error none where it was out of memory */
  const outcomeOf = ({id}: Question, error?: Error): Outcome =>
    error
      ? {id, type: 'failure', message: error.message}
      : refusal(id, 400, 'queryTimeout', 'The query needed too much memory and was ended.')

  const refuseAsTooLarge = (dataset: string, documents?: number): void => {
    if (!tooLarge.has(dataset)) {
      onTooLarge({dataset, memoryMb, ...(documents !== undefined && {documents})})
    }
    tooLarge.set(dataset, performance.now() + TOO_LARGE_MS)
    const refused = queue.filter(({question}) => question.dataset === dataset)
    queue = queue.filter(({question}) => question.dataset !== dataset)
    for (const {question, settle} of refused) settle(tooLargeFor(question))
  }

  const tooLargeFor = ({id, dataset}: Question): Outcome =>
    refusal(
      id,
      503,
      'datasetTooLarge',
      `The dataset "${dataset}" does not fit in the memory of a query thread (${memoryMb} MB). Whoever runs this server can give them more, with QUERY_MEMORY_MB.`,
    )

  /** Ends a thread that is at work; another takes its place. */
  const end = (thread: Thread, outcomeOf: (question: Question) => Outcome): void => {
    if (!pool.delete(thread)) return
    killed += 1
    const [job, ...behind] = thread.jobs.splice(0)
    queue.unshift(...behind)
    job?.settle(outcomeOf(job.question))
    void thread.worker.terminate()
    dispatch()
  }

  /** One party never holds every thread: a reader cannot keep the staff, or other readers, waiting. */
  const mostThreads = Math.max(threads.most - 1, 1)
  const mayRun = ({question: {party}}: Waiting): boolean => {
    let held = 0
    for (const {jobs} of pool) if (jobs.some(({question}) => question.party === party)) held += 1
    return held < mostThreads
  }

  /** Takes the next ones that may run out of the queue. */
  const take = (most: number): Waiting[] => {
    const may = new Map<string, boolean>()
    const taken: Waiting[] = []
    queue = queue.filter((waiting) => {
      if (taken.length === most) return true
      const {party} = waiting.question
      const mayIt = may.get(party) ?? mayRun(waiting)
      may.set(party, mayIt)
      if (mayIt) taken.push(waiting)
      return !mayIt
    })
    return taken
  }

  const dispatch = (): void => {
    if (closed) return
    while (pool.size < threads.least) start()
    let left = [...pool].filter(({ready, jobs}) => ready && jobs.length === 0)
    for (let [thread] = left; thread && queue.length > 0; [thread] = left) {
      run(thread, take(Math.min(Math.ceil(queue.length / left.length), MOST_AT_ONCE)))
      left = left.slice(1)
    }
    const patienceMs = Math.max(PATIENCE_MS, readingMs * PATIENCE_OF_READING)
    if (queue.some(mayRun)) patience ??= setTimeout(lendThread, patienceMs)
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
    if (queue.some(mayRun) && ![...pool].some(isStarting) && pool.size < threads.most) start()
    dispatch()
  }

  const run = (thread: Thread, jobs: Waiting[]): void => {
    if (jobs.length === 0) return
    clearTimeout(thread.idle)
    thread.jobs = jobs
    thread.answered = 0
    reset(thread.progress)
    const seen: Seen = {number: 1, isEvaluating: false, since: performance.now()}
    thread.watch = setTimeout(lookAfter, LOOK_MS, thread, seen)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.worker.postMessage(asMessage(jobs.map(({question}) => question)))
  }

  /** Ends the question in hand where it must be, and finds another thread for those behind it. */
  const lookAfter = (thread: Thread, before: Seen): void => {
    const number = thread.answered + 1
    const isCounting = isEvaluating(thread.progress, number)
    const now = performance.now()
    const isAsBefore = before.number === number && before.isEvaluating === isCounting
    const seen = isAsBefore ? before : {number, isEvaluating: isCounting, since: now}
    // It looks at the watch itself: this is for one that does not come to it.
    if (isCounting && now - seen.since > 2 * budgetMs) {
      const {status, type, message} = outOfTime(budgetMs)
      return end(thread, ({id}) => refusal(id, status, type, message))
    }
    if (!isCounting && now - seen.since > LOADING_MS) {
      const description = 'The dataset is still being read. Try again.'
      return end(thread, ({id}) => refusal(id, 503, 'unavailable', description))
    }
    const own = thread.jobs.length > 1 ? takeBack(thread.progress) : null
    if (own !== null) {
      queue.unshift(...thread.jobs.splice(own - thread.answered))
      if (thread.jobs.length === 0) return free(thread)
      dispatch()
    }
    thread.watch = setTimeout(lookAfter, LOOK_MS, thread, seen)
  }

  dispatch()
  return {
    ask: (question) =>
      new Promise((settle) => {
        if (closed) return settle(closing(question))
        const {dataset} = question
        if (performance.now() < (tooLarge.get(dataset) ?? 0)) return settle(tooLargeFor(question))
        datasets.add(dataset)
        queue.push({question, settle})
        gather()
      }),
    load: () => ({
      threads: pool.size,
      busy: [...pool].filter(({jobs}) => jobs.length > 0).length,
      waiting: queue.length,
      killed,
    }),
    async close() {
      closed = true
      clearTimeout(patience)
      clearImmediate(gathering)
      const running = [...pool]
      pool.clear()
      for (const {question, settle} of queue.splice(0)) settle(closing(question))
      for (const {watch, jobs} of running) {
        clearTimeout(watch)
        for (const {question, settle} of jobs) settle(closing(question))
      }
      await Promise.all(running.map(({worker}) => worker.terminate()))
    },
  }
}
