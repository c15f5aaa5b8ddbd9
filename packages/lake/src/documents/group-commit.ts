// Group commit: simultaneous transactions share one write to the disk, which takes most of a
// transaction's time.
import type {DatabaseSync} from 'node:sqlite'
import {
  inTransaction,
  isPassing,
  PATIENCE_MS,
  reasonOf,
  RETRY_MS,
  withoutWaiting,
} from '../store/database.ts'

export interface GroupCommitOptions<T> {
  database: DatabaseSync
  /**
   * Called with the stored results, in their order, before the callers get them. It must not throw.
   */
  onStored: (stored: T[]) => void
}

/**
 * Runs `work` in a write transaction, after earlier work. An error undoes only the writes of that
 * work, and rejects. Resolves when its writes are on the disk. If the disk fails, all work that
 * shared the transaction rejects.
 * @throws LakeError 503 if another process writes for too long
 */
export type Write<T> = (work: () => T) => Promise<T>

/** No request is answered while a group is written. A larger group saves little. */
const MOST = 64
const LONGEST_MS = 25

interface Member<T> {
  work: () => T
  resolve: (value: T) => void
  reject: (error: unknown) => void
  /** As `performance.now()`: how long it waits for another process. */
  patientUntil: number
}

type Outcome<T> = {value: T} | {error: unknown}

export function createGroupCommit<T>(options: GroupCommitOptions<T>): Write<T> {
  const {database, onStored} = options
  const attempt = createSavepoint(database)
  const waiting: Member<T>[] = []
  let isPlanned = false

  const write = (members: readonly Member<T>[]): void => {
    const outcomes = withoutWaiting(database, () =>
      inTransaction(database, () => attemptAll(members, attempt)),
    )
    onStored(outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : [])))
    waiting.unshift(...members.slice(outcomes.length))
    for (const [index, outcome] of outcomes.entries()) {
      if ('value' in outcome) members[index]?.resolve(outcome.value)
      else members[index]?.reject(outcome.error)
    }
  }

  /** Nothing of these is stored. */
  const fail = (members: readonly Member<T>[], error: unknown): void => {
    const now = performance.now()
    const again = isPassing(error) ? members.filter(({patientUntil}) => patientUntil > now) : []
    waiting.unshift(...again)
    const reason = reasonOf(error)
    for (const member of members) if (!again.includes(member)) member.reject(reason)
  }

  const next = (): void => {
    isPlanned = false
    const members = waiting.splice(0, MOST)
    try {
      write(members)
      plan(0)
    } catch (error) {
      fail(members, error)
      plan(isPassing(error) ? RETRY_MS : 0)
    }
  }

  const plan = (pauseMs: number): void => {
    if (isPlanned || waiting.length === 0) return
    isPlanned = true
    if (pauseMs > 0) setTimeout(next, pauseMs)
    else setImmediate(next)
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({work, resolve, reject, patientUntil: performance.now() + PATIENCE_MS})
      plan(0)
    })
}

type Attempt = <T>(work: () => T) => Outcome<T>

/** Returns the outcomes of the first members, as many as the time allowed. */
function attemptAll<T>(members: readonly Member<T>[], attempt: Attempt): Outcome<T>[] {
  const outcomes: Outcome<T>[] = []
  const begun = performance.now()
  for (const {work} of members) {
    outcomes.push(attempt(work))
    if (performance.now() - begun > LONGEST_MS) break
  }
  return outcomes
}

/** Runs work within a transaction so that its error undoes its own writes only. */
function createSavepoint(database: DatabaseSync): Attempt {
  const begin = database.prepare('SAVEPOINT member')
  const undo = database.prepare('ROLLBACK TO member')
  const end = database.prepare('RELEASE member')
  return (work) => {
    begin.run()
    try {
      const value = work()
      end.run()
      return {value}
    } catch (error) {
      // A full disk may have ended the whole transaction.
      if (!database.isTransaction) throw error
      undo.run()
      end.run()
      return {error}
    }
  }
}
