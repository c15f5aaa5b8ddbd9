// A real server that hooks are told at: it keeps what came and answers as the test wants.
import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface Received {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
  /** The body as the hook's projection made it. */
  json: any
}

export interface Receiver {
  url: string
  received: Received[]
  /** From now on; 200 at first. A function may answer when it likes. */
  answer(
    how: number | {status: number; headers: Record<string, string>} | ((r: ServerResponse) => void),
  ): void
  /** Resolves when so many requests have come in all. */
  heard(count: number): Promise<void>
  close(): Promise<void>
}

export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = []
  let how: Parameters<Receiver['answer']>[0] = 200
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const {method = '', url: path = '', headers} = request
      received.push({method, path, headers, body, json: body ? JSON.parse(body) : undefined})
      for (const look of waiting) look()
      if (typeof how === 'function') return how(response)
      const {status, headers: extra} = typeof how === 'number' ? {status: how, headers: {}} : how
      response.writeHead(status, extra).end('heard')
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (next) => void (how = next),
    heard: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
