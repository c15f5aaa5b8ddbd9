// The demonstration staff move in: their accounts, what they wrote, and what they have done with it.
import type {Lake} from '@copydesk/lake'
import {createDemonstrationStaff, type StaffMember} from './demonstration-staff.ts'
import {runDemonstration} from './run-demonstration.ts'
import {assignAuthors} from './assign-authors.ts'
import {setUnfinished} from './unfinished.ts'

export {isDemonstrationAuthor} from './demonstration-staff.ts'

/** Answers who they are, with a link for each. What an earlier start has done is not done again. */
export async function seedStaff(lake: Lake, origin: string): Promise<StaffMember[]> {
  const {access} = lake.services
  setUnfinished(access, 'demonstrationStaff', true)
  const staff = await createDemonstrationStaff(access, origin)
  await assignAuthors(lake)
  await runDemonstration(lake)
  setUnfinished(access, 'demonstrationStaff', false)
  return staff
}
