// Ends work that would go on for too long on the thread that saves: a listener's query and an edit's
// patches are somebody else's program, and what runs them cannot be asked to stop.
import {createContext, Script} from 'node:vm'

let work: () => void = () => {}
// Only a script's run can be ended from outside; functions that it calls end with it, uncaught.
const context = createContext({run: () => work()})
const script = new Script('run()')

/** Runs `work` and answers true, or ends it after `milliseconds` and answers false. */
export type Within = (milliseconds: number, work: () => void) => boolean

/** CPU time of this thread in milliseconds. It does not pass while the thread waits for a processor. */
export function cpuTime(): number {
  const {user, system} = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The system counts CPU time in steps, and the watch starts a little before the work. */
const NEARLY = 0.8
/** A thread that had almost no CPU time may have slept: what it had then says nothing of what follows. */
const LONGEST_STEP = 4

/**
 * Limits the CPU time of `work`. The watch of `node:vm` counts wall-clock time. Where it ends the work
 * before its CPU time is used up, the machine was busy or asleep: the work begins again, for as long as it
 * takes to use it up at that pace. So the work must bear to be cut off at any point and to run again.
 *
 * Costs about 0.1 ms by itself. Errors of `work` are thrown on.
 */
export const within: Within = (milliseconds, given) => {
  for (let patience = milliseconds; ;) {
    const begun = cpuTime()
    if (withinOnTheClock(patience, given)) return true
    const used = cpuTime() - begun
    if (used >= milliseconds * NEARLY) return false
    patience = Math.ceil(patience * Math.min(LONGEST_STEP, milliseconds / used))
  }
}

/**
 * Limits the wall-clock time of `work`, which runs once: for work that others wait for, and that cannot
 * begin again. What was cut off must not have changed anything that others look at.
 */
export const withinOnTheClock: Within = (milliseconds, given) => {
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
