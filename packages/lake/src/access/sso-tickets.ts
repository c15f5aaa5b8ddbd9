// State of a sign-in while the browser is at the provider. A signed cookie keeps it, so the server
// stores only which were used. It is bound to the browser, so another person's response cannot sign somebody in.
import {createHmac, timingSafeEqual} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import type {Clock} from '../types.ts'
import type {Once} from './once.ts'
import type {RandomBytes} from './secrets.ts'
import {signingKey} from './signing-key.ts'

export interface SsoTicket {
  state: string
  nonce: string
  verifier: string
  /** Where the browser goes afterwards. */
  target: string
}

export interface SsoTickets {
  /**
   * Name and value of a cookie. Each sign-in has its own cookie, so two windows can sign in at the
   * same time.
   */
  issue(ticket: SsoTicket): {name: string; value: string; maxAgeSeconds: number}
  /** Null if this browser has no ticket for `state`, or the ticket is too old or used. */
  redeem(state: string, valueOf: (name: string) => string | undefined): SsoTicket | null
}

const LIFETIME = 10 * 60_000

/**
 * The format of `newSecret`. Any other value is unknown and must not be part of a cookie's name.
 */
const STATE = /^[\w-]{43}$/

/** Key in the table `settings`. */
const KEY = 'sso.key'

export function createSsoTickets({
  database,
  once,
  clock,
  randomBytes,
  prefix,
}: {
  database: DatabaseSync
  once: Pick<Once, 'spend'>
  clock: Clock
  randomBytes: RandomBytes
  /** Prefix of the cookies' names, as `Product.prefix`. */
  prefix: string
}): SsoTickets {
  const key = signingKey({database, randomBytes}, KEY)
  const nameFor = (state: string): string => `${prefix}_sso_${state.slice(0, 8)}`
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()

  const read = (value: string): (SsoTicket & {until: number}) | null => {
    const [text = '', mac = ''] = value.split('.')
    const [given, expected] = [Buffer.from(mac, 'base64url'), sign(text)]
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as SsoTicket & {until: number}
  }

  return {
    issue(ticket) {
      const text = Buffer.from(JSON.stringify({...ticket, until: clock() + LIFETIME})).toString(
        'base64url',
      )
      const value = `${text}.${sign(text).toString('base64url')}`
      return {name: nameFor(ticket.state), value, maxAgeSeconds: LIFETIME / 1000}
    },
    redeem(state, valueOf) {
      if (!STATE.test(state)) return null
      const ticket = read(valueOf(nameFor(state)) ?? '')
      if (!ticket || ticket.state !== state || ticket.until <= clock()) return null
      return once.spend(`sso:${state}`, ticket.until) ? ticket : null
    },
  }
}
