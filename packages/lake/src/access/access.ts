// Authentication: accounts, sessions, links, tokens and origins over one database.
import {randomBytes as cryptoRandomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {LAKE_PRODUCT, type Product} from '../product.ts'
import type {Clock} from '../types.ts'
import {createAccountEvents} from './account-events.ts'
import {createSignInThrottle} from './sign-in-throttle.ts'
import {createAuthentication, type Authentication, type OpenShare} from './authenticate.ts'
import {createSessionCookie, type SessionCookie} from './cookie.ts'
import {createDatasets, type Datasets} from './datasets.ts'
import {createRevocations, type Revocations} from './revocations.ts'
import {createHandovers, type Handovers} from './handovers.ts'
import {createOnce} from './once.ts'
import {createSsoTickets, type SsoTickets} from './sso-tickets.ts'
import {createIdentities, type Identities} from './identities.ts'
import {createLinks, type Links} from './links.ts'
import {createOrigins, type Origins} from './origins.ts'
import {createShareTokens, type ShareTokens} from './share-tokens.ts'
import {createPeople, type People} from './people.ts'
import type {RandomBytes} from './secrets.ts'
import {createSessions, type Sessions} from './sessions.ts'
import {createSettings, type Settings} from './settings.ts'
import {createSignIn, type SignIn} from './sign-in.ts'
import {createTokens, type Tokens} from './tokens.ts'
import {createUsers, type Users} from './users.ts'

export interface Access extends Authentication {
  users: Users
  people: People
  sessions: Sessions
  cookie: SessionCookie
  links: Links
  signIn: SignIn
  identities: Identities
  tokens: Tokens
  shareTokens: ShareTokens
  cors: Origins
  settings: Settings
  datasets: Datasets
  handovers: Handovers
  ssoTickets: SsoTickets
  /**
   * Calls `listener` when a credential's streams must end: its session ended, its token was revoked
   * or its account got another role. Only changes by this process are announced. To learn of
   * others, call `liveCredential` from time to time. Returns a function that removes the listener.
   */
  onRevoked: Revocations['onRevoked']
  /** Removes all listeners. It does not close the database. */
  close(): void
}

export interface AccessOptions {
  /** A writable database from `openDatabase`. */
  database: DatabaseSync
  clock: Clock
  /** All roles that an account or a token can have. */
  roleNames: readonly string[]
  /** The roles that a person can have. By default all. */
  staffRoles?: readonly string[] | undefined
  /** The roles that may manage people. */
  managerRoles?: readonly string[]
  /** Without it, no share token is valid. */
  openShare?: OpenShare
  /** The name of the session cookie, and names and hints in messages. */
  product?: Pick<Product, 'prefix' | 'place' | 'hints'>
  randomBytes?: RandomBytes
}

/**
 * Prepares every statement once.
 * @example
 * const access = createAccess({database, clock: Date.now, roleNames: ['editor']})
 * const actor = access.authenticate({authorization: 'Bearer cd_…'})
 */
export function createAccess(options: AccessOptions): Access {
  const {database, clock, roleNames, randomBytes = cryptoRandomBytes} = options
  const {staffRoles = roleNames, managerRoles = [], openShare = () => null} = options
  const {product = LAKE_PRODUCT} = options
  const shared = {database, clock, randomBytes}
  const revocations = createRevocations()
  const sessions = createSessions({...shared, revocations})
  const links = createLinks(shared)
  const users = createUsers({...shared, roleNames: staffRoles, sessions, links, revocations})
  const tokens = createTokens({...shared, roleNames, revocations})
  const shareTokens = createShareTokens({database, randomBytes})
  const throttle = createSignInThrottle(database, clock)
  const identities = createIdentities(database, clock)
  const cookie = createSessionCookie(product.prefix)
  const once = createOnce(database, clock)
  return {
    users,
    people: createPeople({
      database,
      users,
      sessions,
      links,
      identities,
      events: createAccountEvents(database, clock),
      managerRoles,
    }),
    sessions,
    cookie,
    links,
    signIn: createSignIn({database, users, sessions, links, throttle, identities, product}),
    identities,
    tokens,
    shareTokens,
    cors: createOrigins(database, clock),
    settings: createSettings(database),
    datasets: createDatasets(database, clock),
    handovers: createHandovers(once, clock, randomBytes),
    ssoTickets: createSsoTickets({...shared, once, prefix: product.prefix}),
    ...createAuthentication({sessions, tokens, shareTokens, openShare, cookie}),
    onRevoked: revocations.onRevoked,
    close: revocations.close,
  }
}
