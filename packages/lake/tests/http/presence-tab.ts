// A tab's presence socket, with the protocol of `@sanity/bifur-client`.
import type {IncomingMessage} from 'node:http'
import {WebSocket} from 'ws'
import type {PresenceEvent} from '../../src/presence/room.ts'
import {collector, type Collector} from '../listen/collect.ts'

export interface RpcAnswer {
  id: string | number | null
  result?: unknown
  error?: {code: number; message: string}
}

export interface PresenceTab {
  socket: WebSocket
  /** The events of colleagues, in the order in which they came. */
  heard: Collector<PresenceEvent>
  /** Signs of life. */
  beats: Collector<string>
  /** Answers that no call of `call` waits for. */
  answers: Collector<RpcAnswer>
  call(method: string, params?: Record<string, unknown>): Promise<RpcAnswer>
  announce(session: string, ...documentIds: string[]): Promise<RpcAnswer>
  /** Resolves when everything that the server has sent until now has arrived. */
  settled(): Promise<void>
  closed: Promise<{code: number; reason: string}>
}

export const PRESENCE_PATH = '/v2022-06-30/socket/production?tag=sanity.studio'

/** Resolves when the socket is open; rejects where the upgrade is refused. */
export async function openPresenceTab(
  origin: string,
  headers: Record<string, string>,
  {path = PRESENCE_PATH, pongs = true} = {},
): Promise<PresenceTab> {
  const socket = new WebSocket(origin.replace('http', 'ws') + path, {headers, autoPong: pongs})
  const heard = collector<PresenceEvent>()
  const beats = collector<string>()
  const answers = collector<RpcAnswer>()
  const waiting = new Map<string, (answer: RpcAnswer) => void>()
  let calls = 0
  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    if (text === '♥') return beats.add(text)
    const message = JSON.parse(text) as RpcAnswer & {
      method?: string
      params: {result: PresenceEvent}
    }
    if (message.method === 'presence_subscription') return heard.add(message.params.result)
    const settle = waiting.get(String(message.id))
    waiting.delete(String(message.id))
    if (settle) settle(message)
    else answers.add(message)
  })
  const {promise: closed, resolve} = Promise.withResolvers<{code: number; reason: string}>()
  socket.on('close', (code, reason) => resolve({code, reason: reason.toString()}))
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))

  const call: PresenceTab['call'] = (method, params = {}) => {
    const id = `call-${++calls}`
    const {promise, resolve} = Promise.withResolvers<RpcAnswer>()
    waiting.set(id, resolve)
    socket.send(JSON.stringify({jsonrpc: '2.0', method, params: {...params, apiVersion: 'v1'}, id}))
    return promise
  }
  return {
    socket,
    heard,
    beats,
    answers,
    closed,
    call,
    announce: (sessionId, ...documentIds) =>
      call('presence_announce', {
        data: {
          locations: documentIds.map((documentId) => ({type: 'document', documentId, path: []})),
          sessionId,
        },
      }),
    async settled() {
      await call('nothing')
    },
  }
}

/** The status with which an upgrade is refused. */
export function refusalOf(
  origin: string,
  headers: Record<string, string>,
  path = PRESENCE_PATH,
): Promise<number | undefined> {
  const socket = new WebSocket(origin.replace('http', 'ws') + path, {headers})
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request: unknown, {statusCode}: IncomingMessage) => {
      resolve(statusCode)
      socket.terminate()
    })
    socket.on('open', () => {
      resolve(undefined)
      socket.terminate()
    })
    socket.on('error', () => {})
  })
}
