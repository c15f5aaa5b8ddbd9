// Decides which waiting query gets a thread, and which running query must end.
import {nextWallTime} from '../deadline.ts'
import type {Job} from './query-thread.ts'
import {STRANGERS_BUDGET_MS} from './refusals.ts'
import type {WaitingList} from './waiting-list.ts'

interface Options {
  queue: WaitingList<Job>
  threads: ReadonlySet<{jobs: readonly Job[]}>
  /** How many threads there may be. */
  most: number
}

/** An anonymous caller's query has at least this much time. Most are answered by then. Milliseconds. */
const SLICE_MS = 100

/**
 * For how long a query that was cut may be evaluated next time. The budget is processor time, which the waiting
 * side cannot see: where the machine is busy, the next attempt gets longer.
 *
 * @param limitMs for how long it was allowed to be evaluated
 * @param spentMs for how long it was evaluated
 * @param cpuMs its processor time
 * @returns null if it has used up its budget
 */
export function nextLimit(limitMs: number, spentMs: number, cpuMs: number): number | null {
  return spentMs < limitMs ? limitMs : nextWallTime(limitMs, cpuMs, STRANGERS_BUDGET_MS)
}

export const isAbandoned = ({callers}: Job): boolean => callers.isEmpty
export const isStrangers = ({callers}: Job): boolean => callers.lane === 'stranger'

/**
 * One party never has every thread, and anonymous callers together leave one to everybody else. If there is only
 * one thread, their queries are cut.
 */
export class Assignment {
  readonly #queue: WaitingList<Job>
  readonly #threads: Options['threads']
  readonly #most: number

  constructor({queue, threads, most}: Options) {
    this.#queue = queue
    this.#threads = threads
    this.#most = most
  }

  /** Takes the next queries from the queue. */
  next(count: number): Job[] {
    // All queries of a party may run, or none: they are handed to one thread together.
    const known = new Map<string, boolean>()
    return this.#queue.take(count, (job) => {
      const key = isStrangers(job) ? '' : job.callers.parties.join()
      const mayRun = known.get(key) ?? this.#mayRun(job)
      known.set(key, mayRun)
      return mayRun
    })
  }

  /** Whether a waiting query could run on one thread more. */
  wantsThread(): boolean {
    const {size} = this.#threads
    return size < this.#most && this.#queue.some((job) => this.#mayRun(job, size + 1))
  }

  /**
   * Whether a running query must end: nobody waits for it, or it is an anonymous caller's and another query needs
   * the thread more.
   *
   * @param ms for how long it has been evaluated
   */
  mustYield(job: Job, ms: number): boolean {
    if (isAbandoned(job)) return true
    if (!isStrangers(job) || ms < SLICE_MS) return false
    const {parties} = job.callers
    return this.#queue.some((other) => {
      if (!isStrangers(other)) return this.#mayRun(other)
      const isOfOthers = other.callers.parties.some((party) => !parties.includes(party))
      if (ms >= job.limitMs) return isOfOthers
      return job.attempts === 0 && this.#queue.isBefore(other, job, ms)
    })
  }

  #mayRun(job: Job, ofThreads = this.#threads.size): boolean {
    if (isStrangers(job)) return this.#held(isStrangers) < Math.max(ofThreads - 1, 1)
    const [party = ''] = job.callers.parties
    const held = this.#held(({callers}) => callers.parties.includes(party))
    return held < Math.max(this.#most - 1, 1)
  }

  /** How many threads have a query like this. */
  #held(test: (job: Job) => boolean): number {
    let held = 0
    for (const {jobs} of this.#threads) if (jobs.some(test)) held += 1
    return held
  }
}
