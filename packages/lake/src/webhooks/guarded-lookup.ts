// Looks a name up for one connection. Private addresses are refused when the connection is made, not before: a name can
// have another address at the next lookup.
import {lookup} from 'node:dns'
import type {LookupFunction} from 'node:net'
import {isPrivateAddress} from './private-address.ts'

export class PrivateAddress extends Error {}

interface Options {
  /** Permits addresses of this machine and its network. */
  allowPrivate: boolean
  /** Looks a name up, as `node:dns` does. */
  resolve?: typeof lookup
}

/** The `lookup` of a request. It fails with `PrivateAddress`. A host that is an IP address is never looked up. */
export function guardedLookup({allowPrivate, resolve = lookup}: Options): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, {...options, all: true}, (error, addresses) => {
      const found = error ? [] : addresses
      const barred = allowPrivate ? undefined : found.find((one) => isPrivateAddress(one.address))
      const failure = barred
        ? new PrivateAddress(`${hostname} is ${barred.address}, an address of this network.`)
        : error
      const [first] = found
      if (failure || !first) answer(failure ?? new Error(`${hostname} has no address.`), '')
      else if (options.all) answer(null, found)
      else answer(null, first.address, first.family)
    })
  }
}
