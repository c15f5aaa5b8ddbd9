// Proxies whose `X-Forwarded-…` headers are trusted. None by default, because any client can send
// these headers.
import {BlockList, isIP, isIPv6} from 'node:net'

/** The number of proxies before the server, or their addresses. */
export type TrustProxy = {hops: number} | {addresses: BlockList}

/** Names of address ranges. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
}

/**
 * Parses `none`, a number, or a list such as `loopback, 10.0.0.7, 192.168.0.0/24`.
 * @returns null for none, undefined for an invalid text
 */
export function parseTrustProxy(text: string): TrustProxy | null | undefined {
  const value = text.trim().toLowerCase()
  if (value === 'none' || value === '0') return null
  if (/^\d+$/.test(value)) return Number(value) <= 10 ? {hops: Number(value)} : undefined
  const addresses = new BlockList()
  for (const part of value.split(/[\s,]+/).flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', prefix] = part.split('/')
    const family = isIP(address)
    const bits = family === 6 ? 128 : 32
    const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1
    if (family === 0 || length < 0 || length > bits) return undefined
    addresses.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4')
  }
  return {addresses}
}

/** An IPv4 address in the notation of a dual-stack socket. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * The client's address. Each proxy has appended the address from which it was called.
 * @param socket the address at the other end of the connection
 * @param forwarded the `X-Forwarded-For` header
 */
export function clientBehind(trust: TrustProxy, socket: string, forwarded: string): string {
  const chain = forwarded
    .split(',')
    .map((part) => plain(part.trim()))
    .toReversed()
  let client = plain(socket)
  for (const [index, before] of chain.entries()) {
    const believed = 'hops' in trust ? index < trust.hops : isAmong(trust.addresses, client)
    // A proxy always writes an address.
    if (!believed || isIP(before) === 0) return client
    client = before
  }
  return client
}

/** Whether the connection itself comes from a trusted proxy. */
export function isTrusted(trust: TrustProxy, socket: string): boolean {
  return 'hops' in trust || isAmong(trust.addresses, plain(socket))
}

const isAmong = (addresses: BlockList, address: string): boolean =>
  isIP(address) !== 0 && addresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
