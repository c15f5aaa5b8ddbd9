// Finds an actor by ID, without a request. Scheduled actions use it.
import type {Actor} from '../types.ts'
import type {Tokens} from './tokens.ts'
import type {Users} from './users.ts'

/** Null if the account is disabled, the token is revoked or the ID is unknown. */
export function createActorOf(users: Users, tokens: Tokens): (id: string) => Actor | null {
  return (id) => {
    const user = users.get(id)
    if (user) {
      const {roles, name, email, disabled} = user
      return disabled ? null : {id, kind: 'user', roles, name, email}
    }
    const token = tokens.get(id)
    if (!token || token.revokedAt !== null) return null
    return {id, kind: 'token', roles: [token.role], name: token.name}
  }
}
