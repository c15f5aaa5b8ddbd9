// Loaded into Sanity's command line, so that it finds this lake under the addresses that it makes of
// its own. Plain JavaScript, as it is loaded into threads and processes of theirs.
import dns from 'node:dns'
import {registerHooks} from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const isOurs = (host) => /(^|\.)localhost$/.test(host ?? '')

/** It asks `<project>.localhost`: not every system knows that a name below localhost is this machine. */
const {lookup} = dns
dns.lookup = (hostname, ...rest) => lookup(isOurs(hostname) ? '127.0.0.1' : hostname, ...rest)

/** Migrations put https before every address; what stays on this machine is not encrypted. */
const {connect} = tls
tls.connect = (options, ...rest) => {
  if (!isOurs(options?.host ?? options?.hostname)) return connect(options, ...rest)
  const {host, hostname, port} = options
  const socket = net.connect({host: host ?? hostname, port})
  return socket.once('connect', () => socket.emit('secureConnect'))
}

/** Imports are checked: the importer itself reads whatever file a document names. */
const checkedImport = new URL('sanity-import.ts', import.meta.url).href
registerHooks({
  resolve(specifier, context, next) {
    const isTheirs = specifier === '@sanity/import' && context.parentURL !== checkedImport
    return isTheirs ? next(checkedImport, context) : next(specifier, context)
  },
})
