// Addresses of this machine or its network, and reserved ones. A webhook must not reach machines
// that only this server can reach.
import {BlockList, isIP} from 'node:net'

const PRIVATE: readonly [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local addresses, where clouds offer the credentials of their machines.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast and reserved addresses.
  ['224.0.0.0', 3],
]
/** The public part of IPv6, without addresses that contain an IPv4 address. */
const PUBLIC_6 = listOf('ipv6', [['2000::', 3]])
const TUNNELS_6 = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
])
const PRIVATE_4 = listOf('ipv4', PRIVATE)

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly [string, number][]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of subnets) list.addSubnet(address, bits, family)
  return list
}

/** @param address IPv4 or IPv6, as the system's resolver returns it; anything else is private */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  switch (isIP(bare)) {
    case 4:
      return PRIVATE_4.check(bare, 'ipv4')
    case 6: {
      const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
      if (mapped) return isPrivateAddress(mapped)
      return !PUBLIC_6.check(bare, 'ipv6') || TUNNELS_6.check(bare, 'ipv6')
    }
    default:
      return true
  }
}

/**
 * Whether a URL's host is a private address. Names are checked after their lookup, when the
 * connection is made.
 */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (isIP(bare) !== 0) return isPrivateAddress(bare)
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/.test(bare)
}
