// Ends work that would go on for too long on the thread that saves: a listener's query and an edit's
// patches are somebody else's program, and what runs them cannot be asked to stop.
import {createContext, Script} from 'node:vm'

let work: () => void = () => {}
// Only a script's run can be ended from outside; functions that it calls end with it, uncaught.
const context = createContext({run: () => work()})
const script = new Script('run()')

/** Runs `work` and answers true, or ends it after `milliseconds` and answers false. */
export type Within = (milliseconds: number, work: () => void) => boolean

/**
 * Costs about 0.1 ms by itself. What was cut off must not have changed anything that others look at.
 * Errors of `given` are thrown on.
 */
export const within: Within = (milliseconds, given) => {
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
