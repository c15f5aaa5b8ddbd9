// Table `users`: the accounts of people.
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, LakeError, NotFound} from '../errors.ts'
import type {Clock} from '../types.ts'
import type {Revocations} from './revocations.ts'
import type {Links} from './links.ts'
import {checkRoleNames} from './role-names.ts'
import {newId, type RandomBytes} from './secrets.ts'
import type {Sessions} from './sessions.ts'
import {prepareWrite} from '../store/database.ts'

export interface User {
  id: string
  /** Lower case. */
  email: string
  name: string
  roles: string[]
  disabled: boolean
  /** False until the person has used a sign-in link. */
  hasPassword: boolean
  /** ISO 8601, UTC. */
  createdAt: string
}

export interface Users {
  /**
   * Throws `BadRequest` for an invalid e-mail address, name or role; 409 if the address is taken.
   */
  add(user: {email: string; name: string; roles: readonly string[]}): User
  /** Ascending by name. */
  list(): User[]
  get(id: string): User | null
  byEmail(email: string): User | null
  /** Ends all sessions and sign-in links of the account. Throws `NotFound`. */
  disable(id: string): void
  enable(id: string): void
  /**
   * Takes effect on the next request. Open streams end, so that they reconnect with the new role.
   */
  setRoles(id: string, roles: readonly string[]): void
  passwordHash(id: string): string | null
  setPasswordHash(id: string, hash: string): void
}

export interface UsersOptions {
  database: DatabaseSync
  clock: Clock
  randomBytes: RandomBytes
  roleNames: readonly string[]
  sessions: Sessions
  links: Links
  revocations: Revocations
}

/** The form in which an address is stored and looked up. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

/** Prepares the statements once. */
export function createUsers(options: UsersOptions): Users {
  const {database, clock, randomBytes, roleNames, sessions, links, revocations} = options
  const insert = prepareWrite(
    database,
    'INSERT INTO users (id, email, name, roles, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const all = database.prepare('SELECT * FROM users ORDER BY name, email')
  const byId = database.prepare('SELECT * FROM users WHERE id = ?')
  const byAddress = database.prepare('SELECT * FROM users WHERE email = ?')
  const setDisabled = prepareWrite(database, 'UPDATE users SET disabled = ? WHERE id = ?')
  const updateRoles = prepareWrite(database, 'UPDATE users SET roles = ? WHERE id = ?')
  const readHash = database.prepare('SELECT password_hash FROM users WHERE id = ?')
  const writeHash = prepareWrite(database, 'UPDATE users SET password_hash = ? WHERE id = ?')

  const byEmail = (email: string): User | null => {
    const row = byAddress.get(normalEmail(email))
    return row ? toUser(row) : null
  }

  return {
    add(newcomer) {
      const {email, name, roles} = checkNewcomer(newcomer, roleNames)
      if (byEmail(email)) throw new LakeError(409, 'conflict', `${email} has an account already.`)
      const id = newId('u', randomBytes)
      insert.run(id, email, name, JSON.stringify(roles), new Date(clock()).toISOString())
      return toUser(byId.get(id) ?? {})
    },
    list: () => all.all().map(toUser),
    get(id) {
      const row = byId.get(id)
      return row ? toUser(row) : null
    },
    byEmail,
    disable(id) {
      checkFound(setDisabled.run(1, id).changes, id)
      links.voidAllOf(id)
      sessions.endAllOf(id)
    },
    enable: (id) => checkFound(setDisabled.run(0, id).changes, id),
    setRoles(id, roles) {
      const checked = checkRoles(roles, roleNames)
      checkFound(updateRoles.run(JSON.stringify(checked), id).changes, id)
      for (const credential of sessions.liveCredentialsOf(id)) revocations.announce(credential)
    },
    passwordHash(id) {
      const hash = readHash.get(id)?.password_hash
      return typeof hash === 'string' ? hash : null
    },
    setPasswordHash: (id, hash) => checkFound(writeHash.run(hash, id).changes, id),
  }
}

type Newcomer = Parameters<Users['add']>[0]

/** Returns the account as it will be stored. */
function checkNewcomer({email, name, roles}: Newcomer, roleNames: readonly string[]): Newcomer {
  const address = normalEmail(email)
  const displayName = name.trim()
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(address) || address.length > 254) {
    throw new BadRequest(`"${email}" is not an e-mail address.`)
  }
  if (displayName === '' || displayName.length > 200) {
    throw new BadRequest('An account needs a name of at most 200 characters.')
  }
  return {email: address, name: displayName, roles: checkRoles(roles, roleNames)}
}

/** Returns the roles without duplicates. */
function checkRoles(roles: readonly string[], roleNames: readonly string[]): string[] {
  if (roles.length === 0) throw new BadRequest('An account needs at least one role.')
  checkRoleNames(roles, roleNames)
  return [...new Set(roles)]
}

/** Throws `NotFound` if an update changed no row. */
function checkFound(changes: number | bigint, id: string): void {
  if (changes === 0) throw new NotFound(`There is no account ${id}.`)
}

function toUser(row: Record<string, unknown>): User {
  return {
    id: String(row.id),
    email: String(row.email),
    name: String(row.name),
    roles: JSON.parse(String(row.roles)) as string[],
    disabled: row.disabled === 1,
    hasPassword: row.password_hash !== null,
    createdAt: String(row.created_at),
  }
}
