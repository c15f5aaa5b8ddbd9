// Transactions that are asked for at once share one write to the disk: that is what a transaction waits
// for, and it is waited for once.
import type {DatabaseSync} from 'node:sqlite'
import {
  busyError,
  inTransaction,
  isBusy,
  PATIENCE_MS,
  RETRY_MS,
  withoutWaiting,
} from '../store/database.ts'

export interface GroupOptions<T> {
  database: DatabaseSync
  /** Told of what is on the disk now, in its order, before those who asked are. It must not throw. */
  onStored: (stored: T[]) => void
  /** Something was undone that `work` may have read or written since the last group was stored. */
  onUndone: () => void
}

/**
 * Runs `work` in a write transaction, after all that was asked for before it. What it throws undoes its
 * own writes alone, and is thrown on. Resolves when all that it wrote is on the disk; where that fails,
 * everybody who shared the transaction is told so.
 *
 * @throws LakeError 503 where another process writes for too long
 */
export type Write<T> = (work: () => T) => Promise<T>

/** Nobody else is answered while a group is written, and a larger one saves little. */
const MOST = 64
const LONGEST_MS = 25

interface Member<T> {
  work: () => T
  resolve: (value: T) => void
  reject: (error: unknown) => void
  /** Of `performance.now()`: until when it waits for another process. */
  patientUntil: number
}

type Outcome<T> = {value: T} | {error: unknown}

/** Builds the queue of those who write. */
export function createGroup<T>({database, onStored, onUndone}: GroupOptions<T>): Write<T> {
  const begin = database.prepare('SAVEPOINT member')
  const undo = database.prepare('ROLLBACK TO member')
  const end = database.prepare('RELEASE member')
  let waiting: Member<T>[] = []
  let isPlanned = false

  const attempt = ({work}: Member<T>): Outcome<T> => {
    begin.run()
    try {
      const value = work()
      end.run()
      return {value}
    } catch (error) {
      // A full disk may have ended the transaction of them all.
      if (!database.isTransaction) throw error
      undo.run()
      end.run()
      onUndone()
      return {error}
    }
  }

  /** What came of the first of them: of as many as there was time for. */
  const attemptAll = (members: readonly Member<T>[]): Outcome<T>[] => {
    const outcomes: Outcome<T>[] = []
    const begun = performance.now()
    for (const member of members) {
      outcomes.push(attempt(member))
      if (performance.now() - begun > LONGEST_MS) break
    }
    return outcomes
  }

  const write = (members: readonly Member<T>[]): void => {
    const outcomes = withoutWaiting(database, () =>
      inTransaction(database, () => attemptAll(members)),
    )
    onStored(outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : [])))
    waiting.unshift(...members.slice(outcomes.length))
    for (const [index, outcome] of outcomes.entries()) {
      if ('value' in outcome) members[index]?.resolve(outcome.value)
      else members[index]?.reject(outcome.error)
    }
  }

  /** None of them is stored. */
  const fail = (members: readonly Member<T>[], error: unknown): void => {
    onUndone()
    const now = performance.now()
    const again = isBusy(error) ? members.filter(({patientUntil}) => patientUntil > now) : []
    waiting.unshift(...again)
    const reason = isBusy(error) ? busyError() : error
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
      plan(isBusy(error) ? RETRY_MS : 0)
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
