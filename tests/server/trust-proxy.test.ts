// TRUST_PROXY: whose word on where a request comes from is taken.
import {describe, expect, it, test} from 'vitest'
import {OperatorError} from '@copydesk/lake/errors'
import {readEnvironment} from '../../server/environment.ts'
import {clientBehind, isTrusted, parseTrustProxy, type TrustProxy} from '@copydesk/lake/serve'

function trust(text: string): TrustProxy {
  const parsed = parseTrustProxy(text)
  if (!parsed) throw new Error(`${text} trusts nobody`)
  return parsed
}

describe('TRUST_PROXY', () => {
  it('trusts nobody unless told to', () => {
    expect(readEnvironment({})).not.toHaveProperty('trustProxy')
    expect(readEnvironment({TRUST_PROXY: ''})).not.toHaveProperty('trustProxy')
    expect(readEnvironment({TRUST_PROXY: 'none'})).not.toHaveProperty('trustProxy')
    expect(parseTrustProxy('0')).toBeNull()
  })

  test.each(['yes', '-1', '11', '10.0.0.0/33', '10.0.0.0/', 'proxy.example', '::1/129', ','])(
    'refuses "%s" in one sentence',
    (text) => {
      expect(() => readEnvironment({TRUST_PROXY: text})).toThrow(OperatorError)
      expect(() => readEnvironment({TRUST_PROXY: text})).toThrow(/^TRUST_PROXY must be [^]+\.$/)
    },
  )

  test.each([
    // A number of proxies: the last entries of the list are theirs.
    ['1', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['1', '10.0.0.1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['2', '10.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['2', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    // Addresses: the first one that is not a proxy's is the client.
    ['loopback', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['loopback', '::1', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['loopback', '::ffff:127.0.0.1', '2001:db8::7', '2001:db8::7'],
    ['loopback, 10.0.0.0/8', '127.0.0.1', '198.51.100.7, 10.1.2.3', '198.51.100.7'],
    ['private', '192.168.3.4', '198.51.100.7', '198.51.100.7'],
    ['2001:db8::/32', '2001:db8::1', '198.51.100.7', '198.51.100.7'],
    // From an untrusted sender, and values that are not addresses.
    ['loopback', '203.0.113.5', '198.51.100.7', '203.0.113.5'],
    ['loopback', '127.0.0.1', '', '127.0.0.1'],
    ['loopback', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['1', '10.0.0.1', '<script>', '10.0.0.1'],
  ])('%s: %s with "%s" is %s', (setting, socket, forwarded, client) => {
    expect(clientBehind(trust(setting), socket, forwarded)).toBe(client)
  })

  it('believes host and protocol only of the same proxies', () => {
    expect(isTrusted(trust('loopback'), '127.0.0.1')).toBe(true)
    expect(isTrusted(trust('loopback'), '::ffff:127.0.0.1')).toBe(true)
    expect(isTrusted(trust('loopback'), '10.0.0.1')).toBe(false)
    expect(isTrusted(trust('1'), '203.0.113.5')).toBe(true)
    expect(isTrusted(trust('loopback'), 'unknown')).toBe(false)
  })
})

describe('PUBLIC_URL', () => {
  test.each(['https://news.example/desk', 'https://news.example/?a', 'https://a:b@news.example'])(
    'refuses %s, which says more than an address can',
    (text) => {
      expect(() => readEnvironment({PUBLIC_URL: text})).toThrow(/^PUBLIC_URL must be [^]+\.$/)
    },
  )

  it('rejects an invalid address with one message', () => {
    expect(() => readEnvironment({PUBLIC_URL: 'news.example'})).toThrow(/PUBLIC_URL must be/)
    expect(readEnvironment({PUBLIC_URL: 'https://news.example'}).publicUrl?.origin).toBe(
      'https://news.example',
    )
  })
})
