// Who somebody is now, without a request of theirs: for what is performed later in their name.
import type {Actor} from '../types.ts'
import type {Tokens} from './tokens.ts'
import type {Users} from './users.ts'

/** Null where the account is disabled, the token revoked, or neither ever was. */
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
