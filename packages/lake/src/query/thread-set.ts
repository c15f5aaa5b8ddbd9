// How many query threads there are: adds one when queries wait for too long, and ends one that is idle.
import {collectGarbage} from './collect-garbage.ts'
import type {QueryThread} from './query-thread.ts'

interface Options {
  /** How many threads there always are, and how many there may be. */
  threads: {least: number; most: number}
  start: () => QueryThread
  /** Whether one more thread would help waiting queries. */
  wantsMore: () => boolean
  hasWaiting: () => boolean
}

/** An idle thread beyond the least number is ended after this. */
const IDLE_MS = 30_000

export class ThreadSet {
  readonly all: ReadonlySet<QueryThread>
  readonly #options: Options
  readonly #threads = new Set<QueryThread>()
  #patience: NodeJS.Timeout | undefined

  constructor(options: Options) {
    this.#options = options
    this.all = this.#threads
  }

  get size(): number {
    return this.#threads.size
  }

  /** Threads that take queries. */
  free(): QueryThread[] {
    return [...this.#threads].filter(({isReady, jobs}) => isReady && jobs.length === 0)
  }

  /** Starts the threads that there always are. */
  fill(): void {
    while (this.size < this.#options.threads.least) this.#start()
  }

  /** Adds a thread if one is still wanted after this time, then calls back. */
  addAfter(ms: number, then: () => void): void {
    this.#patience ??= setTimeout(() => {
      this.#patience = undefined
      // Two threads that load the same dataset at once both take twice as long.
      const isLoading = [...this.#threads].some((thread) => thread.isLoading)
      if (this.#options.wantsMore() && !isLoading) this.#start()
      then()
    }, ms)
  }

  /** Ends a thread without queries later, if there are more than the least number then. */
  release(thread: QueryThread): void {
    const {threads, hasWaiting} = this.#options
    if (this.size <= threads.least) return
    thread.whenIdle(IDLE_MS, () => {
      if (thread.jobs.length > 0 || this.size <= threads.least) return
      // Anonymous callers leave one thread to others, and may wait although it is idle.
      if (hasWaiting()) this.release(thread)
      // The load is over: this thread gives back what it needed, too.
      else if (this.remove(thread)) void thread.terminate().then(collectGarbage)
    })
  }

  /** @returns false for a thread that was removed before */
  remove(thread: QueryThread): boolean {
    return this.#threads.delete(thread)
  }

  /** Lets the process end while no query waits for a thread. */
  keepProcess(): void {
    const hasWaiting = this.#options.hasWaiting()
    for (const thread of this.#threads) {
      thread.keepProcess(thread.jobs.length > 0 || (!thread.isReady && hasWaiting))
    }
  }

  /** Removes all threads. The caller ends them. */
  clear(): QueryThread[] {
    clearTimeout(this.#patience)
    const threads = [...this.#threads]
    this.#threads.clear()
    return threads
  }

  #start(): void {
    this.#threads.add(this.#options.start())
  }
}
