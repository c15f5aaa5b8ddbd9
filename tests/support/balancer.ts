// A load balancer as docs/server/haproxy.cfg describes one: requests go round the servers that say that they are well, and
// a request that no server got goes to the next one. Nothing binds a person to a server.
import {
  createServer,
  request as requestOf,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import {connect, type Socket} from 'node:net'

export interface Balancer {
  close(): Promise<void>
}

const LOOK_MS = 250

export async function startBalancer(port: number, origins: readonly string[]): Promise<Balancer> {
  const servers = new Servers(origins)
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const body: Buffer[] = []
    request.on('data', (chunk: Buffer) => body.push(chunk))
    request.on('end', () => send(request, Buffer.concat(body), response, servers, origins.length))
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const {hostname, port: to} = new URL(servers.next())
    const onward = connect(Number(to), hostname, () => {
      const headers = Array.from({length: request.rawHeaders.length / 2}, (_, n) =>
        request.rawHeaders.slice(2 * n, 2 * n + 2).join(': '),
      )
      onward.write(`GET ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.once('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await listen(server, port)
  return {
    close: () =>
      new Promise((resolve) => {
        servers.close()
        server.close(() => resolve())
        server.closeAllConnections()
        for (const socket of sockets) socket.destroy()
      }),
  }
}

class Servers {
  readonly #origins: readonly string[]
  readonly #looking: NodeJS.Timeout
  #well: readonly string[]
  #turn = 0

  constructor(origins: readonly string[]) {
    this.#origins = origins
    this.#well = origins
    this.#looking = setInterval(() => void this.#look(), LOOK_MS)
  }

  /** Without one that is well: any, as readers then still get pages. */
  next(): string {
    const of = this.#well.length > 0 ? this.#well : this.#origins
    return of[this.#turn++ % of.length] ?? ''
  }

  close = (): void => clearInterval(this.#looking)

  async #look(): Promise<void> {
    const answers = await Promise.all(
      this.#origins.map((origin) =>
        fetch(`${origin}/healthz`, {signal: AbortSignal.timeout(LOOK_MS)}).then(
          ({ok}) => ok,
          () => false,
        ),
      ),
    )
    this.#well = this.#origins.filter((_, n) => answers[n])
  }
}

function send(
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  servers: Servers,
  attempts: number,
): void {
  const {method, headers} = request
  const onward = requestOf(servers.next() + request.url, {method, headers}, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  response.on('close', () => onward.destroy())
  onward.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED' && attempts > 1)
      return send(request, body, response, servers, attempts - 1)
    if (response.headersSent) return void response.destroy()
    response.writeHead(502).end()
  })
  onward.end(body)
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
