// One tab's socket of presence: frames, their limits, and signs of life.
import type {Duplex} from 'node:stream'
import type {WebSocket} from 'ws'
import type {Actor} from '../types.ts'
import {batchWrites} from './batch-writes.ts'
import {createFrameBudget} from './frame-budget.ts'
import {errorText, parseCall, RPC_CODES, RpcError, type RpcCall} from './json-rpc.ts'
import {PresenceSession, type PresenceSessionOptions} from './presence-session.ts'

export interface PresenceSocketOptions extends Pick<
  PresenceSessionOptions,
  'room' | 'dataset' | 'authenticate'
> {
  /** The connection that the socket writes to. */
  connection: Duplex
  /** The person of the upgrade request; null if they have yet to sign in. */
  actor: Actor | null
  /** Called with errors for which no caller waits. */
  report: (error: unknown) => void
}

export interface PresenceSocket {
  /** The person who has signed in; null until then. */
  actor(): Actor | null
  /** Sends a sign of life, for proxies. */
  beat(): void
  /** Removes the person from all screens and closes the socket. */
  end(code: number, reason: string): void
}

export const UNAUTHORIZED = RPC_CODES.unauthorized
/** RFC 6455: the message breaks the endpoint's policy. */
const POLICY_VIOLATION = 1008
const INTERNAL_ERROR = 1011
/** What `@sanity/bifur-client` takes for a sign of life. */
const HEARTBEAT = '♥'
/** A client with this much unsent has stopped reading. The studio comes back with a new socket. */
const MAX_WAITING_BYTES = 1024 * 1024
/** A studio announces its place at most five times a second. */
const CALLS_PER_SECOND = 10
const CALLS_AT_ONCE = 100

/** Serves the socket until it closes. */
export function createPresenceSocket(
  socket: WebSocket,
  {connection, actor, report, ...options}: PresenceSocketOptions,
): PresenceSocket {
  const budget = createFrameBudget(CALLS_PER_SECOND, CALLS_AT_ONCE)
  const batch = batchWrites(connection)

  const send = (text: string): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_WAITING_BYTES) return socket.terminate()
    batch()
    socket.send(text)
  }
  const session = new PresenceSession({...options, budget, send})

  const end = (code: number, reason: string): void => {
    session.leave()
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
      session.answer(call)
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
  socket.on('close', () => session.leave())
  session.become(actor)

  return {
    actor: () => session.actor,
    beat: () => send(HEARTBEAT),
    end,
  }
}
