// Replaces host, protocol and address of a request by those that a trusted proxy sends.
import type {IncomingMessage} from 'node:http'
import {clientBehind, isTrusted, type TrustProxy} from './trust-proxy.ts'

export interface BehindProxy {
  /** Call it for each request and each upgrade before anything reads it. */
  settle(incoming: IncomingMessage): void
  /** The client's address: the socket's, or the one behind trusted proxies. */
  addressOf(incoming: IncomingMessage): string
}

/** A valid host and port. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/**
 * Without `trust` nothing changes, and no header is trusted.
 * @param onIgnored called once if there seems to be a proxy all the same
 */
export function behindProxy(
  trust: TrustProxy | undefined,
  onIgnored: () => void = () => {},
): BehindProxy {
  const socketOf = ({socket}: IncomingMessage): string => socket.remoteAddress ?? 'unknown'
  if (!trust) {
    let isTold = false
    return {
      settle({headers}) {
        if (isTold || headers['x-forwarded-for'] === undefined) return
        isTold = true
        onIgnored()
      },
      addressOf: socketOf,
    }
  }

  const headerOf = ({headers}: IncomingMessage, name: string): string => String(headers[name] ?? '')
  /** If there are several proxies, only the nearest is known to be trusted. */
  const lastOf = (incoming: IncomingMessage, name: string): string =>
    headerOf(incoming, name).split(',').at(-1)?.trim() ?? ''

  return {
    settle(incoming) {
      if (!isTrusted(trust, socketOf(incoming))) return
      const host = lastOf(incoming, 'x-forwarded-host')
      if (HOST.test(host)) setHost(incoming, host)
      const {headers, url = '/'} = incoming
      const isUpgrade = headers.upgrade !== undefined
      if (lastOf(incoming, 'x-forwarded-proto') !== 'https' || isUpgrade) return
      // An address in its absolute form contains the protocol (RFC 9112, 3.2.2).
      if (url.startsWith('/') && headers.host) incoming.url = `https://${headers.host}${url}`
    },
    addressOf: (incoming) =>
      clientBehind(trust, socketOf(incoming), headerOf(incoming, 'x-forwarded-for')),
  }
}

function setHost(incoming: IncomingMessage, host: string): void {
  incoming.headers.host = host
  const {rawHeaders} = incoming
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === 'host') rawHeaders[i + 1] = host
  }
}
