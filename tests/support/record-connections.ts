// Loaded into a process before all else (`NODE_OPTIONS=--import …`), its threads and children included:
// writes down every name that is looked up and every host that is connected to, loopback excepted.
import dgram from 'node:dgram'
import dns from 'node:dns'
import {appendFileSync} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {Socket} from 'node:net'

const file = process.env['RECORD_CONNECTIONS']
const note = (line: string): void => {
  if (file) appendFileSync(file, `${line}\n`)
}
const isLoopback = (host: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|::1|::ffff:127.*)$/.test(host)

note('recording')

type Connect = (...args: unknown[]) => Socket
const connect = Reflect.get(Socket.prototype, 'connect') as Connect
Socket.prototype.connect = function recorded(this: Socket, ...args: unknown[]) {
  const [first, second] = args.flat()
  const options = typeof first === 'object' && first !== null ? first : {}
  // A path is a socket of this machine.
  if (!('path' in options && options.path) && typeof first !== 'string') {
    const host = 'host' in options ? String(options.host) : String(second ?? 'localhost')
    if (!isLoopback(host)) note(`connect ${host}`)
  }
  return Reflect.apply(connect, this, args)
}

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'] as const) {
  for (const holder of [dns, dns.promises]) {
    const ask = Reflect.get(holder, name) as (...args: unknown[]) => unknown
    Reflect.set(holder, name, (...args: unknown[]) => {
      if (!isLoopback(String(args[0]))) note(`${name} ${String(args[0])}`)
      return Reflect.apply(ask, holder, args)
    })
  }
}

const send = Reflect.get(dgram.Socket.prototype, 'send') as (...args: unknown[]) => void
dgram.Socket.prototype.send = function recorded(this: dgram.Socket, ...args: unknown[]) {
  note(`datagram ${args.filter((arg) => typeof arg === 'string').join(' ')}`)
  Reflect.apply(send, this, args)
}
syncBuiltinESMExports()
