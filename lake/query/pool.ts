// Query threads and who gets one: a hostile query burns its own budget and nobody else's.
import {Worker} from 'node:worker_threads'
import type {Loading, Question, Report, WorkerOptions} from './messages.ts'

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
  workerOptions: Omit<WorkerOptions, 'warm'>
  threads: {least: number; most: number}
  memoryMb: number
  onLoading?: (loading: Loading) => void
  /** Told when queries would be served by an index of texts. */
  onTextsWanted?: () => void
}

interface Waiting {
  question: Question
  settle: (outcome: Outcome) => void
}

interface Job extends Waiting {
  started: boolean
  timer: NodeJS.Timeout
}

interface Thread {
  worker: Worker
  ready: boolean
  job?: Job | undefined
  /** Ends it where there are more than are needed. */
  idle?: NodeJS.Timeout | undefined
}

/** Reading a whole dataset into memory may take longer than any query, but not for ever. */
const LOADING_MS = 120_000
/** Room for what an answer is made of. What is never used is memory all the same. */
const YOUNG_MB = 12
/** A thread more than are always there, lent in a rush, is kept for as long. */
const LENT_MS = 60_000
/** A question that waits for longer than this gets a thread more. */
const PATIENCE_MS = 100

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
  onTextsWanted = () => {},
}: Options): Pool {
  const {budgetMs} = workerOptions
  const pool = new Set<Thread>()
  const queue: Waiting[] = []
  const datasets = new Set<string>()
  let closed = false
  let killed = 0
  let patience: NodeJS.Timeout | undefined

  const start = (): void => {
    const workerData: WorkerOptions = {...workerOptions, warm: [...datasets]}
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      resourceLimits: {maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB},
    })
    const thread: Thread = {worker, ready: false}
    pool.add(thread)
    worker.on('message', (report: Report) => hear(thread, report))
    worker.on('error', (error: Error) => lose(thread, error))
    worker.on('exit', () => lose(thread, new Error('The thread ended.')))
    keepAlive(thread)
  }

  /** Idle threads must not keep a process from ending; those that are waited for must. */
  const keepAlive = ({worker, ready, job}: Thread): void => {
    // The end of a thread is waited for: one that reports ready meanwhile must not be let go.
    if (closed) return
    if (job || (!ready && queue.length > 0)) worker.ref()
    else worker.unref()
  }

  const hear = (thread: Thread, report: Report): void => {
    if (report.type === 'ready') {
      thread.ready = true
      keepAlive(thread)
      return dispatch()
    }
    if (report.type === 'loading') return onLoading(report)
    if (report.type === 'texts wanted') return onTextsWanted()
    const {job} = thread
    if (!job || job.question.id !== report.id) return
    clearTimeout(job.timer)
    if (report.type === 'started') {
      job.started = true
      job.timer = setTimeout(() => {
        const description = `The query took longer than its budget of ${budgetMs} ms and was ended.`
        end(thread, refusal(report.id, 400, 'queryTimeout', description))
        // It looks at the watch itself: this is for one that does not come to it.
      }, 2 * budgetMs)
      return
    }
    thread.job = undefined
    keepAlive(thread)
    job.settle(report)
    dispatch()
    if (!thread.job && pool.size > threads.least) {
      thread.idle = setTimeout(() => giveBack(thread), LENT_MS).unref()
    }
  }

  const giveBack = (thread: Thread): void => {
    if (thread.job || pool.size <= threads.least || !pool.delete(thread)) return
    void thread.worker.terminate()
  }

  /** A thread died. Its question is answered; one that died before it was ready takes one along. */
  const lose = (thread: Thread, error: Error): void => {
    if (!pool.delete(thread)) return
    const victim = thread.job ?? (thread.ready ? undefined : queue.shift())
    if (victim) {
      const {id} = victim.question
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const description = 'The query needed too much memory and was ended.'
      victim.settle(
        memory && thread.job?.started
          ? refusal(id, 400, 'queryTimeout', description)
          : {id, type: 'failure', message: error.message},
      )
    }
    clearTimeout(thread.job?.timer)
    // Without anybody waiting, a thread that cannot start would be started for ever.
    if (thread.ready || queue.length > 0) dispatch()
  }

  /** Ends a thread that is at work; another takes its place. */
  const end = (thread: Thread, outcome: Outcome): void => {
    if (!pool.delete(thread)) return
    killed += 1
    thread.job?.settle(outcome)
    void thread.worker.terminate()
    dispatch()
  }

  /** One party never holds every thread: a reader cannot keep the staff, or other readers, waiting. */
  const mayRun = ({question}: Waiting): boolean => {
    const own = [...pool].filter((thread) => thread.job?.question.party === question.party)
    return own.length < Math.max(threads.most - 1, 1)
  }

  const dispatch = (): void => {
    if (closed) return
    while (pool.size < threads.least) start()
    for (let next = queue.find(mayRun); next; next = queue.find(mayRun)) {
      const thread = [...pool].find(({ready, job}) => ready && !job)
      if (!thread) {
        patience ??= setTimeout(lendThread, PATIENCE_MS)
        break
      }
      queue.splice(queue.indexOf(next), 1)
      run(thread, next)
    }
    for (const thread of pool) keepAlive(thread)
  }

  const lendThread = (): void => {
    patience = undefined
    // Two that read the same dataset in at once would both take twice as long.
    const starting = [...pool].some(({ready, job}) => !ready || job?.started === false)
    if (queue.some(mayRun) && !starting && pool.size < threads.most) start()
    dispatch()
  }

  const run = (thread: Thread, waiting: Waiting): void => {
    const {id} = waiting.question
    clearTimeout(thread.idle)
    const description = 'The dataset is still being read. Try again.'
    const timer = setTimeout(
      () => end(thread, refusal(id, 503, 'unavailable', description)),
      LOADING_MS,
    )
    thread.job = {...waiting, started: false, timer}
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
      thread.worker.postMessage(waiting.question)
    } catch (error) {
      // What cannot be copied never reaches the thread, which would wait for it until LOADING_MS.
      clearTimeout(timer)
      thread.job = undefined
      waiting.settle({id, type: 'failure', message: String(error)})
    }
  }

  dispatch()
  return {
    ask: (question) =>
      new Promise((settle) => {
        if (closed) return settle(closing(question))
        datasets.add(question.dataset)
        queue.push({question, settle})
        dispatch()
      }),
    load: () => ({
      threads: pool.size,
      busy: [...pool].filter(({job}) => job).length,
      waiting: queue.length,
      killed,
    }),
    async close() {
      closed = true
      clearTimeout(patience)
      const running = [...pool]
      pool.clear()
      for (const {question, settle} of queue.splice(0)) settle(closing(question))
      for (const {job} of running) {
        clearTimeout(job?.timer)
        job?.settle(closing(job.question))
      }
      await Promise.all(running.map(({worker}) => worker.terminate()))
    },
  }
}
