// The address of the client, for limits on guessing passwords.
import type {Context} from 'hono'

interface Bindings {
  /** Behind a proxy: the address that the proxy names. */
  clientAddress?: string
  incoming?: {socket?: {remoteAddress?: string}}
}

/**
 * The address that the server names, or else the socket's; `unknown` without either. Headers are not read here: the
 * server knows which proxies to trust.
 */
export function clientAddress(c: Context): string {
  const bindings = c.env as Bindings | undefined
  return bindings?.clientAddress ?? bindings?.incoming?.socket?.remoteAddress ?? 'unknown'
}
