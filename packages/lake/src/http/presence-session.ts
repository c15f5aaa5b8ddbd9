// What one connection of presence has said: its person, its place in the room, and its subscriptions. Answers calls
// of the protocol of `@sanity/bifur-client`.
import {parseLocations} from '../presence/locations.ts'
import type {Member, PresenceRoom} from '../presence/room.ts'
import type {Actor} from '../types.ts'
import type {FrameBudget} from './frame-budget.ts'
import {resultText, RpcError, type RpcCall} from './json-rpc.ts'
import {isRecord} from '../is-record.ts'

export interface PresenceSessionOptions {
  room: PresenceRoom
  dataset: string
  /** Null for a credential that may not take part. */
  authenticate: (authorization: string) => Actor | null
  budget: FrameBudget
  send: (text: string) => void
}

/** A roll call is answered with a frame for each session. */
const ROLL_CALL_COST = 10
const MAX_SUBSCRIPTIONS = 8
const SESSION = /^[\w.:-]{1,64}$/

export class PresenceSession {
  /** Null until a person has signed in on this connection. */
  actor: Actor | null = null
  readonly #options: PresenceSessionOptions
  readonly #subscriptions = new Set<string>()
  #subscribed = 0
  #member: Member | undefined

  constructor(options: PresenceSessionOptions) {
    this.#options = options
  }

  /** Leaves the room as the former person, and joins it as this one. */
  become(actor: Actor | null): void {
    this.leave()
    this.actor = actor
    if (!actor) return
    const {room, dataset} = this.#options
    this.#member = room.join({actor, dataset, send: (event) => this.#publish(event)})
  }

  leave(): void {
    this.#member?.leave()
    this.#member = undefined
    this.#subscriptions.clear()
    this.actor = null
  }

  /** @throws RpcError */
  answer(call: RpcCall): void {
    const method = Object.hasOwn(METHODS, call.method) ? METHODS[call.method] : undefined
    if (!method) throw new RpcError('unknownMethod', 'There is no such method.')
    const result = method(this, call.params) ?? null
    if (call.id !== undefined) this.#options.send(resultText(call.id, result))
    // Only after the response: the client must know the subscription of these events.
    if (call.method === 'presence_subscribe') this.member.listen()
  }

  /** @throws RpcError `unauthorized` before a person has signed in */
  get member(): Member {
    if (!this.#member) throw notSignedIn()
    return this.#member
  }

  authorize(authorization: unknown): void {
    const {authenticate} = this.#options
    this.become(typeof authorization === 'string' ? authenticate(authorization) : null)
    if (!this.#member) throw notSignedIn()
  }

  subscribe(): string {
    if (!this.#member) throw notSignedIn()
    if (this.#subscriptions.size >= MAX_SUBSCRIPTIONS) {
      throw new RpcError(
        'invalidParams',
        `A socket can have ${MAX_SUBSCRIPTIONS} subscriptions. End one of them first.`,
      )
    }
    const id = `presence-${++this.#subscribed}`
    this.#subscriptions.add(id)
    return id
  }

  unsubscribe(id: unknown): void {
    if (typeof id !== 'string' || !this.#subscriptions.delete(id)) {
      throw new RpcError('invalidParams', 'There is no such subscription on this socket.')
    }
    if (this.#subscriptions.size === 0) this.member.stopListening()
  }

  callRoll(session: unknown): void {
    if (!this.#options.budget.spend(ROLL_CALL_COST)) {
      throw new RpcError('invalidRequest', 'That is too often.')
    }
    this.member.callRoll(sessionOf(session))
  }

  #publish(event: string): void {
    for (const id of this.#subscriptions) {
      this.#options.send(
        `{"jsonrpc":"2.0","method":"presence_subscription","params":{"subscription":"${id}","result":${event}}}`,
      )
    }
  }
}

const notSignedIn = (): RpcError =>
  new RpcError('unauthorized', 'Sign in, or send a token that may edit.')

/** What each method does. What it returns is the result of the call. */
const METHODS: Record<string, (session: PresenceSession, params: RpcCall['params']) => unknown> = {
  authorization(session, {authorization}) {
    session.authorize(authorization)
  },
  presence_subscribe: (session) => session.subscribe(),
  presence_unsubscribe(session, {subscriptionId}) {
    session.unsubscribe(subscriptionId)
  },
  presence_rollcall(session, {session: name}) {
    session.callRoll(name)
  },
  presence_announce(session, {data}) {
    const {locations, sessionId} = isRecord(data) ? data : {}
    const places = parseLocations(locations)
    if (!places) throw new RpcError('invalidParams', '"locations" is not a list of locations.')
    if (!session.member.announce(sessionOf(sessionId), places)) {
      throw new RpcError('invalidParams', 'This session is not yours.')
    }
  },
  presence_disconnect(session, {session: name}) {
    session.member.disconnect(sessionOf(name))
  },
}

function sessionOf(value: unknown): string {
  if (typeof value === 'string' && SESSION.test(value)) return value
  throw new RpcError('invalidParams', '"sessionId" is not a session ID.')
}
