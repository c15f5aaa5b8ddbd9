// One WebSocket that carries all event streams of a browser tab: over plain HTTP/1.1 the studio's
// eight streams would use up the browser's six connections, and nothing else would get through.
import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'
import {closeGracefully} from './close-gracefully.ts'
import {createMuxSocket} from './mux-socket.ts'
import {refuseUpgrade} from './refuse-upgrade.ts'

/** The address of the WebSocket that carries the event streams of a tab (`browser/mux-client.ts`). */
export const MUX_PATH = '/v1/mux'

/** Whether an upgrade's address is the mux's: other handlers must answer other addresses. */
export function isMuxAddress(address = '', path = MUX_PATH): boolean {
  return address.split('?', 1)[0] === path
}

export interface MuxOptions {
  /**
   * The app itself: each stream is an ordinary GET, with its own authentication. `incoming` is the
   * upgrade that it came by.
   */
  fetch: (request: Request, incoming: IncomingMessage) => Promise<Response>
  /** False for a foreign Origin or Host: the upgrade gets a 403. */
  allowUpgrade: (request: IncomingMessage) => boolean
  path?: string
  /** How often a silent socket is pinged, and dropped if it did not answer. Milliseconds. */
  heartbeatMs?: number
}

export interface Mux {
  /** Answers upgrades of `path`; other paths are left to other handlers. Several servers may be attached. */
  attach(server: Server): void
  /** Closes every socket, and answers no more upgrades. */
  close(): void
}

/** An `open` frame holds one address, and the client sends none beyond 16 kB. */
const MAX_FRAME_BYTES = 64 * 1024

/**
 * @example
 * const mux = createMux({fetch: app.fetch, allowUpgrade: (request) => isOurOrigin(request)})
 * mux.attach(server)
 */
export function createMux(options: MuxOptions): Mux {
  const {path = MUX_PATH, heartbeatMs = 30_000} = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  })
  const servers = new Set<Server>()
  const answered = new WeakSet<WebSocket>()

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (!isMuxAddress(request.url, path)) return
    if (!options.allowUpgrade(request)) return refuseUpgrade(socket, 403)
    sockets.handleUpgrade(request, socket, head, (client) => {
      answered.add(client)
      client.on('pong', () => answered.add(client))
      createMuxSocket(client, {
        fetch: (stream) => options.fetch(stream, request),
        connection: socket,
        headers: inheritedHeaders(request),
      })
    })
  }

  const heartbeat = setInterval(() => {
    for (const client of sockets.clients) {
      if (answered.delete(client)) client.ping()
      else client.terminate()
    }
  }, heartbeatMs)
  heartbeat.unref()

  return {
    attach(server) {
      servers.add(server)
      server.on('upgrade', onUpgrade)
    },
    close() {
      clearInterval(heartbeat)
      for (const server of servers) server.off('upgrade', onUpgrade)
      for (const client of sockets.clients) closeGracefully(client)
      sockets.close()
    },
  }
}

/** Headers of the upgrade that the requests of all streams have. */
function inheritedHeaders({headers}: IncomingMessage): Record<string, string> {
  const {cookie, host, origin} = headers
  return {...(cookie && {cookie}), ...(host && {host}), ...(origin && {origin})}
}
