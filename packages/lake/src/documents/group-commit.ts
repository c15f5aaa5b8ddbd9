// Group commit: simultaneous transactions share one write to the disk, which takes most of a
// transaction's time.
import type {DatabaseSync} from 'node:sqlite'
import {
  inTransaction,
  isPassing,
  PATIENCE_MS,
  pauseAfter,
  reasonOf,
  type Attempt,
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

interface Group<T> {
  members: readonly Member<T>[]
  attempts: Attempt<Outcome<T>[]>[]
}

type Outcome<T> = {value: T} | {error: unknown}

export function createGroupCommit<T>(options: GroupCommitOptions<T>): Write<T> {
  const {database, onStored} = options
  const attempt = createSavepoint(database)
  const waiting: Member<T>[] = []
  let isPlanned = false

  /** A group whose write had no answer is written again as it was, until it is known what became of it. */
  let again: Group<T> | undefined

  const write = ({members, attempts}: Group<T>): void => {
    const outcomes = withoutWaiting(database, () =>
      inTransaction(database, () => attemptAll(members, attempt), attempts),
    )
    onStored(outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : [])))
    waiting.unshift(...members.slice(outcomes.length))
    for (const [index, outcome] of outcomes.entries()) {
      if ('value' in outcome) members[index]?.resolve(outcome.value)
      else members[index]?.reject(outcome.error)
    }
  }

  /** Nothing of these is stored, or nobody knows. */
  const fail = (group: Group<T>, error: unknown): void => {
    const now = performance.now()
    const {members, attempts} = group
    const patient = isPassing(error) ? members.filter(({patientUntil}) => patientUntil > now) : []
    if (attempts.length > 0 && patient.length > 0) {
      again = group
      return
    }
    waiting.unshift(...patient)
    const reason = reasonOf(error)
    for (const member of members) if (!patient.includes(member)) member.reject(reason)
  }

  const next = (): void => {
    isPlanned = false
    const group = again ?? {members: waiting.splice(0, MOST), attempts: []}
    again = undefined
    try {
      write(group)
      plan(0)
    } catch (error) {
      fail(group, error)
      plan(isPassing(error) ? pauseAfter(error) : 0)
    }
  }

  const plan = (pauseMs: number): void => {
    if (isPlanned || (waiting.length === 0 && !again)) return
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

type RunMember = <T>(work: () => T) => Outcome<T>

/** Returns the outcomes of the first members, as many as the time allowed. */
function attemptAll<T>(members: readonly Member<T>[], attempt: RunMember): Outcome<T>[] {
  const outcomes: Outcome<T>[] = []
  const begun = performance.now()
  for (const {work} of members) {
    outcomes.push(attempt(work))
    if (performance.now() - begun > LONGEST_MS) break
  }
  return outcomes
}

/** Runs work within a transaction so that its error undoes its own writes only. */
function createSavepoint(database: DatabaseSync): RunMember {
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
