// The ways in: e-mail address with password, a link that sets one, or the word of a provider that is
// trusted here.
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import {inTransaction} from '../store/database.ts'
import type {SignInThrottle} from './sign-in-throttle.ts'
import type {Identities} from './identities.ts'
import type {Links} from './links.ts'
import {checkPassword, hashPassword, verifyPassword} from './passwords.ts'
import type {Sessions} from './sessions.ts'
import type {SsoPerson} from './sso.ts'
import type {User, Users} from './users.ts'

/** 401 after a wrong e-mail address or password; it does not say which. */
export class SignInRefused extends LakeError {
  constructor(description = 'The e-mail address or the password is wrong.') {
    super(401, 'signInRefused', description)
    this.name = 'SignInRefused'
  }
}

const DISABLED = 'This account is disabled. Ask an administrator.'

export interface SignedIn {
  user: User
  /** For the cookie. */
  secret: string
  credential: string
}

export interface SignIn {
  /** Throws `TooManyAttempts` or `SignInRefused`. `address` is where the request comes from. */
  withPassword(given: {email: string; password: string; address: string}): Promise<SignedIn>
  /** Whose link it is, without using it up. Throws `LinkIsDead`. */
  ownerOfLink(secret: string): User
  /**
   * Uses the link up, sets the password, ends the person's other sessions and begins a new one.
   * Throws `BadRequest` for a poor password (the link stays good) or `LinkIsDead`.
   */
  withLink(given: {secret: string; password: string}): Promise<SignedIn>
  /**
   * Lets in whom a trusted provider names. The first time their confirmed address decides whose account
   * it is, from then on who they are there, whatever their address is. Throws `SignInRefused` where the
   * address is not confirmed, nobody has it here, somebody else has signed in to the account, or it is
   * disabled.
   */
  withIdentity(person: SsoPerson): SignedIn
}

export interface SignInOptions {
  database: DatabaseSync
  users: Users
  sessions: Sessions
  links: Links
  throttle: SignInThrottle
  identities: Identities
  /** What people sign in to, as `Product.place`. */
  place: string
}

/** Joins what the tables know into the ways in. */
export function createSignIn(options: SignInOptions): SignIn {
  const {database, users, sessions, links, throttle} = options
  const start = (user: User): SignedIn => {
    const {secret, credential} = sessions.start(user.id)
    return {user, secret, credential}
  }
  const ownerOfLink = (secret: string): User => {
    const user = users.get(links.owner(secret))
    if (!user) throw new SignInRefused('The account of this link no longer exists.')
    return user
  }
  return {
    async withPassword({email, password, address}) {
      const attempt = throttle.begin({email, address})
      const user = users.byEmail(email)
      const right = await verifyPassword(password, user && users.passwordHash(user.id))
      if (!user || !right) throw new SignInRefused()
      attempt.succeeded()
      // Asked again: somebody may have disabled the account while the password was verified.
      if (users.get(user.id)?.disabled !== false) {
        throw new SignInRefused(DISABLED)
      }
      return start(user)
    },
    ownerOfLink,
    async withLink({secret, password}) {
      checkPassword(password, ownerOfLink(secret).email)
      const hash = await hashPassword(password)
      const user = inTransaction(database, () => {
        const owner = ownerOfLink(secret)
        links.consume(secret)
        users.setPasswordHash(owner.id, hash)
        return owner
      })
      sessions.endAllOf(user.id)
      return start(user)
    },
    withIdentity: (person) => start(inTransaction(database, () => accountOf(person, options))),
  }
}

/** The account of a person whom a provider names. The first sign-in binds it to their identity there. */
function accountOf(person: SsoPerson, {users, identities, place}: SignInOptions): User {
  const {issuer, subject} = person
  const identity = {issuer, subject}
  const known = identities.ownerOf(identity)
  if (known !== null) return enabled(users.get(known))
  const email = confirmedEmail(person)
  const found = users.byEmail(email)
  if (!found) {
    throw new SignInRefused(
      `${email} has no account in this ${place}. Ask an administrator for one.`,
    )
  }
  enabled(found)
  // The address went on to somebody else: the account did not.
  if (identities.isTaken(found.id, issuer)) {
    throw new SignInRefused(
      `The account of ${email} belongs to somebody whom the sign-in service knows as another person. Ask an administrator.`,
    )
  }
  identities.bind(found.id, identity)
  return found
}

function enabled(user: User | null): User {
  if (!user || user.disabled) throw new SignInRefused(DISABLED)
  return user
}

/** The address by which a person's first sign-in finds their account. */
function confirmedEmail({email, isConfirmed}: SsoPerson): string {
  if (email === null) {
    throw new SignInRefused(
      'The sign-in service did not say your e-mail address. Tell an administrator.',
    )
  }
  if (isConfirmed === false) {
    throw new SignInRefused(`The sign-in service has not confirmed that ${email} is your address.`)
  }
  if (isConfirmed === null) {
    throw new SignInRefused(
      `The sign-in service does not say whether it has confirmed that ${email} is your address. Tell an administrator: where it confirms every address, the setting OIDC_TRUST_EMAIL=on lets you in.`,
    )
  }
  return email
}
