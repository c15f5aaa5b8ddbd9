// Limits the time of one transaction, because every other write waits for it.
import {LakeError} from '../errors.ts'
import {withinWallTime} from '../deadline.ts'

export interface TransactionDeadline {
  /** @throws LakeError 503 `transactionTimeout` after the time limit */
  check(): void
  /**
   * Runs `work`. If `isNeeded` returns true, ends `work` at the deadline even if it never calls
   * `check`.
   * @throws LakeError 503 `transactionTimeout` as `check` does, and the errors of `work`
   */
  guard(isNeeded: () => boolean, work: () => void): void
}

const BUDGET_MS = 3_000
const TOO_LONG =
  'The transaction took too long and was not run. Try again, or split it into smaller ones.'

// Not a 4xx, because the time of a transaction depends on the machine's load.
const tooLong = (): LakeError => new LakeError(503, 'transactionTimeout', TOO_LONG)

/** The time starts now. Guarding a small edit costs as much as the edit itself. */
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
