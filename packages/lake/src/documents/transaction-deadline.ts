// The time that a transaction may take: whoever else saves waits for it.
import {LakeError} from '../errors.ts'
import {withinOnTheClock} from '../deadline.ts'

export interface Watch {
  /** @throws LakeError 503 once the time is over */
  look(): void
  /**
   * Runs what looks at no watch; where that is needed, so that it ends when the time is over. Throws as
   * `look` does.
   */
  guard(isNeeded: () => boolean, work: () => void): void
}

const BUDGET_MS = 3_000
const TOO_LONG =
  'The transaction took too long and was not run. Try again, or split it into smaller ones.'

// No 4xx: how long it takes depends on what else this machine does.
const tooLong = (): LakeError => new LakeError(503, 'transactionTimeout', TOO_LONG)

/** The time begins now. To guard costs as much as all else that an edit takes, where little is edited. */
export function startWatch(): Watch {
  const end = performance.now() + BUDGET_MS
  const look = (): void => {
    if (performance.now() > end) throw tooLong()
  }
  let isGuarded = false
  return {
    look,
    guard(isNeeded, work) {
      if (isGuarded || !isNeeded()) return work()
      look()
      isGuarded = true
      try {
        const left = Math.max(1, Math.ceil(end - performance.now()))
        if (!withinOnTheClock(left, work)) throw tooLong()
      } finally {
        isGuarded = false
      }
    },
  }
}
