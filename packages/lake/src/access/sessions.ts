// Table `sessions`: who is signed in. The cookie has the secret, the table its hash.
import type {DatabaseSync} from 'node:sqlite'
import {withoutWaiting, prepareWrite} from '../store/database.ts'
import type {Clock} from '../types.ts'
import type {Revocations} from './revocations.ts'
import {hashSecret, newSecret, type RandomBytes} from './secrets.ts'

const HOUR = 60 * 60 * 1000
/** A session ends so many milliseconds after its last use. */
export const SESSION_LIFETIME = 14 * 24 * HOUR
/** The use of a session is written at most this often. */
const EXTEND_EVERY = HOUR
/** Old rows are deleted: an unknown cookie is answered like that of an ended session. */
const FORGET_AFTER = 30 * 24 * HOUR

/** A session together with what a request needs of its person. */
export interface FoundSession {
  credential: string
  userId: string
  email: string
  name: string
  roles: string[]
  /** Not ended, not expired, and the account is not disabled. */
  live: boolean
  expiresAt: number
}

export interface Sessions {
  /** Begins a session. The secret is answered here and never again. */
  start(userId: string): {secret: string; credential: string; expiresAt: number}
  find(secret: string): FoundSession | null
  findByCredential(credential: string): FoundSession | null
  /** Extends the session by the full lifetime; writes at most once an hour. */
  extend(session: FoundSession): void
  /** Ends one session. Ending an ended one changes nothing. */
  end(credential: string): void
  endAllOf(userId: string): void
  liveCredentialsOf(userId: string): string[]
  /** By person: how many are open, and when one was last used, to the hour (milliseconds). */
  overview(): Map<string, {open: number; lastSeenAt: number}>
}

export interface SessionsOptions {
  database: DatabaseSync
  clock: Clock
  randomBytes: RandomBytes
  revocations: Revocations
}

const PREFIX = 'session:'

/** Prepares the statements once; `find` runs on every request. */
export function createSessions(options: SessionsOptions): Sessions {
  return {...sessionFinder(options), ...sessionWriter(options)}
}

function sessionFinder({
  database,
  clock,
}: SessionsOptions): Pick<
  Sessions,
  'find' | 'findByCredential' | 'liveCredentialsOf' | 'overview'
> {
  const select = database.prepare(
    `SELECT s.token_hash, s.expires_at, s.ended_at, u.id, u.email, u.name, u.roles, u.disabled
     FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ?`,
  )
  const open = database.prepare(
    'SELECT token_hash FROM sessions WHERE user_id = ? AND ended_at IS NULL AND expires_at > ?',
  )
  const summary = database.prepare(
    `SELECT user_id, MAX(expires_at) AS latest, SUM(ended_at IS NULL AND expires_at > ?) AS open
     FROM sessions GROUP BY user_id`,
  )
  const findHash = (hash: string): FoundSession | null => {
    const row = select.get(hash)
    return row ? toSession(row, clock()) : null
  }
  return {
    find: (secret) => findHash(hashSecret(secret)),
    findByCredential: (credential) =>
      credential.startsWith(PREFIX) ? findHash(hashIn(credential)) : null,
    liveCredentialsOf: (userId) =>
      open.all(userId, clock()).map((row) => PREFIX + String(row.token_hash)),
    overview: () =>
      new Map(
        summary.all(clock()).map(({user_id, latest, open}) => [
          String(user_id),
          // Each use extends the session by its whole lifetime.
          {open: Number(open), lastSeenAt: Number(latest) - SESSION_LIFETIME},
        ]),
      ),
  }
}

function sessionWriter(
  options: SessionsOptions,
): Pick<Sessions, 'start' | 'extend' | 'end' | 'endAllOf'> {
  const {database, clock, randomBytes, revocations} = options
  const insert = prepareWrite(
    database,
    'INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)',
  )
  const prolong = prepareWrite(database, 'UPDATE sessions SET expires_at = ? WHERE token_hash = ?')
  const finish = prepareWrite(
    database,
    'UPDATE sessions SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL',
  )
  const finishAll = prepareWrite(
    database,
    `UPDATE sessions SET ended_at = ?1
     WHERE user_id = ?2 AND ended_at IS NULL AND expires_at > ?1 RETURNING token_hash`,
  )
  const forget = prepareWrite(database, 'DELETE FROM sessions WHERE expires_at < ?')
  return {
    start(userId) {
      const now = clock()
      forget.run(now - FORGET_AFTER)
      const secret = newSecret(randomBytes)
      const hash = hashSecret(secret)
      const expiresAt = now + SESSION_LIFETIME
      insert.run(hash, userId, now, expiresAt)
      return {secret, credential: PREFIX + hash, expiresAt}
    },
    extend(session) {
      const expiresAt = clock() + SESSION_LIFETIME
      if (expiresAt - session.expiresAt < EXTEND_EVERY) return
      try {
        withoutWaiting(database, () => prolong.run(expiresAt, hashIn(session.credential)))
      } catch {
        // Another process is writing (an import): the next request extends it.
      }
    },
    end(credential) {
      const {changes} = finish.run(clock(), hashIn(credential))
      if (changes > 0) revocations.announce(credential)
    },
    endAllOf(userId) {
      for (const {token_hash} of finishAll.all(clock(), userId)) {
        revocations.announce(PREFIX + String(token_hash))
      }
    },
  }
}

const hashIn = (credential: string): string => credential.slice(PREFIX.length)

function toSession(row: Record<string, unknown>, now: number): FoundSession {
  const expiresAt = Number(row['expires_at'])
  return {
    credential: PREFIX + String(row['token_hash']),
    userId: String(row['id']),
    email: String(row['email']),
    name: String(row['name']),
    roles: JSON.parse(String(row['roles'])) as string[],
    live: row['ended_at'] === null && row['disabled'] === 0 && expiresAt > now,
    expiresAt,
  }
}
