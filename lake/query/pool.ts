// Query threads and who gets one: a hostile query burns its own budget and nobody else's.
import {Worker} from 'node:worker_threads'
import type {Question, Report, WorkerOptions} from './messages.ts'

/** What ends a question: everything but the note that it has begun. */
export type Outcome = Exclude<Report, {type: 'started'}>

export interface Pool {
  ask(question: Question): Promise<Outcome>
  close(): Promise<void>
}

interface Options {
  workerOptions: WorkerOptions
  threads: {least: number; most: number}
  budgetMs: number
  memoryMb: number
}

interface Waiting {
  question: Question
  settle: (outcome: Outcome) => void
}

interface Thread {
  worker: Worker
  /** It has answered once. */
  proven?: boolean
  job?: Waiting & {started: boolean; timer?: NodeJS.Timeout}
}

/** Reading a whole dataset into memory may take longer than any query, but not for ever. */
const LOADING_MS = 120_000

const refusal = (id: number, status: number, type: string, description: string): Outcome => ({
  id,
  type: 'refusal',
  refusal: {status, type, description, details: {}},
})

export function createPool({workerOptions, threads, budgetMs, memoryMb}: Options): Pool {
  const pool = new Set<Thread>()
  const queue: Waiting[] = []
  let closed = false

  const start = (): void => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: workerOptions,
      resourceLimits: {maxOldGenerationSizeMb: memoryMb},
    })
    const thread: Thread = {worker}
    pool.add(thread)
    worker.on('message', (report: Report) => hear(thread, report))
    worker.on('error', (error: Error) => lose(thread, error))
    worker.on('exit', () => lose(thread, new Error('The thread ended.')))
    // A server that closes must not wait for idle threads.
    worker.unref()
  }

  /** A thread is gone: its question is answered, a fresh one takes its place. */
  const lose = (thread: Thread, error: Error): void => {
    if (!pool.delete(thread)) return
    const {job} = thread
    clearTimeout(job?.timer)
    if (job) {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      job.settle(
        memory && job.started
          ? refusal(
              job.question.id,
              400,
              'queryTimeout',
              'The query needed too much memory and was ended.',
            )
          : {id: job.question.id, type: 'failure', message: error.message},
      )
    }
    // A thread that dies before its first answer would die again: wait for somebody to ask.
    if (job || thread.proven || queue.length > 0) dispatch()
  }

  const end = (thread: Thread, outcome: Outcome): void => {
    const {job} = thread
    if (!job || !pool.delete(thread)) return
    job.settle(outcome)
    void thread.worker.terminate()
    dispatch()
  }

  const hear = (thread: Thread, report: Report): void => {
    const {job} = thread
    if (!job || job.question.id !== report.id) return
    clearTimeout(job.timer)
    if (report.type === 'started') {
      job.started = true
      job.timer = setTimeout(() => {
        const description = `The query took longer than its budget of ${budgetMs} ms and was ended.`
        end(thread, refusal(report.id, 400, 'queryTimeout', description))
      }, budgetMs)
      return
    }
    thread.job = undefined
    thread.proven = true
    thread.worker.unref()
    job.settle(report)
    dispatch()
  }

  /** One actor never holds every thread: anonymous readers cannot keep the staff from working. */
  const mayRun = ({question}: Waiting): boolean => {
    const own = [...pool].filter((thread) => thread.job?.question.actor.id === question.actor.id)
    return own.length < Math.max(threads.most - 1, 1)
  }

  const idleThread = (): Thread | undefined => [...pool].find((thread) => !thread.job)

  const dispatch = (): void => {
    if (closed) return
    while (pool.size < threads.least) start()
    for (let next = queue.find(mayRun); next; next = queue.find(mayRun)) {
      if (!idleThread() && pool.size < threads.most) start()
      const thread = idleThread()
      if (!thread) return
      queue.splice(queue.indexOf(next), 1)
      run(thread, next)
    }
  }

  const run = (thread: Thread, waiting: Waiting): void => {
    const {id} = waiting.question
    thread.job = {
      ...waiting,
      started: false,
      timer: setTimeout(() => {
        end(thread, refusal(id, 503, 'unavailable', 'The dataset is still being read. Try again.'))
      }, LOADING_MS),
    }
    thread.worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.worker.postMessage(waiting.question)
  }

  dispatch()
  return {
    ask: (question) =>
      new Promise((settle) => {
        if (closed) {
          settle(refusal(question.id, 503, 'unavailable', 'The lake is closing.'))
          return
        }
        queue.push({question, settle})
        dispatch()
      }),
    async close() {
      closed = true
      for (const {question, settle} of queue.splice(0)) {
        settle(refusal(question.id, 503, 'unavailable', 'The lake is closing.'))
      }
      const running = [...pool]
      pool.clear()
      for (const {job} of running) {
        clearTimeout(job?.timer)
        job?.settle(refusal(job.question.id, 503, 'unavailable', 'The lake is closing.'))
      }
      await Promise.all(running.map(({worker}) => worker.terminate()))
    },
  }
}
