// What an administrator does for colleagues: seeing who there is, inviting, changing, letting go.
import type {DatabaseSync} from 'node:sqlite'
import {LakeError, NotFound} from '../errors.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {Manager} from '../types.ts'
import type {AccountEvents} from './account-events.ts'
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
  add(user: Newcomer, by: Manager): Promise<Person>
  /** An account with its first sign-in link. Throws as `Users.add`. */
  invite(user: Newcomer, by: Manager): Promise<Invitation>
  /**
   * Changes roles, or whether the account is disabled.
   *
   * @throws LakeError 409 where nobody would be left to manage people, or who asks would shut
   *   themself out; NotFound; BadRequest for a role that does not exist
   */
  change(id: string, change: PersonChange, by: Manager): Promise<Person>
  /** Ends what is open in any browser but `spared`, the one that asks. Throws `NotFound`. */
  endSessions(id: string, by: Manager, spared?: string): Promise<{ended: number}>
  /** Throws `NotFound`, and 409 for a disabled account. Older links no longer open anything. */
  renewLink(id: string, by: Manager): Promise<Invitation>
  /**
   * The next to sign in at the provider with the account's address has the account. Answers whether
   * somebody had it. Throws `NotFound`.
   */
  releaseIdentity(id: string, by: Manager): Promise<boolean>
  /** What was done to accounts, newest first. */
  events: AccountEvents['list']
}

export interface Newcomer {
  email: string
  name: string
  roles: readonly string[]
}

export interface PeopleOptions {
  database: DatabaseSync
  users: Users
  sessions: Sessions
  links: Links
  identities: Identities
  events: AccountEvents
  /** Roles whose holders manage people; somebody enabled always keeps one of them. */
  managerRoles: readonly string[]
}

/**
 * Asks and changes `users`, `sessions` and `links`. Each change is recorded in the same transaction: what
 * changes an account on somebody's behalf goes through here.
 */
export function createPeople(options: PeopleOptions): People {
  const {database, users, sessions, links, identities, events, managerRoles} = options

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
  const added = (newcomer: Newcomer, event: 'added' | 'invited', by: Manager): User => {
    const user = users.add(newcomer)
    events.record(user.id, {event, roles: user.roles}, by)
    return user
  }
  const endSessions = (id: string, by: Manager, spared?: string): {ended: number} => {
    found(id)
    const ending = sessions.liveCredentialsOf(id).filter((credential) => credential !== spared)
    for (const credential of ending) sessions.end(credential)
    if (ending.length > 0) events.record(id, {event: 'sessionsEnded', ended: ending.length}, by)
    return {ended: ending.length}
  }
  const applyChange = (user: User, {roles, disabled}: PersonChange, by: Manager): void => {
    const {id} = user
    if (roles) {
      users.setRoles(id, roles)
      const after = found(id).roles
      if (!isSame(user.roles, after)) {
        events.record(id, {event: 'rolesChanged', before: user.roles, roles: after}, by)
      }
    }
    if (disabled === undefined) return
    if (disabled) users.disable(id)
    else users.enable(id)
    if (disabled !== user.disabled) {
      events.record(id, {event: disabled ? 'disabled' : 'enabled'}, by)
    }
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
    add: (user, by) => inTransactionWhenFree(database, () => person(added(user, 'added', by).id)),
    invite: (user, by) =>
      inTransactionWhenFree(database, () => newLink(added(user, 'invited', by).id)),
    change: (id, change, by) =>
      inTransactionWhenFree(database, () => {
        const user = found(id)
        if ('account' in by && id === by.account) assertOwnWayBack(user, change)
        const after = {...user, ...change, roles: [...(change.roles ?? user.roles)]}
        const others = users.list().filter((other) => other.id !== id)
        if (manages(user) && !manages(after) && !others.some(manages)) {
          throw new LakeError(
            409,
            'conflict',
            `${user.name} is the only administrator left. Make somebody else an administrator first.`,
          )
        }
        applyChange(user, change, by)
        return person(id)
      }),
    endSessions: (id, by, spared) =>
      inTransactionWhenFree(database, () => endSessions(id, by, spared)),
    renewLink: (id, by) =>
      inTransactionWhenFree(database, () => {
        const user = found(id)
        if (user.disabled) {
          throw new LakeError(
            409,
            'conflict',
            `${user.email} is disabled. Enable the account first.`,
          )
        }
        events.record(id, {event: 'linkMade'}, by)
        return newLink(id)
      }),
    releaseIdentity: (id, by) =>
      inTransactionWhenFree(database, () => {
        found(id)
        const wasBound = identities.release(id)
        if (!wasBound) return false
        events.record(id, {event: 'identityReleased'}, by)
        endSessions(id, by)
        return true
      }),
    events: events.list,
  }
}

const isSame = (roles: readonly string[], others: readonly string[]): boolean =>
  roles.length === others.length && roles.every((role) => others.includes(role))

const isoOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()
