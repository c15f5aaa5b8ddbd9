// Table `sso_identities`: maps a provider's subject to an account. An e-mail address can be given
// to another person later. A subject cannot.
import type {DatabaseSync} from 'node:sqlite'
import type {Clock} from '../types.ts'
import {prepareWrite} from '../store/database.ts'

/** A person's identity at a provider. */
export interface Identity {
  issuer: string
  subject: string
}

export interface Identities {
  /** The account that signed in with this identity before, or null. */
  ownerOf(identity: Identity): string | null
  /** Whether the account is bound to an identity of that provider. */
  isTaken(userId: string, issuer: string): boolean
  /** Binds the account to the identity. */
  bind(userId: string, identity: Identity): void
  /**
   * Removes the binding: the next person who signs in with the account's address gets the account.
   * Returns whether there was a binding.
   */
  release(userId: string): boolean
  /** Accounts that are bound to an identity. */
  owners(): ReadonlySet<string>
}

/** Prepares the statements once. */
export function createIdentities(database: DatabaseSync, clock: Clock): Identities {
  const owner = database.prepare(
    'SELECT user_id FROM sso_identities WHERE issuer = ? AND subject = ?',
  )
  const taken = database.prepare('SELECT 1 FROM sso_identities WHERE user_id = ? AND issuer = ?')
  const insert = prepareWrite(
    database,
    'INSERT INTO sso_identities (issuer, subject, user_id, bound_at) VALUES (?, ?, ?, ?)',
  )
  const drop = prepareWrite(database, 'DELETE FROM sso_identities WHERE user_id = ?')
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
