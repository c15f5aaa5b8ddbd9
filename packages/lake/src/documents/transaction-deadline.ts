// Limits the time that one transaction takes, because every other write waits for it.
import {LakeError} from '../errors.ts'
import {withinWallTime} from '../deadline.ts'

export interface TransactionDeadline {
  /** @throws LakeError 503 `transactionTimeout` once the time is over */
  check(): void
  /**
   * Runs `work`. If `isNeeded` answers true, `work` is ended at the deadline even where it never calls `check`.
   *
   * @throws LakeError 503 `transactionTimeout` as `check` does, and the errors of `work`
   */
  guard(isNeeded: () => boolean, work: () => void): void
}

const BUDGET_MS = 3_000
const TOO_LONG =
  'The transaction took too long and was not run. Try again, or split it into smaller ones.'

// Not a 4xx: how long a transaction takes depends on what else this machine does.
const tooLong = (): LakeError => new LakeError(503, 'transactionTimeout', TOO_LONG)

/** The time begins now. Guarding a small edit costs as much as the edit itself. */
export function startDeadline(): TransactionDeadline {
  const end = performance.now() + BUDGET_MS
  const check = (): void => {
    if (performance.now() > end) throw tooLong()
  }
  let isGuarded = false
  return {
    check,
    guard(isNeeded, work) {
      if (isGuarded || !isNeeded()) return work()
      check()
      isGuarded = true
      try {
        const left = Math.max(1, Math.ceil(end - performance.now()))
        if (!withinWallTime(left, work)) throw tooLong()
      } finally {
        isGuarded = false
      }
    },
  }
}
