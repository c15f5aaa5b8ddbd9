// What an administrator does for colleagues: seeing who there is, inviting, changing, letting go.
import type {DatabaseSync} from 'node:sqlite'
import {LakeError, NotFound} from '../errors.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {Identities} from './identities.ts'
import type {Links} from './links.ts'
import type {Sessions} from './sessions.ts'
import type {User, Users} from './users.ts'

export interface Person extends User {
  /** They have set a password, or signed in by a provider. */
  hasSignedIn: boolean
  /** Sessions that are open now, one for each browser. */
  openSessions: number
  /** ISO 8601, to the hour; `null` where no session of the last weeks is known. */
  lastSeenAt: string | null
  /** Until when a sign-in link of theirs is good, ISO 8601; `null` where there is none. */
  linkExpiresAt: string | null
}

/** A way in for a person. The secret is answered here and never again. */
export interface Invitation {
  person: Person
  secret: string
  /** ISO 8601. */
  expiresAt: string
}

export interface PersonChange {
  roles?: readonly string[]
  disabled?: boolean
}

export interface People {
  /** Ascending by name. */
  list(): Person[]
  /** An account, for whoever signs in by a provider. Throws as `Users.add`. */
  add(user: {email: string; name: string; roles: readonly string[]}): Promise<Person>
  /** An account with its first sign-in link. Throws as `Users.add`. */
  invite(user: {email: string; name: string; roles: readonly string[]}): Promise<Invitation>
  /**
   * Changes roles, or whether the account is disabled.
   *
   * @param by the account of who asks
   * @throws LakeError 409 where nobody would be left to manage people, or who asks would shut
   *   themself out; NotFound; BadRequest for a role that does not exist
   */
  change(id: string, change: PersonChange, by: string): Promise<Person>
  /** Ends what is open in any browser but `spared`, the one that asks. Throws `NotFound`. */
  endSessions(id: string, spared?: string): {ended: number}
  /** Throws `NotFound`, and 409 for a disabled account. Older links no longer open anything. */
  renewLink(id: string): Promise<Invitation>
}

export interface PeopleOptions {
  database: DatabaseSync
  users: Users
  sessions: Sessions
  links: Links
  identities: Identities
  /** Roles whose holders manage people; somebody enabled always keeps one of them. */
  managerRoles: readonly string[]
}

/** Asks and changes `users`, `sessions` and `links`; has no table of its own. */
export function createPeople(options: PeopleOptions): People {
  const {database, users, sessions, links, identities, managerRoles} = options

  const found = (id: string): User => {
    const user = users.get(id)
    if (!user) throw new NotFound(`There is no account ${id}.`)
    return user
  }
  const manages = ({roles, disabled}: User): boolean =>
    !disabled && roles.some((role) => managerRoles.includes(role))
  const asPeople = (list: User[]): Person[] => {
    const seen = sessions.overview()
    const open = links.overview()
    const named = identities.owners()
    return list.map((user) => ({
      ...user,
      hasSignedIn: user.hasPassword || named.has(user.id),
      openSessions: seen.get(user.id)?.open ?? 0,
      lastSeenAt: isoOrNull(seen.get(user.id)?.lastSeenAt),
      linkExpiresAt: isoOrNull(open.get(user.id)),
    }))
  }
  const person = (id: string): Person => asPeople([found(id)])[0] as Person
  const newLink = (id: string): Invitation => {
    const {secret, expiresAt} = links.create(id)
    return {person: person(id), secret, expiresAt: new Date(expiresAt).toISOString()}
  }
  const assertOwnWayBack = (user: User, {roles, disabled}: PersonChange): void => {
    if (disabled) {
      throw new LakeError(
        409,
        'conflict',
        'You cannot disable your own account. Another administrator can.',
      )
    }
    if (roles && !manages({...user, roles: [...roles]})) {
      throw new LakeError(
        409,
        'conflict',
        'You cannot stop being an administrator yourself. Another administrator can change your role.',
      )
    }
  }

  return {
    list: () => asPeople(users.list()),
    add: (user) => inTransactionWhenFree(database, () => person(users.add(user).id)),
    invite: (user) => inTransactionWhenFree(database, () => newLink(users.add(user).id)),
    change: (id, change, by) =>
      inTransactionWhenFree(database, () => {
        const user = found(id)
        if (id === by) assertOwnWayBack(user, change)
        const after = {...user, ...change, roles: [...(change.roles ?? user.roles)]}
        const others = users.list().filter((other) => other.id !== id)
        if (manages(user) && !manages(after) && !others.some(manages)) {
          throw new LakeError(
            409,
            'conflict',
            `${user.name} is the only administrator left. Make somebody else an administrator first.`,
          )
        }
        if (change.roles) users.setRoles(id, change.roles)
        if (change.disabled === true) users.disable(id)
        if (change.disabled === false) users.enable(id)
        return person(id)
      }),
    endSessions(id, spared) {
      found(id)
      const ending = sessions.liveCredentialsOf(id).filter((credential) => credential !== spared)
      for (const credential of ending) sessions.end(credential)
      return {ended: ending.length}
    },
    renewLink: (id) =>
      inTransactionWhenFree(database, () => {
        const user = found(id)
        if (user.disabled) {
          throw new LakeError(
            409,
            'conflict',
            `${user.email} is disabled. Enable the account first.`,
          )
        }
        return newLink(id)
      }),
  }
}

const isoOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()
