// Ends work that takes too long on the writing thread. Queries of listeners and patches come from
// clients, and the libraries that run them cannot be interrupted.
import {createContext, Script} from 'node:vm'
import {isLongerThan} from '@copydesk/groq'
import type {Change, LakeDocument} from './types.ts'

let work: () => void = () => {}
// Only a running script can be ended from outside. Functions that it calls end with it and cannot
// catch that.
const context = createContext({run: () => work()})
const script = new Script('run()')

/** Runs `work` and answers true, or ends it after `milliseconds` and answers false. Errors of `work` pass through. */
export type Within = (milliseconds: number, work: () => void) => boolean

/** CPU time of this thread in milliseconds. It does not pass while the thread waits for a processor. */
export function cpuTime(): number {
  const {user, system} = process.threadCpuUsage()
  return (user + system) / 1000
}

/**
 * The system counts CPU time in steps, and the timer of `node:vm` starts a little before the work.
 */
const NEARLY = 0.8
/**
 * A thread that had almost no CPU time may have slept, so its pace so far does not predict the next
 * run.
 */
const LONGEST_STEP = 4

/**
 * How much wall-clock time work gets that was cut off and begins again, because it had to wait for a processor.
 *
 * @param wallTime what it had
 * @param used its CPU time so far
 * @param budget the CPU time that it may use
 * @returns null if it has used up its budget; all in milliseconds
 */
export function nextWallTime(wallTime: number, used: number, budget: number): number | null {
  if (used >= budget * NEARLY) return null
  return Math.ceil(wallTime * Math.min(LONGEST_STEP, budget / used))
}

/**
 * Limits the CPU time of `work`, at a cost of about 0.1 ms. The timer of `node:vm` counts
 * wall-clock time. If it ends the work while CPU time is left, the work starts again with more
 * wall-clock time. So `work` must be safe to cut off at any point and run again.
 */
export const withinCpuTime: Within = (milliseconds, given) => {
  for (let wallTime: number | null = milliseconds; wallTime !== null;) {
    const begun = cpuTime()
    if (withinWallTime(wallTime, given)) return true
    wallTime = nextWallTime(wallTime, cpuTime() - begun, milliseconds)
  }
  return false
}

/**
 * Limits the wall-clock time of `work`, which runs once. For work that others wait for and that
 * cannot be repeated. If it is cut off, it must not have changed anything that others read.
 */
export const withinWallTime: Within = (milliseconds, given) => {
  const outer = work
  work = given
  try {
    script.runInContext(context, {timeout: milliseconds})
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    work = outer
  }
}

/** Up to this number of steps or changes, work ends soon enough without a deadline. */
export const FEW = 8
/** Characters. */
const LONG = 64 * 1024

/** Whether going through a document takes long. */
export const isLong = (document: LakeDocument): boolean => isLongerThan(LONG, document)

/** Whether going through changes takes long. */
export const isMuch = (changes: readonly Pick<Change, 'previous' | 'result'>[]): boolean =>
  changes.length > FEW ||
  changes.some(({previous, result}) =>
    [previous, result].some((document) => document !== null && isLong(document)),
  )
