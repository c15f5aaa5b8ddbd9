// Decides which addresses count as one caller for limits by address.
import {isIP} from 'node:net'

/**
 * The address itself for IPv4, the /64 network for IPv6, because one IPv6 connection usually has
 * all addresses of its network.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || isIP(address) !== 6) return mapped ?? address
  // In canonical form: `2001:DB8::1` is `2001:0db8::1`.
  const canonical = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1)
  if (!canonical) return address
  const [head = [], tail = []] = canonical.split('::').map((part) => part.split(':'))
  const zeros = Array.from({length: 8 - head.length - tail.length}, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}
