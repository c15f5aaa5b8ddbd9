// What the commands on people share: finding an account, making a link.
import type {Access} from '../../lake/access/access.ts'
import type {User} from '../../lake/access/users.ts'
import {OperatorError, originOf, readEnvironment} from '../environment.ts'

/** By e-mail address or id. Throws an `OperatorError`. */
export function findAccount(access: Access, given: string): User {
  const user = access.users.byEmail(given) ?? access.users.get(given)
  if (user) return user
  throw new OperatorError(
    `There is no account ${given}. "npm run copydesk -- user list" shows who there is.`,
  )
}

/** A new one-time link. Older ones of the same account no longer open anything. */
export function newSignInLink(access: Access, userId: string, origin = ownOrigin()): string {
  return `${origin}/sign-in/${access.links.create(userId).secret}`
}

/** The server's address as HOST, PORT and PUBLIC_URL say. */
export const ownOrigin = (): string => originOf(readEnvironment())

/** False where PASSWORD_SIGN_IN=off: then links open nothing. */
export const hasPasswords = (): boolean => readEnvironment().passwordSignIn !== 'off'

/** Told beside every link, on stderr. */
export const LINK_NOTE =
  'The link works once, for 24 hours, while the server runs. Opening it does not use it up; setting the password does.'
