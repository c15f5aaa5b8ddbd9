// A browser tab of a bench: one WebSocket with several listeners, as packages/lake/src/browser/mux-client.ts opens it.
import {once} from 'node:events'
import {WebSocket} from 'ws'
import {MUX_PATH} from '@copydesk/lake/http'
import {DATASET} from '../../server/newsroom-lake.ts'
import type {BenchLake} from './bench-lake.ts'

export async function openSocket(
  address: string,
  headers: Record<string, string> = {},
): Promise<WebSocket> {
  const socket = new WebSocket(address, {headers, perMessageDeflate: false})
  await once(socket, 'open')
  return socket
}

/** A socket that receives who is where. */
export async function openPresence(origin: string, authorization: string): Promise<WebSocket> {
  const address = `${origin.replace('http', 'ws')}/v2022-06-30/socket/${DATASET}`
  const socket = await openSocket(address, {authorization})
  socket.send('{"jsonrpc":"2.0","method":"presence_subscribe","params":{},"id":"s"}')
  await once(socket, 'message')
  return socket
}

/** Opens a tab whose listeners wait for changes of one document, or of one each; resolves once all of them do. */
export async function openTab(
  {origin, token}: BenchLake,
  id: string | ((n: number) => string),
  streams: number,
): Promise<WebSocket> {
  const socket = new WebSocket(origin.replace('http', 'ws') + MUX_PATH)
  await once(socket, 'open')
  const welcome = receivedByAll([socket], streams, (frame) => frame.includes('event: welcome'))
  for (let n = 1; n <= streams; n++) {
    const search = new URLSearchParams({
      query: '*[_id == $id]',
      $id: JSON.stringify(typeof id === 'string' ? id : id(n)),
      effectFormat: 'mendoza',
      includeResult: 'false',
      includeAllVersions: 'true',
    })
    socket.send(
      JSON.stringify({
        type: 'open',
        id: n,
        url: `/v2025-02-19/data/listen/${DATASET}?${search}`,
        headers: {authorization: `Bearer ${token}`},
      }),
    )
  }
  await welcome
  return socket
}

export interface Received {
  /** When the last one came, on the clock of `performance.now()`. */
  at: number
  /** Characters of the last frame. */
  size: number
}

/** Resolves when as many frames that `counts` as `each` have come over each of the sockets. */
export function receivedByAll(
  sockets: readonly WebSocket[],
  each: number,
  counts: (frame: string) => boolean,
): Promise<Received> {
  let missing = sockets.length * each
  return new Promise((resolve) => {
    const hear = (data: WebSocket.RawData): void => {
      const frame = (data as Buffer).toString()
      if (!counts(frame)) return
      missing -= 1
      if (missing > 0) return
      for (const socket of sockets) socket.off('message', hear)
      resolve({at: performance.now(), size: frame.length})
    }
    for (const socket of sockets) socket.on('message', hear)
  })
}
