// Which machine a request comes from, for limits on guessing.
import type {Context} from 'hono'

interface Bindings {
  /** Where whoever runs the server knows it better than the socket: behind a proxy. */
  clientAddress?: string
  incoming?: {socket?: {remoteAddress?: string}}
}

/**
 * What the server says, or else the socket's address; `unknown` without either. Headers are not read
 * here: whose are believed is for the server to know.
 */
export function clientAddress(c: Context): string {
  const bindings = c.env as Bindings | undefined
  return bindings?.clientAddress ?? bindings?.incoming?.socket?.remoteAddress ?? 'unknown'
}
