// Asks for an address as a browser does, over connections that stay open, and looks at the clock.
import {Agent, request, type IncomingHttpHeaders} from 'node:http'

export interface Got {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** Milliseconds until the answer began, and until it was there. */
  began: number
  ended: number
}

export interface Getter {
  get(url: string, headers?: Record<string, string>): Promise<Got>
  close(): void
}

/** @param connections how many there are to one server at most */
export function createGetter(connections: number): Getter {
  const agent = new Agent({keepAlive: true, maxSockets: connections})
  return {
    get: (url, headers = {}) =>
      new Promise((resolve, reject) => {
        const asked = performance.now()
        const sent = request(url, {agent, headers}, (answer) => {
          const began = performance.now() - asked
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.once('error', reject)
          answer.once('end', () => {
            const {statusCode: status = 0, headers} = answer
            const ended = performance.now() - asked
            resolve({status, headers, body: Buffer.concat(chunks), began, ended})
          })
        })
        sent.once('error', reject)
        sent.end()
      }),
    close: () => agent.destroy(),
  }
}
