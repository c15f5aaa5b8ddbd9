// Roles as documents of the type `system.group`. In them the studio finds the people whom a comment can mention and a
// task can be given to (core/hooks/useUserListWithPermissions). They are made from the accounts when a query names
// them, and are not in `*` otherwise.
import type {DatabaseSync} from 'node:sqlite'
import {rolesIn, type DatasetRoles, type GrantsOf} from '../dataset-grants.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {type Documents, withChanges} from '@copydesk/groq/documents'
import type {QueryRequest} from './messages.ts'

const TYPE = 'system.group'
/** Groups are not stored, so they have no time of creation. */
const EPOCH = '1970-01-01T00:00:00.000Z'

/** Adds the groups that the actor may read to a view, if the query names them. */
export type WithGroups = (
  view: Documents,
  request: Pick<QueryRequest, 'dataset' | 'query' | 'params' | 'actor'>,
) => Documents

/** Whether the result may depend on the members of groups, whose changes are not in the log. */
export function namesGroups(query: string, params: QueryRequest['params']): boolean {
  return query.includes(TYPE) || JSON.stringify(params).includes(TYPE)
}

interface Options extends DatasetRoles {
  database: DatabaseSync
  grantsOf: GrantsOf
}

export function createGroups({database, grantsOf, ...roles}: Options): WithGroups {
  const accounts = database.prepare('SELECT id, roles FROM users WHERE disabled = 0 ORDER BY id')

  const groupsFor = (dataset: string, actor: Actor): LakeDocument[] => {
    const people = accounts.all().map((row) => ({
      id: String(row.id),
      roles: JSON.parse(String(row.roles)) as string[],
    }))
    return rolesIn(roles, dataset)
      .map(({name, grants}): LakeDocument => ({
        _id: `_.groups.${name}`,
        _type: TYPE,
        _rev: name,
        _createdAt: EPOCH,
        _updatedAt: EPOCH,
        grants: grants.map(({filter, permissions}) => ({filter, permissions})),
        members: people.filter((person) => person.roles.includes(name)).map(({id}) => id),
      }))
      .filter((group) => grantsOf(dataset).permits(actor, 'read', group))
  }

  return (view, {dataset, query, params, actor}) => {
    if (!namesGroups(query, params)) return view
    return withChanges(view, new Map(groupsFor(dataset, actor).map((group) => [group._id, group])))
  }
}
