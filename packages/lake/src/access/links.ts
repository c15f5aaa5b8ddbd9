// Table `sign_in_links`: links to set a first or new password. A link works once, within a day.
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import type {Clock} from '../types.ts'
import {hashSecret, newSecret, type RandomBytes} from './secrets.ts'
import {prepareWrite} from '../store/database.ts'

/** Milliseconds. */
export const LINK_LIFETIME = 24 * 60 * 60 * 1000

/** Why a link no longer works. */
export type DeadLink = 'unknown' | 'expired' | 'used'

const SENTENCES: Record<DeadLink, string> = {
  unknown: 'This sign-in link does not exist. Check that the whole address was copied.',
  expired: 'This sign-in link is more than 24 hours old. Ask an administrator for a new one.',
  used: 'This sign-in link was used, or a newer one replaced it. Ask an administrator for a new one.',
}

/** 410: the link no longer works. `reason` says why. */
export class LinkIsDead extends LakeError {
  readonly reason: DeadLink

  constructor(reason: DeadLink) {
    super(410, 'signInLink', SENTENCES[reason])
    this.name = 'LinkIsDead'
    this.reason = reason
  }
}

export interface Links {
  /** Creates a link for the account. Its older links stop working. */
  create(userId: string): {secret: string; expiresAt: number}
  /** The ID of the link's account. Does not use the link up. Throws `LinkIsDead`. */
  owner(secret: string): string
  /**
   * Uses the link up and returns the ID of its account. Throws `LinkIsDead`, also for the second of
   * two simultaneous requests.
   */
  consume(secret: string): string
  voidAllOf(userId: string): void
  /** For each person, when their link expires (milliseconds). */
  overview(): Map<string, number>
}

export interface LinksOptions {
  database: DatabaseSync
  clock: Clock
  randomBytes: RandomBytes
}

/** Prepares the statements once. */
export function createLinks({database, clock, randomBytes}: LinksOptions): Links {
  const insert = prepareWrite(
    database,
    'INSERT INTO sign_in_links (token_hash, user_id, expires_at) VALUES (?, ?, ?)',
  )
  const select = database.prepare(
    `SELECT l.user_id, l.expires_at, l.used_at, u.disabled FROM sign_in_links l
     JOIN users u ON u.id = l.user_id WHERE l.token_hash = ?`,
  )
  const use = prepareWrite(
    database,
    'UPDATE sign_in_links SET used_at = ? WHERE token_hash = ? AND used_at IS NULL',
  )
  const spend = prepareWrite(
    database,
    'UPDATE sign_in_links SET used_at = ? WHERE user_id = ? AND used_at IS NULL',
  )

  const unused = database.prepare(
    'SELECT user_id, expires_at FROM sign_in_links WHERE used_at IS NULL AND expires_at > ?',
  )

  const owner = (secret: string): string => {
    const row = select.get(hashSecret(secret))
    if (!row) throw new LinkIsDead('unknown')
    if (row.used_at !== null || row.disabled === 1) throw new LinkIsDead('used')
    if (Number(row.expires_at) <= clock()) throw new LinkIsDead('expired')
    return String(row.user_id)
  }
  const voidAllOf = (userId: string): void => void spend.run(clock(), userId)

  return {
    create(userId) {
      voidAllOf(userId)
      const secret = newSecret(randomBytes)
      const expiresAt = clock() + LINK_LIFETIME
      insert.run(hashSecret(secret), userId, expiresAt)
      return {secret, expiresAt}
    },
    owner,
    consume(secret) {
      const userId = owner(secret)
      if (use.run(clock(), hashSecret(secret)).changes === 0) throw new LinkIsDead('used')
      return userId
    },
    voidAllOf,
    overview: () =>
      new Map(unused.all(clock()).map((row) => [String(row.user_id), Number(row.expires_at)])),
  }
}
