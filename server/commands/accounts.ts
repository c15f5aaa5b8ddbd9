// What the commands on people share: finding an account, making a link.
import {userInfo} from 'node:os'
import type {Access, User} from '@copydesk/lake/access'
import {serverOf} from '@copydesk/lake/data-folder'
import {OperatorError} from '@copydesk/lake/errors'
import type {Manager} from '@copydesk/lake/types'
import {originOf, readEnvironment} from '../environment.ts'

/** By e-mail address or id. Throws an `OperatorError`. */
export function findAccount(access: Access, given: string): User {
  const user = access.users.byEmail(given) ?? access.users.get(given)
  if (user) return user
  throw new OperatorError(
    `There is no account ${given}. "npm run copydesk -- user list" shows who there is.`,
  )
}

/** Where the secret of an invitation is used. */
export const signInLink = ({secret}: {secret: string}, {origin}: {origin: string}): string =>
  `${origin}/sign-in/${secret}`

/** Who runs this command: *People* shows what commands did to accounts, too. */
export function machineUser(): Manager {
  try {
    return {machineUser: userInfo().username}
  } catch {
    // In a container the user may have no name.
    return {machineUser: `user ${process.getuid?.() ?? 'unknown'}`}
  }
}

export interface NewsroomAddress {
  origin: string
  /** No server has told it: PORT, HOST and PUBLIC_URL say so. */
  isAssumed: boolean
}

/** The address of the folder's newsroom: its running server's, or else what the settings come to. */
export function newsroomAddress(dataFolder: string): NewsroomAddress {
  const server = serverOf(dataFolder)
  return {origin: server?.origin ?? originOf(readEnvironment()), isAssumed: server === null}
}

/** False where PASSWORD_SIGN_IN=off: then links open nothing. */
export const hasPasswords = (): boolean => readEnvironment().passwordSignIn !== 'off'

/** The link goes to stdout, what a person must know about it to stderr. */
export function showLink(link: string, {origin, isAssumed}: NewsroomAddress): void {
  console.log(link)
  console.error(
    'The link works once, for 24 hours, while the server runs. Opening it does not use it up; setting the password does.',
  )
  if (!isAssumed) return
  console.error(
    `No server runs on this data folder: the link assumes that it will be at ${origin}. If it will be elsewhere, set PORT, HOST or PUBLIC_URL for this command, too.`,
  )
}
