// What the commands on people share: finding an account, making a link.
import {userInfo} from 'node:os'
import type {AccountManager} from '../../lake/access/account-events.ts'
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

/** Where the secret of an invitation is used. */
export const signInLink = ({secret}: {secret: string}, origin = ownOrigin()): string =>
  `${origin}/sign-in/${secret}`

/** Who runs this command: *People* shows what commands did to accounts, too. */
export function machineUser(): AccountManager {
  try {
    return {machineUser: userInfo().username}
  } catch {
    // In a container the user may have no name.
    return {machineUser: `user ${process.getuid?.() ?? 'unknown'}`}
  }
}

/** The server's address as HOST, PORT and PUBLIC_URL say. */
export const ownOrigin = (): string => originOf(readEnvironment())

/** False where PASSWORD_SIGN_IN=off: then links open nothing. */
export const hasPasswords = (): boolean => readEnvironment().passwordSignIn !== 'off'

/** Told beside every link, on stderr. */
export const LINK_NOTE =
  'The link works once, for 24 hours, while the server runs. Opening it does not use it up; setting the password does.'
