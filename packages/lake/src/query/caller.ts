// Who waits for an answer, and how urgent that makes it.
import {isReader} from '../grants.ts'
import {networkOf} from '../network-of.ts'
import type {Actor} from '../types.ts'

/** The most urgent first. `site`: the product's own front ends. `stranger`: anybody. */
export const LANES = ['staff', 'site', 'stranger'] as const
export type Lane = (typeof LANES)[number]

export interface Caller {
  lane: Lane
  /** Callers of one party share their time: a person, a token, an address. */
  party: string
}

/** What is known of a request besides who sent it. */
interface Origin {
  /** The address of the client. */
  address?: string
  /** The request comes from the reading site of this process. */
  isSite?: boolean
}

/**
 * A reader's token is a front end that somebody of the staff has set up. Everybody else without an account
 * is known by the address only.
 */
export function callerOf(actor: Actor, {address, isSite = false}: Origin = {}): Caller {
  const {id, kind} = actor
  if (kind === 'user' || kind === 'system') return {lane: 'staff', party: id}
  if (kind === 'token') return {lane: isReader(actor) ? 'site' : 'staff', party: id}
  if (isSite) return {lane: 'site', party: 'site'}
  return {lane: 'stranger', party: address === undefined ? id : networkOf(address)}
}

/** Everybody who waits for the same answer. It is as urgent as for the most urgent of them. */
export class Callers {
  readonly #parties = new Map<string, Caller>()
  #lane: Lane
  /** Called for each caller that comes later. */
  onAdded: () => void = () => {}

  constructor(first: Caller) {
    this.#lane = first.lane
    this.#parties.set(first.party, first)
  }

  add(caller: Caller): void {
    this.#parties.set(caller.party, caller)
    if (LANES.indexOf(caller.lane) < LANES.indexOf(this.#lane)) this.#lane = caller.lane
    this.onAdded()
  }

  get lane(): Lane {
    return this.#lane
  }

  /** Of the callers of the most urgent lane. */
  get parties(): string[] {
    return [...this.#parties.values()].flatMap(({lane, party}) =>
      lane === this.#lane ? [party] : [],
    )
  }
}
