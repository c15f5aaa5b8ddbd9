// Table `sign_in_attempts`: limits how often a password can be guessed.
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import {networkOf} from '../network-of.ts'
import type {Clock} from '../types.ts'
import {hashSecret} from './secrets.ts'
import {normalEmail} from './users.ts'
import {prepareWrite} from '../store/database.ts'

const WINDOW = 15 * 60 * 1000
/** Failures for one account, from all addresses together. */
const PER_ACCOUNT = 10
/** Failures from one address. An office can share one address, so this limit is higher. */
const PER_ADDRESS = 30

/** 429, with the seconds until the next attempt is allowed. */
export class TooManyAttempts extends LakeError {
  readonly retryAfter: number

  constructor(retryAfter: number) {
    const minutes = Math.max(1, Math.ceil(retryAfter / 60))
    super(
      429,
      'tooManyAttempts',
      `Too many attempts to sign in. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      {},
      {retryAfter},
    )
    this.name = 'TooManyAttempts'
    this.retryAfter = retryAfter
  }
}

export interface SignInThrottle {
  /**
   * Counts an attempt before its password is verified, so that parallel attempts count too. Throws
   * `TooManyAttempts`. Call `succeeded` if the password is right: it resets the account's count and
   * removes the attempt from the address's count.
   */
  begin(attempt: {email: string; address: string}): {succeeded(): void}
}

/** Prepares the statements once. */
export function createSignInThrottle(database: DatabaseSync, clock: Clock): SignInThrottle {
  const insert = prepareWrite(database, 'INSERT INTO sign_in_attempts (key, at) VALUES (?, ?)')
  const recent = database.prepare(
    'SELECT at FROM sign_in_attempts WHERE key = ? AND at > ? ORDER BY at DESC LIMIT ?',
  )
  const forgetOld = prepareWrite(database, 'DELETE FROM sign_in_attempts WHERE at <= ?')
  const forgetKey = prepareWrite(database, 'DELETE FROM sign_in_attempts WHERE key = ?')
  const forgetOne = prepareWrite(database, 'DELETE FROM sign_in_attempts WHERE id = ?')

  const check = (key: string, limit: number): void => {
    const times = recent.all(key, clock() - WINDOW, limit)
    if (times.length < limit) return
    const free = Number(times.at(-1)?.at) + WINDOW
    throw new TooManyAttempts(Math.max(1, Math.ceil((free - clock()) / 1000)))
  }

  return {
    begin({email, address}) {
      // Hashed, because people sometimes type a password into this field.
      const account = `account:${hashSecret(normalEmail(email))}`
      const place = `address:${networkOf(address)}`
      forgetOld.run(clock() - WINDOW)
      check(account, PER_ACCOUNT)
      check(place, PER_ADDRESS)
      insert.run(account, clock())
      const {lastInsertRowid} = insert.run(place, clock())
      return {
        succeeded() {
          forgetKey.run(account)
          forgetOne.run(lastInsertRowid)
        },
      }
    },
  }
}
