// Marks of a first start that was interrupted. They are with the settings of the system, as the seed is its own work.
import type {Access} from '@copydesk/lake/access'

type Work = 'seed' | 'demonstrationStaff'

const OWNER = 'system'

/** True if an earlier start was interrupted in this work. */
export function isUnfinished({settings}: Access, work: Work): boolean {
  return settings.get(OWNER, [work]).length > 0
}

export function setUnfinished({settings}: Access, work: Work, unfinished: boolean): void {
  settings.set(OWNER, [{key: work, value: unfinished ? 'unfinished' : null}])
}
