// Queries that wait for a thread: which is next, and which is turned away when there are too many.
import {LRUCache} from 'lru-cache'
import {LANES, type Callers} from './caller.ts'

export interface Waiting {
  callers: Callers
  /** What the thread is told: the memory that it takes up while it waits. */
  text: string
  /** How often its evaluation was begun and cut. */
  attempts: number
  /** When it came. Milliseconds of the stopwatch. */
  since: number
}

export interface WaitingList<T extends Waiting> {
  /** Answers those that are turned away for it, perhaps the new one itself. */
  add(job: T): T[]
  /** Takes back what a thread did not finish. Nobody is turned away for it. */
  putBack(jobs: readonly T[]): void
  /** Takes out the next ones for which `mayRun` holds. */
  take(most: number, mayRun: (job: T) => boolean): T[]
  /** Takes out all for which `test` holds. */
  remove(test: (job: T) => boolean): T[]
  /** Remembers that a thread has worked for these callers. Milliseconds. */
  charge(callers: Callers, ms: number): void
  /** Whether the first is served before the second, where that one has used so much more. Milliseconds. */
  isBefore(first: T, second: T, usedMore: number): boolean
  some(test: (job: T) => boolean): boolean
  readonly size: number
}

/** Of each lane: strangers must not keep the staff out of the queue either. */
const MOST_WAITING = 500
const MOST_LETTERS = 16_000_000
/** Half of what a party has used is forgotten after this. */
const HALF_LIFE_MS = 30_000
const MOST_PARTIES = 10_000

interface Options {
  /** Milliseconds from any fixed moment. */
  stopwatch: () => number
  mostWaiting?: number
  mostLetters?: number
}

/**
 * Lanes are served in their order. Staff and site are served in the order in which they came. Of strangers, the
 * one whose address has used least of late is served first; where addresses are equal, the one that was not cut
 * yet, then the one that came first.
 */
export function createWaitingList<T extends Waiting>({
  stopwatch,
  mostWaiting = MOST_WAITING,
  mostLetters = MOST_LETTERS,
}: Options): WaitingList<T> {
  const usage = new LRUCache<string, {ms: number; at: number}>({max: MOST_PARTIES})
  let jobs: T[] = []

  const usedBy = (party: string): number => {
    const used = usage.get(party)
    return used ? used.ms * 0.5 ** ((stopwatch() - used.at) / HALF_LIFE_MS) : 0
  }

  /** What decides, the most important first; the smaller is served first. */
  const rankOf = ({callers, attempts, since}: T): number[] => [
    LANES.indexOf(callers.lane),
    callers.lane === 'stranger' ? Math.min(...callers.parties.map(usedBy)) : 0,
    attempts,
    since,
  ]

  const ranked = (candidates: readonly T[]): T[] =>
    candidates
      .map((job) => ({job, rank: rankOf(job)}))
      .toSorted((a, b) => compare(a.rank, b.rank))
      .map(({job}) => job)

  /** A part of all that may wait in a lane. */
  const shareOf = (list: readonly T[]): number => {
    const letters = list.reduce((sum, {text}) => sum + text.length, 0)
    return Math.max(list.length / mostWaiting, letters / mostLetters)
  }

  /** The last one of the party that takes up most of the lane. */
  const lastOfLargest = (lane: readonly T[]): T | undefined => {
    const byParty = Map.groupBy(ranked(lane), ({callers}) => callers.parties[0])
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
      const taken = ranked(jobs.filter(mayRun)).slice(0, most)
      const gone = new Set(taken)
      jobs = jobs.filter((job) => !gone.has(job))
      return taken
    },
    remove(test) {
      const {yes = [], no = []} = Object.groupBy(jobs, (job) => (test(job) ? 'yes' : 'no'))
      jobs = no
      return yes
    },
    charge(callers, ms) {
      const at = stopwatch()
      for (const party of callers.parties) usage.set(party, {ms: usedBy(party) + ms, at})
    },
    isBefore(first, second, usedMore) {
      const [lane = 0, used = 0, attempts = 0, since = 0] = rankOf(second)
      return compare(rankOf(first), [lane, used + usedMore, attempts + 1, since]) < 0
    },
    some: (test) => jobs.some(test),
    get size() {
      return jobs.length
    },
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
