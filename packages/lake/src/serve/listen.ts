// Opens the port, and says in one sentence why it cannot.
import {getRequestListener} from '@hono/node-server'
import {createServer, type IncomingMessage, type Server} from 'node:http'
import type {AddressInfo, Socket} from 'node:net'
import {createResponseCache} from './response-cache.ts'
import {behindProxy} from './behind-proxy.ts'
import {compressed} from './compressed.ts'
import {OperatorError} from '../operator-error.ts'
import type {TrustProxy} from './trust-proxy.ts'

export interface Listening {
  server: Server
  /** The port in use; another than asked for where 0 was. */
  port: number
  /** Ends open streams and WebSockets too: nothing may hold up Ctrl-C. */
  close(): Promise<void>
}

/**
 * @param fetch answers every request; finds in its bindings where it comes from, as `clientAddress`
 * @throws OperatorError for a taken or forbidden port, or an address that this machine has not
 */
export async function listen(options: {
  host: string
  port: number
  /** How another port is chosen, e.g. `--port 3335`: part of the error for a port that is taken. */
  otherPort?: string
  /** Proxies whose headers are believed. */
  trustProxy?: TrustProxy
  /** Told once where none is trusted and there seems to be one. */
  onIgnoredProxy?: () => void
  fetch: (request: Request, bindings: object) => Response | Promise<Response>
}): Promise<Listening> {
  const {host, port} = options
  const proxy = behindProxy(options.trustProxy, options.onIgnoredProxy)
  const answer = compressed(async (request, bindings) => {
    const {incoming} = bindings as {incoming: IncomingMessage}
    const clientAddress = proxy.addressOf(incoming)
    const response = await options.fetch(request, {...bindings, clientAddress})
    // What is refused before it was sent whole ends the connection: a client that kept it for its next
    // request would lose that one.
    if (hasBody(incoming) && !incoming.complete) response.headers.set('Connection', 'close')
    return response
  })
  const responses = createResponseCache(proxy.addressOf)
  const listener = getRequestListener(responses.storing(answer))
  const server = createServer((incoming, outgoing) => {
    proxy.settle(incoming)
    responses.answer(incoming, outgoing, () => void listener(incoming, outgoing))
  })
  server.on('upgrade', proxy.settle)
  // Slow clients upload photographs. Only headers have a short timeout.
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Not `closeAllConnections`: it leaves out WebSockets, and each tab of the studio has one.
        for (const socket of sockets) socket.destroy()
      }),
  }
}

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
