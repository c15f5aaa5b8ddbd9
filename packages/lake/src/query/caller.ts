// The callers that wait for a result, and how urgent they make its query.
import {isReader} from '../grants.ts'
import {networkOf} from '../network-of.ts'
import type {Actor} from '../types.ts'

/** The most urgent first. `site`: the product's own front ends. `stranger`: anonymous callers. */
export const LANES = ['staff', 'site', 'stranger'] as const
export type Lane = (typeof LANES)[number]

export interface Caller {
  lane: Lane
  /** Callers of one party share their time: a person, a token, an address. */
  party: string
}

/** Where a query comes from. */
interface Origin {
  /** The client's address. */
  address?: string
  /** Whether the caller is a front end in this process. */
  isInProcess?: boolean
}

/**
 * A token with a reader's role belongs to a front end that the staff has set up. Any other caller without an account is
 * identified by its address.
 */
export function callerOf(actor: Actor, {address, isInProcess = false}: Origin = {}): Caller {
  const {id, kind} = actor
  if (kind === 'user' || kind === 'system') return {lane: 'staff', party: id}
  if (kind === 'token') return {lane: isReader(actor) ? 'site' : 'staff', party: id}
  if (isInProcess) return {lane: 'site', party: 'site'}
  return {lane: 'stranger', party: address === undefined ? id : networkOf(address)}
}

/** All callers that wait for the same answer. The most urgent of them decides its lane. */
export class Callers {
  readonly #parties = new Map<string, {caller: Caller; count: number}>()
  #lane: Lane
  /** Called when a caller comes or leaves. */
  onChanged: () => void = () => {}

  constructor(first: Caller) {
    this.#lane = first.lane
    this.#parties.set(first.party, {caller: first, count: 1})
  }

  add(caller: Caller): void {
    const count = this.#parties.get(caller.party)?.count ?? 0
    this.#parties.set(caller.party, {caller, count: count + 1})
    if (LANES.indexOf(caller.lane) < LANES.indexOf(this.#lane)) this.#lane = caller.lane
    this.onChanged()
  }

  /** Reverts one `add`. A query without callers is not evaluated. */
  leave({party}: Caller): void {
    const known = this.#parties.get(party)
    if (!known) return
    if (known.count > 1) known.count -= 1
    else this.#parties.delete(party)
    const lanes = new Set([...this.#parties.values()].map(({caller}) => caller.lane))
    this.#lane = LANES.find((lane) => lanes.has(lane)) ?? this.#lane
    this.onChanged()
  }

  get isEmpty(): boolean {
    return this.#parties.size === 0
  }

  get lane(): Lane {
    return this.#lane
  }

  /** Of the callers of the most urgent lane. */
  get parties(): string[] {
    return [...this.#parties.values()].flatMap(({caller: {lane, party}}) =>
      lane === this.#lane ? [party] : [],
    )
  }
}
