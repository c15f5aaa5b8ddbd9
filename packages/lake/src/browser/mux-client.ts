// Carries all event streams of a tab over one WebSocket, and answers each like `fetch`.
import {parseServerFrame, type ClientFrame, type ServerFrame} from './frames.ts'

export interface MuxOptions {
  /** Opens the socket; called again for the next stream after a loss. */
  connect: () => WebSocket
  /** How long a socket without streams stays open, in milliseconds. */
  idleMs?: number
}

export interface MuxClient {
  /**
   * Opens a stream; resolves with the response, whose body is the stream. Rejects with a `TypeError` if the socket is
   * lost, as `fetch` does on a lost network, and with the signal's reason if the caller aborts.
   */
  open: (
    path: string,
    init: {headers?: Record<string, string>; signal?: AbortSignal | null},
  ) => Promise<Response>
  /**
   * Closes the socket after a change of session. Streams end without an error. resuming-stream.ts
   * opens them again, so the studio does not notice.
   */
  close: () => void
}

interface Stream {
  head: (frame: ServerFrame & {type: 'head'}) => void
  data: (text: string) => void
  end: () => void
  fail: (error: unknown) => void
}

/** Statuses without a body: with one, the Response constructor throws. */
const BODILESS = new Set([101, 204, 205, 304])

/** Creates the tab's only client; it opens no socket before the first stream. */
export function createMuxClient({connect, idleMs = 10_000}: MuxOptions): MuxClient {
  const streams = new Map<number, Stream>()
  let socket: WebSocket | null = null
  let nextId = 1
  let idle: ReturnType<typeof setTimeout> | undefined

  const send = (frame: ClientFrame): void => {
    if (socket?.readyState === 1) socket.send(JSON.stringify(frame))
  }

  const lose = (lost: WebSocket): void => {
    if (socket !== lost) return
    socket = null
    clearTimeout(idle)
    // A TypeError, not an AbortError: Sanity's event source never reconnects after the latter.
    for (const stream of takeAll(streams))
      stream.fail(new TypeError('The connection for events was lost'))
  }

  const ensureSocket = (): WebSocket => {
    if (socket && socket.readyState <= 1) return socket
    const opened = connect()
    socket = opened
    opened.addEventListener('message', ({data}: MessageEvent) => dispatch(data, streams))
    opened.addEventListener('close', () => lose(opened))
    opened.addEventListener('error', () => lose(opened))
    return opened
  }

  const forget = (id: number): void => {
    streams.delete(id)
    if (streams.size > 0) return
    clearTimeout(idle)
    idle = setTimeout(() => streams.size === 0 && socket?.close(), idleMs)
  }

  const open: MuxClient['open'] = async (path, {headers = {}, signal}) => {
    signal?.throwIfAborted()
    clearTimeout(idle)
    const id = nextId++
    const {response, stream} = createStream({
      signal,
      onAbort: () => send({type: 'abort', id}),
      onFinish: () => forget(id),
    })
    streams.set(id, stream)
    try {
      // If it is aborted before the socket opens, the lake never gets the frame.
      whenOpen(ensureSocket(), () => {
        if (streams.has(id)) send({type: 'open', id, url: path, headers})
      })
    } catch (error) {
      stream.fail(new TypeError(`The connection for events cannot be opened: ${String(error)}`))
    }
    return await response
  }

  return {
    open,
    close: () => {
      clearTimeout(idle)
      const current = socket
      socket = null
      current?.close()
      for (const stream of takeAll(streams)) stream.end()
    },
  }
}

function whenOpen(socket: WebSocket, run: () => void): void {
  if (socket.readyState === 1) run()
  else socket.addEventListener('open', run, {once: true})
}

function takeAll(streams: Map<number, Stream>): Stream[] {
  const all = [...streams.values()]
  streams.clear()
  return all
}

function dispatch(data: unknown, streams: ReadonlyMap<number, Stream>): void {
  const frame = parseServerFrame(data)
  const stream = frame && streams.get(frame.id)
  if (!stream) return
  if (frame.type === 'head') stream.head(frame)
  else if (frame.type === 'data') stream.data(frame.d)
  else stream.end()
}

interface StreamOptions {
  signal: AbortSignal | null | undefined
  /** Called when the reader cancels. */
  onAbort: () => void
  /** The stream has ended, failed or been aborted. */
  onFinish: () => void
}

/** One stream: the response for its reader, and the functions by which the socket feeds it. */
function createStream({signal, onAbort, onFinish}: StreamOptions): {
  response: Promise<Response>
  stream: Stream
} {
  const {promise: response, resolve, reject} = Promise.withResolvers<Response>()
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined

  const finish = (): void => {
    signal?.removeEventListener('abort', abort)
    onFinish()
  }
  const fail = (error: unknown): void => {
    finish()
    reject(error)
    // Throws if the stream was closed or cancelled meanwhile. Then nothing needs it.
    try {
      controller?.error(error)
    } catch {}
  }
  const abort = (): void => {
    onAbort()
    fail(signal?.reason ?? new DOMException('The stream was aborted', 'AbortError'))
  }
  signal?.addEventListener('abort', abort)

  const body = new ReadableStream<Uint8Array>({
    start: (started) => {
      controller = started
    },
    cancel: () => {
      onAbort()
      finish()
    },
  })
  return {
    response,
    stream: {
      head: ({status, headers}) =>
        resolve(new Response(BODILESS.has(status) ? null : body, {status, headers})),
      data: (text) => controller?.enqueue(encoder.encode(text)),
      end: () => {
        finish()
        // Without a head there is no response; after it, this has no effect.
        reject(new TypeError('The stream ended before it began'))
        try {
          controller?.close()
        } catch {}
      },
      fail,
    },
  }
}
