// The people of the demonstration newsroom. No default passwords exist: each gets a link.
import type {Access} from '@copydesk/lake/access'
import type {LakeDocument} from '@copydesk/lake/types'
import {ROLES, type RoleName} from '../../../model/roles.ts'
import {machineUser, signInLink} from '../../commands/accounts.ts'

/** Two of them write what the seed holds; all are invented. */
const STAFF = [
  {name: 'Ingrid Vassall', role: 'journalist'},
  {name: 'Tomas Ardley', role: 'journalist'},
  {name: 'Hester Brandwick', role: 'editor'},
  {name: 'Samuel Okonjo-Reeve', role: 'editor'},
  {name: 'Lidia Marchetti', role: 'photoEditor'},
  {name: 'Wen Castellan', role: 'developer'},
  {name: 'Agnes Tollerby', role: 'administrator'},
] as const satisfies readonly {name: string; role: RoleName}[]

export type StaffName = (typeof STAFF)[number]['name']

/** Looks after the copy of those who write for the paper and have no account. */
export const COMMISSIONING_EDITOR: StaffName = 'Samuel Okonjo-Reeve'

/** True of an author of the demonstration content. */
export const isDemonstrationAuthor = ({_type, name}: LakeDocument): boolean =>
  _type === 'author' && STAFF.some((member) => member.name === name)

export interface StaffMember {
  name: string
  email: string
  /** The role's title, as people read it. */
  role: string
  /** One-time, for 24 hours. */
  link: string
}

/** Adds them where they are missing, and makes a new link for each. */
export async function createDemonstrationStaff(
  {users, people}: Access,
  origin: string,
): Promise<StaffMember[]> {
  const staff: StaffMember[] = []
  for (const {name, role} of STAFF) {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
    const known = users.byEmail(email)
    const invitation = known
      ? await people.renewLink(known.id, machineUser())
      : await people.invite({email, name, roles: [role]}, machineUser())
    const title = ROLES.find((one) => one.name === role)?.title ?? role
    staff.push({name, email, role: title, link: signInLink(invitation, {origin})})
  }
  return staff
}
