// Evaluates an entry of the log for each stream that it may concern. Time is limited, because the
// person who saves waits.
import type {LoggedEntry} from '../store/log.ts'
import {isMuch, type Within} from '../deadline.ts'
import type {Feed, ServerEvent} from './feed.ts'
import type {Group} from './feed-index.ts'
import type {View} from './view.ts'

export interface Outcome {
  events: readonly ServerEvent[]
  /**
   * Why the stream ends after these events. `tooCostly`: its client must not reconnect with the
   * query. `late`: other streams used up the time, and the client may resume.
   */
  ends?: 'tooCostly' | 'late' | {error: unknown}
}

export interface Evaluation {
  /**
   * Calls `settle` for each feed, staff first, as soon as its events are known. All feeds of a group get the same
   * events, so only one is evaluated.
   */
  all(
    groups: readonly Group[],
    entry: LoggedEntry,
    view: View,
    settle: (feed: Feed, outcome: Outcome) => void,
  ): void
  one(feed: Feed, entry: LoggedEntry, view: View): Outcome
  /** Whether an anonymous reader has used up their time since `begun`. */
  isOverBudget(feed: Feed, begun: number): boolean
}

/** How long all streams together may take before the current one gets its own time limit. */
const TURN_MS = 100
/** How long one stream's query may take for one transaction. */
const ANONYMOUS_BUDGET_MS = 200
const STAFF_BUDGET_MS = 1_000
/** How long the streams of all anonymous readers may take for one transaction. */
const ANONYMOUS_TOTAL_MS = 1_000

const isAnonymous = ({actor}: Feed): boolean => actor.kind === 'anonymous'

/** @param stopwatch milliseconds of CPU time from any fixed moment */
export function createEvaluation(stopwatch: () => number, within: Within): Evaluation {
  const isOverBudget = (feed: Feed, begun: number): boolean =>
    isAnonymous(feed) && stopwatch() - begun > ANONYMOUS_BUDGET_MS

  const evaluate = (feed: Feed, entry: LoggedEntry, view: View): Outcome => {
    try {
      const begun = stopwatch()
      const events = feed.events(entry, view)
      return isOverBudget(feed, begun) ? {events, ends: 'tooCostly'} : {events}
    } catch (error) {
      return {events: [], ends: {error}}
    }
  }

  const one: Evaluation['one'] = (feed, entry, view) => {
    let outcome: Outcome = {events: [], ends: 'tooCostly'}
    within(isAnonymous(feed) ? ANONYMOUS_BUDGET_MS : STAFF_BUDGET_MS, () => {
      outcome = evaluate(feed, entry, view)
    })
    return outcome
  }

  return {
    one,
    isOverBudget,
    all(groups, entry, view, settle) {
      const settleAll = (group: Group, outcome: Outcome): void => {
        for (const feed of group) settle(feed, outcome)
      }
      const inTurns = (waiting: Group[], total: number): void => {
        const begun = stopwatch()
        while (waiting.length > 0) {
          const done: [Group, Outcome][] = []
          const finished = within(TURN_MS, () => {
            // If the work begins again, it continues after the finished groups.
            for (const group of waiting.slice(done.length)) {
              done.push([group, evaluate(group[0], entry, view)])
            }
          })
          waiting.splice(0, done.length)
          for (const [group, outcome] of done) settleAll(group, outcome)
          // It may have been cut off because others took long. Now it has its own time.
          const slow = finished ? undefined : waiting.shift()
          if (slow) settleAll(slow, one(slow[0], entry, view))
          if (stopwatch() - begun <= total) continue
          for (const group of waiting.splice(0)) settleAll(group, {events: [], ends: 'late'})
        }
      }
      const staff = groups.filter(([feed]) => !isAnonymous(feed))
      const isSmall = !isMuch(entry.changes)
      // Without a deadline, whose thread takes longer to start and to end than a keystroke to evaluate.
      const isQuick = ([feed]: Group): boolean => isSmall && feed.isQuick === true
      for (const group of staff.filter(isQuick)) settleAll(group, evaluate(group[0], entry, view))
      inTurns(
        staff.filter((group) => !isQuick(group)),
        Infinity,
      )
      inTurns(
        groups.filter(([feed]) => isAnonymous(feed)),
        ANONYMOUS_TOTAL_MS,
      )
    },
  }
}
