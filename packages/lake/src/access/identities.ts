// Table `sso_identities`: who somebody is at a provider of identities. Addresses are given to others
// when people leave; what a provider itself knows a person by (their subject) is not.
import type {DatabaseSync} from 'node:sqlite'
import type {Clock} from '../types.ts'

/** A person as a provider knows them. */
export interface Identity {
  issuer: string
  subject: string
}

export interface Identities {
  /** The account that signed in with this identity before; null for none. */
  ownerOf(identity: Identity): string | null
  /** Whether somebody has signed in to the account by that provider. */
  isTaken(userId: string, issuer: string): boolean
  /** From now on this is who signs in to the account. */
  bind(userId: string, identity: Identity): void
  /** The next to sign in with the account's address is bound to it. Answers whether somebody was. */
  release(userId: string): boolean
  /** Accounts to which somebody has signed in by a provider. */
  owners(): ReadonlySet<string>
}

/** Prepares the statements once. */
export function createIdentities(database: DatabaseSync, clock: Clock): Identities {
  const owner = database.prepare(
    'SELECT user_id FROM sso_identities WHERE issuer = ? AND subject = ?',
  )
  const taken = database.prepare('SELECT 1 FROM sso_identities WHERE user_id = ? AND issuer = ?')
  const insert = database.prepare(
    'INSERT INTO sso_identities (issuer, subject, user_id, bound_at) VALUES (?, ?, ?, ?)',
  )
  const drop = database.prepare('DELETE FROM sso_identities WHERE user_id = ?')
  const all = database.prepare('SELECT DISTINCT user_id FROM sso_identities')
  return {
    ownerOf({issuer, subject}) {
      const id = owner.get(issuer, subject)?.user_id
      return typeof id === 'string' ? id : null
    },
    isTaken: (userId, issuer) => taken.get(userId, issuer) !== undefined,
    bind: (userId, {issuer, subject}) => void insert.run(issuer, subject, userId, clock()),
    release: (userId) => drop.run(userId).changes > 0,
    owners: () => new Set(all.all().map((row) => String(row.user_id))),
  }
}
