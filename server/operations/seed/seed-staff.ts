// The demonstration staff move in: their accounts, what they wrote, and what they have done with it.
import type {Access} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import {createDemonstrationStaff, type StaffMember} from './demonstration-staff.ts'
import {runDemonstration} from './run-demonstration.ts'
import {assignAuthors} from './assign-authors.ts'

// With the settings of the system, beside the mark of an unfinished seed.
const OWNER = 'system'
const MARK = 'demonstrationStaff'

/** True where an earlier first start was interrupted while they moved in. */
export function isStaffUnfinished(access: Access): boolean {
  return access.settings.get(OWNER, [MARK]).length > 0
}

/** Answers who they are, with a link for each. What an earlier start has done is not done again. */
export async function seedStaff(lake: Lake, origin: string): Promise<StaffMember[]> {
  const {access} = lake.services
  access.settings.set(OWNER, [{key: MARK, value: 'unfinished'}])
  const staff = await createDemonstrationStaff(access, origin)
  await assignAuthors(lake)
  await runDemonstration(lake)
  access.settings.set(OWNER, [{key: MARK, value: null}])
  return staff
}
