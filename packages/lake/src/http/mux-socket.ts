// One client's socket: opens, pumps and aborts its streams.
import type {Duplex} from 'node:stream'
import type {WebSocket} from 'ws'
import {batchWrites} from './batch-writes.ts'
import {parseClientFrame, type ClientFrame, type ServerFrame} from './mux-frames.ts'

export interface MuxSocketOptions {
  fetch: (request: Request) => Promise<Response>
  /** The connection that the socket writes to. */
  connection: Duplex
  /** Cookie, host and origin of the upgrade. */
  headers: Record<string, string>
}

/** A tab with several panes has about twenty. */
const MAX_STREAMS = 64
/**
 * Above this many unsent bytes, streams are not read further. The hub then ends those that fall
 * behind.
 */
const HIGH_WATER_BYTES = 1024 * 1024
const STREAM_PATH = /^\/v[^/]+\/data\/(?:listen|live)\/./
/** RFC 6455: the message breaks the endpoint's policy. */
const POLICY_VIOLATION = 1008

/** Serves the socket until it closes. Then every stream is cancelled. */
export function createMuxSocket(
  socket: WebSocket,
  {fetch, connection, headers}: MuxSocketOptions,
): void {
  const streams = new Map<number, AbortController>()
  const batch = batchWrites(connection)

  const send = async (frame: ServerFrame): Promise<void> => {
    if (socket.readyState !== socket.OPEN) return
    const text = JSON.stringify(frame)
    batch()
    if (socket.bufferedAmount < HIGH_WATER_BYTES) socket.send(text)
    else await new Promise<void>((sent) => socket.send(text, () => sent()))
  }

  const open = async (url: URL, {id, headers: own}: OpenFrame): Promise<void> => {
    const controller = new AbortController()
    streams.set(id, controller)
    try {
      const request = new Request(url, {
        headers: {...headers, ...own, accept: 'text/event-stream'},
        signal: controller.signal,
      })
      await pump(request, id, {fetch, send})
    } catch {
      // The app handles its own errors, so the stream was broken off.
    }
    if (streams.get(id) !== controller) return
    streams.delete(id)
    await send({type: 'end', id})
  }

  const refuse = async (id: number, status: number): Promise<void> => {
    await send({type: 'head', id, status, headers: {}})
    await send({type: 'end', id})
  }

  socket.on('message', (data, isBinary) => {
    const frame = isBinary ? null : parseClientFrame(textOf(data))
    if (!frame) return socket.close(POLICY_VIOLATION, 'Not a frame of this protocol.')
    const {id} = frame
    if (frame.type === 'abort') {
      const controller = streams.get(id)
      streams.delete(id)
      return controller?.abort()
    }
    if (streams.has(id)) return socket.close(POLICY_VIOLATION, `Stream ${id} is open already.`)
    const url = streamUrl(frame.url, headers.host)
    if (!url) return void refuse(id, 404)
    // 429 is one of the few 4xx after which the client tries again.
    if (streams.size >= MAX_STREAMS) return void refuse(id, 429)
    void open(url, frame)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    const open = [...streams.values()]
    streams.clear()
    for (const controller of open) controller.abort()
  })
}

type OpenFrame = Extract<ClientFrame, {type: 'open'}>

/** Sends a response in frames until it ends, the client aborts it or the socket is lost. */
async function pump(
  request: Request,
  id: number,
  {fetch, send}: Pick<MuxSocketOptions, 'fetch'> & {send: (frame: ServerFrame) => Promise<void>},
): Promise<void> {
  const {signal} = request
  const response = await fetch(request)
  const reader = response.body?.getReader()
  // A TransformStream would cost more, and each event of each listener passes here.
  const decoder = new TextDecoder()
  const cancel = (): void => void reader?.cancel().catch(() => {})
  if (signal.aborted) return cancel()
  signal.addEventListener('abort', cancel, {once: true})
  await send({type: 'head', id, status: response.status, headers: plain(response.headers)})
  for (;;) {
    const {done, value} = (await reader?.read()) ?? {done: true}
    if (done || signal.aborted) return
    await send({type: 'data', id, d: decoder.decode(value, {stream: true})})
  }
}

/** Null for other addresses. Tests the address as the router will see it, with dots resolved. */
function streamUrl(address: string, host = 'localhost'): URL | null {
  if (!address.startsWith('/')) return null
  const url = URL.parse(address, `http://${host}`)
  // `fetch` refuses an address with a user name (`//name@host/…`).
  if (!url || url.username || url.password) return null
  return url.host === host.toLowerCase() && STREAM_PATH.test(url.pathname) ? url : null
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  return Array.isArray(data)
    ? Buffer.concat(data).toString()
    : Buffer.from(data as Buffer).toString()
}

/** Without cookies, which only a real response can set. */
function plain(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name !== 'set-cookie'))
}
