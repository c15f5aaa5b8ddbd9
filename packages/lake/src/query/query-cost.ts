// Measures what one query costs: the time of each part, the documents visited, and its steps if they are asked for.
import {
  createRecorder,
  type QueryStats,
  type Explain,
  type Explanation,
  createQueryStats,
  largeScans,
} from '@copydesk/groq/plan'
import type {Slow} from './slow-queries.ts'

const PARTS = ['view', 'plan', 'evaluate', 'write'] as const
type Part = (typeof PARTS)[number]

export interface QueryCost {
  stats: QueryStats
  /** Undefined unless the steps are asked for. */
  explain: Explain | undefined
  planWasCached: boolean
  /** Call it at the end of each part, in the order of `Explanation['ms']`. */
  finish(part: Part): void
  /** Whole milliseconds of planning, evaluating and writing. */
  ms(): number
  /** What is known so far, also of a query that failed. */
  report(): {slow?: Slow; explanation?: Explanation}
}

/**
 * @param slowMs a query that takes this long is reported as slow
 * @param begunAt when the thread took it up, by `performance.now()`
 */
export function createQueryCost({
  slowMs,
  isExplained,
  begunAt,
}: {
  slowMs: number
  isExplained: boolean
  begunAt: number
}): QueryCost {
  const stats = createQueryStats()
  const recorder = isExplained ? createRecorder() : undefined
  const ms = {view: 0, plan: 0, evaluate: 0, write: 0}
  const left: Part[] = [...PARTS]
  let since = begunAt

  const cost: QueryCost = {
    stats,
    explain: recorder,
    planWasCached: false,
    finish(part) {
      const now = performance.now()
      ms[part] = now - since
      since = now
      left.shift()
      // The time to find the visible documents does not count as the query's.
      if (part === 'view') stats.reads = 0
    },
    ms: () => Math.round(ms.plan + ms.evaluate + ms.write),
    report() {
      const [unfinished] = left
      if (unfinished === 'view') return {}
      if (unfinished) cost.finish(unfinished)
      left.length = 0
      const took = cost.ms()
      const {documents, reads} = stats
      const {planWasCached: planWasKept} = cost
      return {
        ...(took >= slowMs && {slow: {ms: took, documents, scans: largeScans(stats), reads}}),
        ...(recorder && {explanation: recorder.explanation(stats, {planWasKept, ms})}),
      }
    },
  }
  return cost
}
