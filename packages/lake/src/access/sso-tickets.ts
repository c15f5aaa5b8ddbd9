// What a browser keeps while its person is at the provider: signed, so that the server keeps nothing of
// who merely began, and bound to this browser, so that nobody is signed in by somebody else's answer.
import {createHmac, timingSafeEqual} from 'node:crypto'
import type {Clock} from '../types.ts'
import type {RandomBytes} from './secrets.ts'

export interface SsoTicket {
  state: string
  nonce: string
  verifier: string
  /** Where the person goes afterwards. */
  target: string
}

export interface SsoTickets {
  /** Name and value of a cookie. Each sign-in has one of its own: two windows do not disturb each other. */
  issue(ticket: SsoTicket): {name: string; value: string; maxAgeSeconds: number}
  /** Null where this browser has none for `state`, or it is too old or was used. */
  redeem(state: string, valueOf: (name: string) => string | undefined): SsoTicket | null
}

const LIFETIME = 10 * 60_000
/** Of tickets that were used and are not too old yet. */
const MOST_USED = 50_000

/** As `newSecret` draws one: anything else in an answer is nobody's, and no part of a cookie's name. */
const STATE = /^[\w-]{43}$/

/** The key is this process's own: a sign-in does not outlast a restart. */
export function createSsoTickets({
  clock,
  randomBytes,
  prefix,
}: {
  clock: Clock
  randomBytes: RandomBytes
  /** Begins the cookies' names, as `Product.prefix`. */
  prefix: string
}): SsoTickets {
  const key = randomBytes(32)
  const nameFor = (state: string): string => `${prefix}_sso_${state.slice(0, 8)}`
  const used = new Map<string, number>()
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()

  const read = (value: string): (SsoTicket & {until: number}) | null => {
    const [text = '', mac = ''] = value.split('.')
    const [given, expected] = [Buffer.from(mac, 'base64url'), sign(text)]
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as SsoTicket & {until: number}
  }
  const spend = (state: string, until: number): void => {
    for (const [oldest, end] of used) {
      if (end > clock() && used.size < MOST_USED) break
      used.delete(oldest)
    }
    used.set(state, until)
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
      if (!ticket || ticket.state !== state || ticket.until <= clock() || used.has(state)) {
        return null
      }
      spend(state, ticket.until)
      return ticket
    },
  }
}
