// Loaded into Sanity's command line, so that it reaches a lake of this machine under the addresses that it makes.
// Plain JavaScript, as it is loaded into threads and processes of theirs.
import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'

const isLocal = (host) => /(^|\.)localhost$/.test(host ?? '')

/** It asks `<project>.localhost`. Not every system knows that a name below localhost is this machine. */
const {lookup} = dns
dns.lookup = (hostname, ...rest) => lookup(isLocal(hostname) ? '127.0.0.1' : hostname, ...rest)

/** Migrations put https before every address. What stays on this machine is not encrypted. */
const {connect} = tls
tls.connect = (options, ...rest) => {
  if (!isLocal(options?.host ?? options?.hostname)) return connect(options, ...rest)
  const {host, hostname, port} = options
  const socket = net.connect({host: host ?? hostname, port})
  return socket.once('connect', () => socket.emit('secureConnect'))
}
