// Queries that wait for a thread: which is next, and which is refused if there are too many.
import {LRUCache} from 'lru-cache'
import {LANES, type Callers} from './caller.ts'

export interface Waiting {
  callers: Callers
  /** The message for the thread. It uses memory while it waits. */
  text: string
  /** How often its evaluation was cut. */
  attempts: number
  /** When it arrived, by the stopwatch. Milliseconds. */
  since: number
}

export interface WaitingList<T extends Waiting> {
  /** @returns the queries that are refused instead, possibly the new one */
  add(job: T): T[]
  /** Adds queries again that a thread did not finish. No query is refused for them. */
  putBack(jobs: readonly T[]): void
  /** Takes out the next queries for which `mayRun` holds. */
  take(most: number, mayRun: (job: T) => boolean): T[]
  /** Takes out all queries for which `test` holds. */
  remove(test: (job: T) => boolean): T[]
  /** Records for how long a thread has worked for these callers. Milliseconds. */
  charge(callers: Callers, ms: number): void
  /**
   * Whether the first is served before the second after that one has used this much more time.
   * Milliseconds.
   */
  isBefore(first: T, second: T, usedMore: number): boolean
  some(test: (job: T) => boolean): boolean
  readonly size: number
}

/** Per lane: anonymous callers must not fill the queue for staff. */
const MOST_WAITING = 500
const MOST_CHARACTERS = 16_000_000
/** Half of what a party has used is forgotten in this time. */
const HALF_LIFE_MS = 30_000
const MOST_PARTIES = 10_000

interface Options {
  /** Milliseconds from any fixed moment. */
  stopwatch: () => number
  mostWaiting?: number
  mostCharacters?: number
}

/**
 * Lanes are served in their order. Queries of staff and site are served in the order in which they came. Of
 * anonymous callers, the one whose address has used least time recently is served first; with equal use, a query
 * that was not cut comes before one that was, and then the older one.
 */
export function createWaitingList<T extends Waiting>({
  stopwatch,
  mostWaiting = MOST_WAITING,
  mostCharacters = MOST_CHARACTERS,
}: Options): WaitingList<T> {
  const usage = new PartyUsage(stopwatch)
  let jobs: T[] = []

  /** The part of its limit that a lane uses. */
  const shareOf = (list: readonly T[]): number => {
    const characters = list.reduce((sum, {text}) => sum + text.length, 0)
    return Math.max(list.length / mostWaiting, characters / mostCharacters)
  }

  /** The last query of the party that uses most of the lane. */
  const lastOfLargest = (lane: readonly T[]): T | undefined => {
    const byParty = Map.groupBy(usage.ranked(lane), ({callers}) => callers.parties[0])
    const largest = [...byParty.values()].toSorted((a, b) => shareOf(b) - shareOf(a))[0]
    return largest?.at(-1)
  }

  return {
    add(job) {
      jobs.push(job)
      const turnedAway: T[] = []
      for (;;) {
        const lane = jobs.filter(({callers}) => callers.lane === job.callers.lane)
        const last = shareOf(lane) > 1 ? lastOfLargest(lane) : undefined
        if (!last) return turnedAway
        jobs = jobs.filter((other) => other !== last)
        turnedAway.push(last)
      }
    },
    putBack: (returned) => void jobs.push(...returned),
    take(most, mayRun) {
      const taken = usage.ranked(jobs.filter(mayRun)).slice(0, most)
      const gone = new Set(taken)
      jobs = jobs.filter((job) => !gone.has(job))
      return taken
    },
    remove(test) {
      if (!jobs.some(test)) return []
      const {yes = [], no = []} = Object.groupBy(jobs, (job) => (test(job) ? 'yes' : 'no'))
      jobs = no
      return yes
    },
    charge: (callers, ms) => usage.charge(callers, ms),
    isBefore: (first, second, usedMore) => usage.isBefore(first, second, usedMore),
    some: (test) => jobs.some(test),
    get size() {
      return jobs.length
    },
  }
}

/** How much time of threads each party has used recently, and the order that follows from it. */
class PartyUsage {
  readonly #stopwatch: () => number
  readonly #used = new LRUCache<string, {ms: number; at: number}>({max: MOST_PARTIES})

  constructor(stopwatch: () => number) {
    this.#stopwatch = stopwatch
  }

  charge({parties}: Callers, ms: number): void {
    const at = this.#stopwatch()
    for (const party of parties) this.#used.set(party, {ms: this.#usedBy(party) + ms, at})
  }

  ranked<T extends Waiting>(jobs: readonly T[]): T[] {
    return jobs
      .map((job) => ({job, rank: this.#rankOf(job)}))
      .toSorted((a, b) => compare(a.rank, b.rank))
      .map(({job}) => job)
  }

  isBefore(first: Waiting, second: Waiting, usedMore: number): boolean {
    const [lane = 0, used = 0, attempts = 0, since = 0] = this.#rankOf(second)
    return compare(this.#rankOf(first), [lane, used + usedMore, attempts + 1, since]) < 0
  }

  /** The most important number first. The smaller one is served first. */
  #rankOf({callers, attempts, since}: Waiting): number[] {
    const isStranger = callers.lane === 'stranger'
    return [
      LANES.indexOf(callers.lane),
      isStranger ? Math.min(...callers.parties.map((party) => this.#usedBy(party))) : 0,
      attempts,
      since,
    ]
  }

  #usedBy(party: string): number {
    const used = this.#used.get(party)
    return used ? used.ms * 0.5 ** ((this.#stopwatch() - used.at) / HALF_LIFE_MS) : 0
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
