// Opens the port, or says in one sentence why it cannot.
import {getRequestListener} from '@hono/node-server'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {Server as NetServer, type AddressInfo, type Socket} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'
import {createResponseCache} from './response-cache.ts'
import {behindProxy} from './behind-proxy.ts'
import {compressed} from './compressed.ts'
import {OperatorError} from '../operator-error.ts'
import type {TrustProxy} from './trust-proxy.ts'

/** What a client sent before it could know that no connections are taken has arrived after so long. Milliseconds. */
const ARRIVAL_MS = 100

export interface Listening {
  server: Server
  /** The port in use; it differs from the requested one if that was 0. */
  port: number
  /** From now on each response ends its connection. A proxy that keeps one could use it while it is closed. */
  endConnections(): void
  /**
   * Takes no new connections. Resolves once all requests but event streams are answered, or after a while.
   * @param patienceMs milliseconds
   */
  finish(patienceMs: number): Promise<void>
  /** Also ends open streams and WebSockets, so that nothing delays Ctrl-C. */
  close(): Promise<void>
}

/**
 * @param fetch answers every request; its bindings contain the client's address as `clientAddress`
 * @throws OperatorError for a taken or forbidden port, or an address that this machine does not
 * have
 */
export async function listen(options: {
  host: string
  port: number
  /** How to choose another port, e.g. `--port 3335`: part of the error for a taken port. */
  otherPort?: string
  /** Proxies whose headers are trusted. */
  trustProxy?: TrustProxy
  /** Called once if no proxy is trusted and there seems to be one. */
  onIgnoredProxy?: () => void
  fetch: (request: Request, bindings: object) => Response | Promise<Response>
}): Promise<Listening> {
  const {host, port} = options
  const proxy = behindProxy(options.trustProxy, options.onIgnoredProxy)
  const answering = createAnswering()
  const answer = compressed(async (request, bindings) => {
    const {incoming} = bindings as {incoming: IncomingMessage}
    const clientAddress = proxy.addressOf(incoming)
    const response = await options.fetch(request, {...bindings, clientAddress})
    if (isEventStream(response)) answering.forget(incoming)
    // A refusal before the whole request has arrived closes the connection. Otherwise a client that
    // reuses it would lose its next request.
    if (hasBody(incoming) && !incoming.complete) response.headers.set('Connection', 'close')
    return response
  })
  const responses = createResponseCache(proxy.addressOf)
  const listener = getRequestListener(responses.storing(answer))
  let isEnding = false
  const server = createServer((incoming, outgoing) => {
    if (isEnding) outgoing.shouldKeepAlive = false
    answering.note(incoming, outgoing)
    proxy.settle(incoming)
    responses.answer(incoming, outgoing, () => void listener(incoming, outgoing))
  })
  server.on('upgrade', proxy.settle)
  // Slow clients upload photographs, so only headers have a short timeout.
  server.requestTimeout = 10 * 60_000
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, options)))
    server.listen(port, host, resolve)
  })
  return {
    server,
    port: (server.address() as AddressInfo).port,
    endConnections: () => void (isEnding = true),
    async finish(patienceMs) {
      isEnding = true
      // `server.close` would also cut connections whose first request is under way.
      NetServer.prototype.close.call(server)
      await sleep(ARRIVAL_MS)
      await answering.untilNone(patienceMs)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // `closeAllConnections` leaves out WebSockets, and each tab of the studio has one.
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** The requests that have no whole response yet. */
function createAnswering() {
  const open = new Set<IncomingMessage>()
  let onNone = (): void => {}
  const forget = (incoming: IncomingMessage): void => {
    open.delete(incoming)
    if (open.size === 0) onNone()
  }
  return {
    note(incoming: IncomingMessage, outgoing: ServerResponse): void {
      open.add(incoming)
      outgoing.once('close', () => forget(incoming))
    },
    forget,
    untilNone: (patienceMs: number): Promise<void> =>
      new Promise((resolve) => {
        onNone = resolve
        setTimeout(resolve, patienceMs)
        if (open.size === 0) resolve()
      }),
  }
}

const isEventStream = ({headers}: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false

const hasBody = ({method}: IncomingMessage): boolean => method !== 'GET' && method !== 'HEAD'

function explain(
  error: NodeJS.ErrnoException,
  {host, port, otherPort}: {host: string; port: number; otherPort?: string},
): Error {
  if (error.code === 'EADDRINUSE') {
    const how = otherPort ? ` with ${otherPort}` : ''
    return new OperatorError(
      `Port ${port} is taken: stop what runs there, or choose another${how}.`,
    )
  }
  if (error.code === 'EACCES') {
    return new OperatorError(`Port ${port} may not be opened by this user: choose one above 1023.`)
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new OperatorError(`This machine has no address ${host}: choose a host that it has.`)
  }
  return error
}
