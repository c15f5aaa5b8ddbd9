// Ways to sign in: e-mail address with password, a link that sets a password, or a trusted identity
// provider.
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import type {Product} from '../product.ts'
import {inTransaction} from '../store/database.ts'
import type {SignInThrottle} from './sign-in-throttle.ts'
import type {Identities} from './identities.ts'
import type {Links} from './links.ts'
import {checkPassword, hashPassword, verifyPassword} from './passwords.ts'
import type {Sessions} from './sessions.ts'
import type {SsoPerson} from './sso.ts'
import type {User, Users} from './users.ts'

/** 401 for a wrong e-mail address or password. The message does not say which. */
export class SignInRefused extends LakeError {
  constructor(description = 'The e-mail address or the password is wrong.') {
    super(401, 'signInRefused', description)
    this.name = 'SignInRefused'
  }
}

const DISABLED = 'This account is disabled. Ask an administrator.'

export interface SignedIn {
  user: User
  /** Goes into the cookie. */
  secret: string
  credential: string
}

export interface SignIn {
  /** Throws `TooManyAttempts` or `SignInRefused`. `address` is the client's IP address. */
  withPassword(given: {email: string; password: string; address: string}): Promise<SignedIn>
  /** The link's account. Does not use the link up. Throws `LinkIsDead`. */
  ownerOfLink(secret: string): User
  /**
   * Uses the link up, sets the password, ends the person's other sessions and starts a new one.
   * Throws `LinkIsDead`, or `BadRequest` for a weak password: then the link still works.
   */
  withLink(given: {secret: string; password: string}): Promise<SignedIn>
  /**
   * Signs in a person whom a trusted provider names. At the first sign-in the confirmed address
   * selects the account. Later sign-ins use the provider's subject. Throws `SignInRefused` if the
   * address is not confirmed, has no account, or belongs to an account that is disabled or bound to
   * another person.
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
  product: Pick<Product, 'place' | 'hints'>
}

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
      // Checked again: the account may have been disabled while the password was verified.
      if (users.get(user.id)?.disabled !== false) {
        throw new SignInRefused(DISABLED)
      }
      return start(user)
    },
    ownerOfLink,
    async withLink({secret, password}) {
      checkPassword(password, ownerOfLink(secret).email)
      const hash = await hashPassword(password)
      // Together: who had the old password is signed out, or nothing has changed.
      return inTransaction(database, () => {
        const owner = ownerOfLink(secret)
        links.consume(secret)
        users.setPasswordHash(owner.id, hash)
        sessions.endAllOf(owner.id)
        return start(owner)
      })
    },
    withIdentity: (person) => start(inTransaction(database, () => accountOf(person, options))),
  }
}

/**
 * The account of a person whom a provider names. The first sign-in binds the account to the
 * identity.
 */
function accountOf(person: SsoPerson, {users, identities, product}: SignInOptions): User {
  const {issuer, subject} = person
  const identity = {issuer, subject}
  const known = identities.ownerOf(identity)
  if (known !== null) return enabled(users.get(known))
  const email = confirmedEmail(person, product)
  const found = users.byEmail(email)
  if (!found) {
    throw new SignInRefused(
      `${email} has no account in this ${product.place}. Ask an administrator for one.`,
    )
  }
  enabled(found)
  // The address now belongs to another person. The account does not.
  if (identities.isTaken(found.id, issuer)) {
    throw new SignInRefused(
      `The account of ${email} is used by another person of the sign-in service. Ask an administrator.`,
    )
  }
  identities.bind(found.id, identity)
  return found
}

function enabled(user: User | null): User {
  if (!user || user.disabled) throw new SignInRefused(DISABLED)
  return user
}

/** The address that selects the account at a person's first sign-in. */
function confirmedEmail({email, isConfirmed}: SsoPerson, {hints}: Pick<Product, 'hints'>): string {
  if (email === null) {
    throw new SignInRefused(
      'The sign-in service did not send your e-mail address. Tell an administrator.',
    )
  }
  if (isConfirmed === false) {
    throw new SignInRefused(`The sign-in service has not confirmed that ${email} is your address.`)
  }
  if (isConfirmed === null) {
    throw new SignInRefused(
      `The sign-in service does not say whether it has confirmed that ${email} is your address. Tell an administrator: where it confirms every address, ${hints.trustEmail}.`,
    )
  }
  return email
}
