// Tells the site's open pages to load again. Development only: the pages' own script only follows
// publications.
import {createHash, randomUUID} from 'node:crypto'
import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer} from 'ws'

/** A socket, as an event stream would take one of the six connections that a browser opens. */
const PATH = '/_dev/reload'

export interface Reloader {
  /** Every page that is open loads again. */
  reload(): void
  /**
   * Answers what `render` does, with the script that loads the page again: also where the sources
   * changed while it was on its way.
   */
  attend(render: () => Promise<Response>): Promise<Response>
  /** Takes the socket where `path` is its own. */
  upgrade(path: string, request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  close(): void
}

export function createReloader(): Reloader {
  const sockets = new WebSocketServer({noServer: true})
  let version = randomUUID()
  return {
    reload() {
      version = randomUUID()
      for (const client of sockets.clients) client.send(version)
    },
    async attend(render) {
      const script = scriptOf(version)
      return await withScript(await render(), script)
    },
    upgrade(path, request, socket, head) {
      if (path !== PATH) return false
      sockets.handleUpgrade(request, socket, head, (client) => client.send(version))
      return true
    },
    close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

const scriptOf = (version: string): string => `(function listen() {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '${PATH}')
  socket.onmessage = ({data}) => data === '${version}' || location.reload()
  socket.onclose = () => setTimeout(listen, 500)
})()`

/** A policy names each directive once: what comes again is ignored. */
function admitting(policy: string, script: string): string {
  return policy.includes('; script-src ')
    ? policy.replace('; script-src ', `; script-src ${script} `)
    : `${policy}; script-src ${script}; connect-src 'self'`
}

/** Puts the script into a page, and its hash into the page's policy. */
async function withScript(response: Response, script: string): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const headers = new Headers(response.headers)
  const policy = headers.get('content-security-policy')
  if (policy) {
    const hash = createHash('sha256').update(script).digest('base64')
    headers.set('content-security-policy', admitting(policy, `'sha256-${hash}'`))
  }
  // Kept pages would hide a change.
  headers.delete('etag')
  headers.set('cache-control', 'no-store')
  const html = await response.text()
  return new Response(
    html.replace('</body>', () => `<script>${script}</script></body>`),
    {
      status: response.status,
      headers,
    },
  )
}
