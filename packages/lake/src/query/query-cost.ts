// What answering one question costs: its time in parts, what it went through, and its steps where they
// are asked for.
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

export interface Account {
  effort: QueryStats
  /** Undefined where nobody asks for the steps. */
  explain: Explain | undefined
  /** Of the plan, where there is one. */
  planWasKept: boolean
  /** Says that a part is over; they come in the order of `Explanation['ms']`. */
  done(part: Part): void
  /** Whole milliseconds that planning, evaluating and writing have taken. */
  ms(): number
  /** What there is to say so far, also of what was given up. */
  told(): {slow?: Slow; explanation?: Explanation}
}

/** @param slowMs what takes as long is told of */
export function createAccount({
  slowMs,
  isExplained,
}: {
  slowMs: number
  isExplained: boolean
}): Account {
  const effort = createQueryStats()
  const recorder = isExplained ? createRecorder() : undefined
  const ms = {view: 0, plan: 0, evaluate: 0, write: 0}
  const left: Part[] = [...PARTS]
  let since = performance.now()

  const account: Account = {
    effort,
    explain: recorder,
    planWasKept: false,
    done(part) {
      const now = performance.now()
      ms[part] = now - since
      since = now
      left.shift()
      // What finding out cost who may see what is no cost of the query.
      if (part === 'view') effort.reads = 0
    },
    ms: () => Math.round(ms.plan + ms.evaluate + ms.write),
    told() {
      const [unfinished] = left
      if (unfinished === 'view') return {}
      if (unfinished) account.done(unfinished)
      left.length = 0
      const took = account.ms()
      const {documents, reads} = effort
      const {planWasKept} = account
      return {
        ...(took >= slowMs && {slow: {ms: took, documents, scans: largeScans(effort), reads}}),
        ...(recorder && {explanation: recorder.explanation(effort, {planWasKept, ms})}),
      }
    },
  }
  return account
}
