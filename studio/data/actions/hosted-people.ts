// The people of a hosted project, with the newsroom's roles.
import type {SanityClient} from 'sanity'
import type {Person} from '../../../workflow/perform/types.ts'
import {actingUser} from './acting-user.ts'

interface Project {
  members?: {id: string; isRobot?: boolean; roles?: {name: string}[]}[]
}

export async function hostedPeople(client: SanityClient): Promise<Person[]> {
  const {projectId} = client.config()
  const {members = []} = await client.request<Project>({
    url: `/projects/${projectId}`,
    tag: 'act.people',
  })
  return members
    .filter(({isRobot}) => !isRobot)
    .map(({id, roles = []}) => ({id, roles: actingUser({id, roles}, false).roles}))
}
