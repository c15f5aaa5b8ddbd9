// Which readers see the same documents, so that they can share a view.
import {conditionOf, type Grants} from '../grants.ts'
import type {Actor, Role} from '../types.ts'

export interface ReaderAccess {
  /** Readers with the same key see the same documents. */
  key: string
  seesAll: boolean
  /** Whether a grant depends on other documents. */
  hasConditions: boolean
}

export function accessOf(actor: Actor, roles: readonly Role[], grants: Grants): ReaderAccess {
  const own = roles.filter((role) => actor.roles.includes(role.name))
  const read = own.flatMap((role) => role.grants).filter((g) => g.permissions.includes('read'))
  // People whose roles read the same share a view, unless a filter depends on who they are.
  const isPersonal = read.some((grant) => /\bidentity\b/.test(grant.filter))
  const filters = read.map((grant) => `${conditionOf(grant) ?? ''}: ${grant.filter}`)
  return {
    key: JSON.stringify([[...new Set(filters)].toSorted(), isPersonal ? actor.id : null]),
    seesAll: grants.permitsAll(actor, 'read'),
    hasConditions: read.some((grant) => conditionOf(grant) !== undefined),
  }
}
