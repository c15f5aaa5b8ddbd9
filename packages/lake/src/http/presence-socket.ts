// One tab's socket of presence: answers its calls, and hands on what colleagues do.
import type {Duplex} from 'node:stream'
import type {WebSocket} from 'ws'
import {parseLocations} from '../presence/locations.ts'
import type {Member, PresenceRoom} from '../presence/room.ts'
import type {Actor} from '../types.ts'
import {createFrameBudget} from './frame-budget.ts'
import {batchWrites} from './batch-writes.ts'
import {errorText, parseCall, resultText, RPC_CODES, RpcError, type RpcCall} from './json-rpc.ts'

export interface PresenceSocketOptions {
  room: PresenceRoom
  dataset: string
  /** What the socket writes to. */
  connection: Duplex
  /** Who came with the upgrade; null for who has yet to say. */
  actor: Actor | null
  /** Null for whoever has no business here. */
  authenticate: (authorization: string) => Actor | null
  /** Told what went wrong with nobody waiting for it. */
  report: (error: unknown) => void
}

export interface PresenceSocket {
  /** Who speaks; null while nobody has said. */
  actor(): Actor | null
  /** Sends a sign of life, which proxies want to see. */
  beat(): void
  /** Takes the person off everybody's screen and closes the socket. */
  end(code: number, reason: string): void
}

export const UNAUTHORIZED = RPC_CODES.unauthorized
/** RFC 6455: the message breaks the endpoint's policy. */
const POLICY_VIOLATION = 1008
const INTERNAL_ERROR = 1011
/** What `@sanity/bifur-client` takes for a sign of life. */
const HEARTBEAT = '♥'
/** Who lets this much pile up has stopped reading; the studio comes back with a new socket. */
const MAX_WAITING_BYTES = 1024 * 1024
/** A studio says where it is five times a second at most. */
const CALLS_PER_SECOND = 10
const CALLS_AT_ONCE = 100
/** A roll call is answered with a frame for everybody. */
const ROLL_CALL_COST = 10
const MAX_SUBSCRIPTIONS = 8
const SESSION = /^[\w.:-]{1,64}$/

/** Serves the socket until it closes. */
export function createPresenceSocket(
  socket: WebSocket,
  {room, dataset, connection, actor: newcomer, authenticate, report}: PresenceSocketOptions,
): PresenceSocket {
  const budget = createFrameBudget(CALLS_PER_SECOND, CALLS_AT_ONCE)
  const gather = batchWrites(connection)
  const subscriptions = new Set<string>()
  let subscribed = 0
  let actor = newcomer
  let member: Member | undefined

  const send = (text: string): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_WAITING_BYTES) return socket.terminate()
    gather()
    socket.send(text)
  }
  const leave = (): void => {
    member?.leave()
    member = undefined
    subscriptions.clear()
  }
  const hear = (event: string): void => {
    for (const id of subscriptions) {
      send(
        `{"jsonrpc":"2.0","method":"presence_subscription","params":{"subscription":"${id}","result":${event}}}`,
      )
    }
  }
  const become = (person: Actor | null): void => {
    leave()
    actor = person
    if (person) member = room.join({actor: person, dataset, hear})
  }
  const present = (): Member => {
    if (!member) throw new RpcError('unauthorized', 'Sign in, or send a token that may edit.')
    return member
  }

  /** What each method does; what it returns is sent after the answer. */
  const methods: Record<string, (params: RpcCall['params']) => unknown> = {
    authorization({authorization}) {
      become(typeof authorization === 'string' ? authenticate(authorization) : null)
      present()
    },
    presence_subscribe() {
      present()
      if (subscriptions.size >= MAX_SUBSCRIPTIONS) {
        throw new RpcError('invalidParams', 'This socket has subscribed often enough.')
      }
      const id = `presence-${++subscribed}`
      subscriptions.add(id)
      return id
    },
    presence_unsubscribe({subscriptionId}) {
      if (typeof subscriptionId !== 'string' || !subscriptions.delete(subscriptionId)) {
        throw new RpcError('invalidParams', 'There is no such subscription on this socket.')
      }
      if (subscriptions.size === 0) present().stopListening()
    },
    presence_rollcall({session}) {
      if (!budget.spend(ROLL_CALL_COST)) throw new RpcError('invalidRequest', 'That is too often.')
      present().callRoll(sessionOf(session))
    },
    presence_announce({data}) {
      const {locations, sessionId} = isRecord(data) ? data : {}
      const places = parseLocations(locations)
      if (!places) throw new RpcError('invalidParams', '"locations" is not a list of locations.')
      if (!present().announce(sessionOf(sessionId), places)) {
        throw new RpcError('invalidParams', 'This session is not yours.')
      }
    },
    presence_disconnect({session}) {
      present().disconnect(sessionOf(session))
    },
  }

  const answer = (call: RpcCall): void => {
    const method = Object.hasOwn(methods, call.method) ? methods[call.method] : undefined
    if (!method) throw new RpcError('unknownMethod', 'There is no such method.')
    const result = method(call.params) ?? null
    if (call.id !== undefined) send(resultText(call.id, result))
    // Not before the answer: the client has to know the subscription that these belong to.
    if (call.method === 'presence_subscribe') present().listen()
  }

  const end = (code: number, reason: string): void => {
    leave()
    actor = null
    socket.removeAllListeners('message')
    socket.close(code, reason)
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) return end(POLICY_VIOLATION, 'Text frames only.')
    if (!budget.spend(1)) return end(POLICY_VIOLATION, 'Too many messages.')
    const text = data.toString()
    if (text === HEARTBEAT) return
    let call: RpcCall | undefined
    try {
      call = parseCall(text)
      answer(call)
    } catch (error) {
      if (!(error instanceof RpcError)) {
        report(error)
        return end(INTERNAL_ERROR, 'Something went wrong here.')
      }
      send(errorText(call?.id, error))
      if (call?.method === 'authorization') end(UNAUTHORIZED, error.message)
    }
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', leave)
  become(newcomer)

  return {
    actor: () => actor,
    beat: () => send(HEARTBEAT),
    end,
  }
}

function sessionOf(value: unknown): string {
  if (typeof value === 'string' && SESSION.test(value)) return value
  throw new RpcError('invalidParams', '"sessionId" is not a session ID.')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
