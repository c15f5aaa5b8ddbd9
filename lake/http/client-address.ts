// Which machine a request comes from, for limits on guessing.
import type {Context} from 'hono'
import {isIP} from 'node:net'

interface NodeBindings {
  incoming?: {socket?: {remoteAddress?: string}}
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * The socket's address; where that is this machine itself, the address that a reverse proxy on it
 * saw. `X-Forwarded-For` of anybody else is not believed. `unknown` without a socket.
 */
export function clientAddress(c: Context): string {
  const bindings = c.env as NodeBindings | undefined
  const socket = bindings?.incoming?.socket?.remoteAddress
  if (socket === undefined) return 'unknown'
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return LOOPBACK.has(socket) && forwarded && isIP(forwarded) ? forwarded : socket
}
