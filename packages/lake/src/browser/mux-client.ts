// One WebSocket per tab for all event streams: a `fetch` that answers from it.
import {parseServerFrame, type ClientFrame, type ServerFrame} from './frames.ts'

export interface MuxOptions {
  /** Opens the socket; called again after a loss, when the next stream is wanted. */
  connect: () => WebSocket
  /** How long a socket without streams stays open, in milliseconds. */
  idleMs?: number
}

export interface MuxClient {
  /**
   * Opens a stream; resolves with its response head, whose body is the stream. Rejects with a
   * `TypeError` where the socket is lost, as `fetch` does on a lost network, and with the signal's
   * reason where the caller aborts.
   */
  open: (
    path: string,
    init: {headers?: Record<string, string>; signal?: AbortSignal | null},
  ) => Promise<Response>
  /**
   * Drops the socket because the session behind it is another one now. Streams end, they do not fail:
   * who wants them opens them anew (lasting-stream.ts), and the studio notices nothing.
   */
  close: () => void
}

interface Stream {
  head: (frame: ServerFrame & {type: 'head'}) => void
  data: (text: string) => void
  end: () => void
  fail: (error: unknown) => void
}

/** Statuses whose responses may have no body: the Response constructor throws on one. */
const BODILESS = new Set([101, 204, 205, 304])

/** Creates the tab's one client; no socket is opened before the first stream. */
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
    const orphans = [...streams.values()]
    streams.clear()
    // A TypeError, not an AbortError: Sanity's event source never reconnects after the latter.
    for (const stream of orphans) stream.fail(new TypeError('The connection for events was lost'))
  }

  const ensureSocket = (): WebSocket => {
    if (socket && socket.readyState <= 1) return socket
    const opened = connect()
    socket = opened
    opened.addEventListener('message', (event: MessageEvent) => {
      const frame = parseServerFrame(event.data)
      const stream = frame && streams.get(frame.id)
      if (!stream) return
      if (frame.type === 'head') stream.head(frame)
      else if (frame.type === 'data') stream.data(frame.d)
      else stream.end()
    })
    opened.addEventListener('close', () => lose(opened))
    opened.addEventListener('error', () => lose(opened))
    return opened
  }

  const forget = (id: number): void => {
    streams.delete(id)
    if (streams.size > 0) return
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (streams.size === 0) socket?.close()
    }, idleMs)
  }

  const open: MuxClient['open'] = (path, {headers = {}, signal}) =>
    new Promise<Response>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error)
        return
      }
      clearTimeout(idle)
      const id = nextId++
      const encoder = new TextEncoder()
      let controller: ReadableStreamDefaultController<Uint8Array> | undefined

      const finish = (): void => {
        signal?.removeEventListener('abort', onAbort)
        forget(id)
      }
      const fail = (error: unknown): void => {
        finish()
        reject(error)
        // Throws where the stream has been closed or cancelled meanwhile: then nobody is reading.
        try {
          controller?.error(error)
        } catch {}
      }
      const onAbort = (): void => {
        send({type: 'abort', id})
        fail(signal?.reason ?? new DOMException('The stream was aborted', 'AbortError'))
      }
      signal?.addEventListener('abort', onAbort)

      const body = new ReadableStream<Uint8Array>({
        start: (started) => {
          controller = started
        },
        cancel: () => {
          send({type: 'abort', id})
          finish()
        },
      })

      streams.set(id, {
        head: ({status, headers: received}) =>
          resolve(new Response(BODILESS.has(status) ? null : body, {status, headers: received})),
        data: (text) => controller?.enqueue(encoder.encode(text)),
        end: () => {
          finish()
          // Where no head came before the end there is no response to speak of.
          reject(new TypeError('The stream ended before it began'))
          try {
            controller?.close()
          } catch {}
        },
        fail,
      })

      const frame: ClientFrame = {type: 'open', id, url: path, headers}
      try {
        const current = ensureSocket()
        if (current.readyState === 1) send(frame)
        else {
          // Aborted before the socket opened: the lake never hears of the stream.
          current.addEventListener('open', () => streams.has(id) && send(frame), {once: true})
        }
      } catch (error) {
        fail(new TypeError(`The connection for events cannot be opened: ${String(error)}`))
      }
    })

  return {
    open,
    close: () => {
      clearTimeout(idle)
      const current = socket
      if (!current) return
      socket = null
      current.close()
      const orphans = [...streams.values()]
      streams.clear()
      for (const stream of orphans) stream.end()
    },
  }
}
