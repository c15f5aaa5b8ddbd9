// Administration of accounts: list, invite, change and disable.
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
  /** They have set a password, or signed in through a provider. */
  hasSignedIn: boolean
  /** Number of open sessions, one for each browser. */
  openSessions: number
  /** ISO 8601, to the hour; `null` if no session of the last weeks is known. */
  lastSeenAt: string | null
  /** When their sign-in link expires, ISO 8601; `null` if there is none. */
  linkExpiresAt: string | null
}

/** A sign-in link for a person. Only this response contains the secret. */
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
  /** Adds an account for a person who signs in through a provider. Throws as `Users.add`. */
  add(user: Newcomer, by: Manager): Promise<Person>
  /** Adds an account with its first sign-in link. Throws as `Users.add`. */
  invite(user: Newcomer, by: Manager): Promise<Invitation>
  /** The same within a write transaction that the caller has begun. */
  inTransaction: {
    add(user: Newcomer, by: Manager): Person
    invite(user: Newcomer, by: Manager): Invitation
  }
  /**
   * Changes roles, or disables or enables the account.
   * @throws LakeError 409 if nobody would be left to manage people, or a manager would lose their
   * own access
   * @throws NotFound
   * @throws BadRequest for a role that does not exist
   */
  change(id: string, change: PersonChange, by: Manager): Promise<Person>
  /** Ends all sessions except `spared`, the session of the request. Throws `NotFound`. */
  endSessions(id: string, by: Manager, spared?: string): Promise<{ended: number}>
  /** Older links stop working. Throws `NotFound`, and 409 for a disabled account. */
  renewLink(id: string, by: Manager): Promise<Invitation>
  /**
   * The next person who signs in through the provider with the account's address gets the account.
   * Returns whether the account was bound to somebody. Throws `NotFound`.
   */
  releaseIdentity(id: string, by: Manager): Promise<boolean>
  /** Changes to accounts, newest first. */
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
  /** Roles that may manage people. At least one enabled account keeps one of them. */
  managerRoles: readonly string[]
}

/**
 * Everything that changes an account for another person calls these functions. Each change is
 * recorded in the same transaction.
 */
export function createPeople(options: PeopleOptions): People {
  const {database, users, sessions, links, identities, events} = options
  const {list, get, user: found} = createPersonReader(options)

  const newLink = (id: string): Invitation => {
    const {secret, expiresAt} = links.create(id)
    return {person: get(id), secret, expiresAt: new Date(expiresAt).toISOString()}
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
  const renewLink = (id: string, by: Manager): Invitation => {
    const user = found(id)
    if (user.disabled) throw conflict(`${user.email} is disabled. Enable the account first.`)
    events.record(id, {event: 'linkMade'}, by)
    return newLink(id)
  }
  const releaseIdentity = (id: string, by: Manager): boolean => {
    found(id)
    if (!identities.release(id)) return false
    events.record(id, {event: 'identityReleased'}, by)
    endSessions(id, by)
    return true
  }
  const change = (id: string, wanted: PersonChange, by: Manager): Person => {
    const user = found(id)
    assertManagersRemain({user, wanted, by}, options)
    applyChange({user, wanted, by}, options)
    return get(id)
  }

  const inTransaction: People['inTransaction'] = {
    add: (user, by) => get(added(user, 'added', by).id),
    invite: (user, by) => newLink(added(user, 'invited', by).id),
  }
  const write = <T>(work: () => T): Promise<T> => inTransactionWhenFree(database, work)
  return {
    list,
    add: (user, by) => write(() => inTransaction.add(user, by)),
    invite: (user, by) => write(() => inTransaction.invite(user, by)),
    inTransaction,
    change: (id, wanted, by) => write(() => change(id, wanted, by)),
    endSessions: (id, by, spared) => write(() => endSessions(id, by, spared)),
    renewLink: (id, by) => write(() => renewLink(id, by)),
    releaseIdentity: (id, by) => write(() => releaseIdentity(id, by)),
    events: events.list,
  }
}

function createPersonReader({users, sessions, links, identities}: PeopleOptions) {
  const asPeople = (accounts: User[]): Person[] => {
    const seen = sessions.overview()
    const open = links.overview()
    const bound = identities.owners()
    return accounts.map((user) => ({
      ...user,
      hasSignedIn: user.hasPassword || bound.has(user.id),
      openSessions: seen.get(user.id)?.open ?? 0,
      lastSeenAt: isoOrNull(seen.get(user.id)?.lastSeenAt),
      linkExpiresAt: isoOrNull(open.get(user.id)),
    }))
  }
  const user = (id: string): User => {
    const found = users.get(id)
    if (!found) throw new NotFound(`There is no account ${id}.`)
    return found
  }
  return {
    list: (): Person[] => asPeople(users.list()),
    get: (id: string): Person => asPeople([user(id)])[0] as Person,
    user,
  }
}

interface WantedChange {
  user: User
  wanted: PersonChange
  by: Manager
}

/** Throws 409 for a manager who would take their own role, and for the last manager. */
function assertManagersRemain(
  {user, wanted, by}: WantedChange,
  {users, managerRoles}: PeopleOptions,
): void {
  const manages = ({roles, disabled}: User): boolean =>
    !disabled && roles.some((role) => managerRoles.includes(role))
  const after = {...user, ...wanted, roles: [...(wanted.roles ?? user.roles)]}
  if ('account' in by && user.id === by.account) {
    if (wanted.disabled) {
      throw conflict('You cannot disable your own account. Another administrator can.')
    }
    if (wanted.roles && !manages({...user, roles: after.roles})) {
      throw conflict(
        'You cannot stop being an administrator yourself. Another administrator can change your role.',
      )
    }
  }
  if (!manages(user) || manages(after)) return
  const others = users.list().filter(({id}) => id !== user.id)
  if (others.some(manages)) return
  throw conflict(
    `${user.name} is the only administrator left. Make somebody else an administrator first.`,
  )
}

function applyChange(
  {user: {id, ...before}, wanted: {roles, disabled}, by}: WantedChange,
  {users, events}: PeopleOptions,
): void {
  if (roles) {
    users.setRoles(id, roles)
    const after = users.get(id)?.roles ?? []
    if (!isSame(before.roles, after)) {
      events.record(id, {event: 'rolesChanged', before: before.roles, roles: after}, by)
    }
  }
  if (disabled === undefined) return
  if (disabled) users.disable(id)
  else users.enable(id)
  if (disabled !== before.disabled) {
    events.record(id, {event: disabled ? 'disabled' : 'enabled'}, by)
  }
}

const conflict = (description: string): LakeError => new LakeError(409, 'conflict', description)

const isSame = (roles: readonly string[], others: readonly string[]): boolean =>
  roles.length === others.length && roles.every((role) => others.includes(role))

const isoOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()
