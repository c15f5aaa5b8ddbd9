// Posts JSON over connections that stay open. Node's own `fetch` takes more of a processor for a request
// than the lake does, and both have the same two.
import {Agent, request} from 'node:http'

export interface Poster {
  /** Answers what was answered. Throws for all but 200. */
  post(url: string, body: unknown, headers: Record<string, string>): Promise<string>
  close(): void
}

/** @param connections how many there are to one server at most */
export function createPoster(connections: number): Poster {
  const agent = new Agent({keepAlive: true, maxSockets: connections})

  const send = (url: string, text: string, headers: Record<string, string>): Promise<string> =>
    new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(text))
      const sent = request(url, {
        agent,
        method: 'POST',
        headers: {...headers, 'content-type': 'application/json', 'content-length': length},
      })
      sent.once('response', (answer) => {
        let received = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (received += chunk))
        answer.once('error', reject)
        answer.once('end', () => {
          if (answer.statusCode === 200) resolve(received)
          else reject(new Error(`${answer.statusCode}: ${received.slice(0, 500)}`))
        })
      })
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // The server had just closed a connection that was idle for five seconds.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, text, headers))
        else reject(error)
      })
      sent.end(text)
    })

  return {
    post: (url, body, headers) => send(url, JSON.stringify(body), headers),
    close: () => agent.destroy(),
  }
}
