import type {lookup} from 'node:dns'
import {describe, expect, it} from 'vitest'
import {createPost} from '../../src/webhooks/post.ts'
import {isPrivateAddress, isPrivateHost} from '../../src/webhooks/private-address.ts'
import {startReceiver} from './receiver.ts'

const never = new AbortController().signal
const to = (url: string) => ({url, method: 'POST', headers: {}, body: '{}'})
/** A resolver that answers each question with the next of these. */
function answering(...answers: string[][]) {
  const asked: string[] = []
  const resolve = ((hostname: string, _: object, callback: (...given: unknown[]) => void) => {
    asked.push(hostname)
    const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? []
    const found = addresses.map((address) => ({address, family: address.includes(':') ? 6 : 4}))
    callback(null, found)
  }) as unknown as typeof lookup
  return {resolve, asked}
}

describe('addresses that are not public', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('%s', (address) => expect(isPrivateAddress(address)).toBe(true))

  it.each(['93.184.216.34', '172.32.0.1', '100.128.0.1', '8.8.8.8', '2606:4700::1111'])(
    '%s is public',
    (address) => expect(isPrivateAddress(address)).toBe(false),
  )

  it.each(['localhost', 'a.localhost', 'db.internal', 'printer.local', '[::1]', '127.0.0.1.'])(
    '%s is private by its name',
    (host) => expect(isPrivateHost(host)).toBe(true),
  )
})

describe('a request', () => {
  it('is refused if the name leads into this network, whatever it led to before', async () => {
    const receiver = await startReceiver()
    const {port} = new URL(receiver.url)
    const {resolve, asked} = answering(['93.184.216.34'], ['127.0.0.1'])
    // A lookup beforehand finds a public address.
    resolve('rebind.example', {all: true}, () => {})
    const post = createPost({allowPrivate: false, resolve})
    const outcome = await post(to(`http://rebind.example:${port}/`), never)
    expect(outcome).toMatchObject({
      failure: 'refused',
      detail: expect.stringContaining('127.0.0.1'),
    })
    // Asked once, for the connection itself.
    expect(asked).toHaveLength(2)
    expect(receiver.received).toHaveLength(0)
    await receiver.close()
  })

  it('is refused if one of several addresses is private', async () => {
    const {resolve} = answering(['93.184.216.34', '10.0.0.1'])
    const post = createPost({allowPrivate: false, resolve})
    expect(await post(to('http://both.example/'), never)).toMatchObject({failure: 'refused'})
  })

  it.each(['http://127.0.0.1:9/', 'http://[::1]:9/', 'http://0x7f.1:9/', 'http://localhost:9/'])(
    'is refused without a lookup: %s',
    async (url) => {
      const {resolve, asked} = answering(['93.184.216.34'])
      const post = createPost({allowPrivate: false, resolve})
      expect(await post(to(url), never)).toMatchObject({failure: 'refused'})
      expect(asked).toEqual([])
    },
  )

  it('reaches allowed addresses, by the address of the name', async () => {
    const receiver = await startReceiver()
    const {resolve} = answering(['127.0.0.1'])
    const post = createPost({allowPrivate: true, resolve})
    const url = `http://hooks.example:${new URL(receiver.url).port}/hook`
    expect(await post(to(url), never)).toEqual({status: 200})
    expect(receiver.received[0]?.headers.host).toBe(new URL(url).host)
    await receiver.close()
  })

  it('does not follow a redirect', async () => {
    const [receiver, target] = [await startReceiver(), await startReceiver()]
    receiver.answer({status: 307, headers: {location: target.url}})
    const post = createPost({allowPrivate: true})
    expect(await post(to(receiver.url), never)).toEqual({status: 307})
    expect(target.received).toHaveLength(0)
    await Promise.all([receiver.close(), target.close()])
  })

  it('ends without a response, and when the lake is closed', async () => {
    const receiver = await startReceiver()
    receiver.answer(() => {})
    const impatient = createPost({allowPrivate: true, timeoutMs: 50})
    expect(await impatient(to(receiver.url), never)).toMatchObject({failure: 'timeout'})
    const closing = new AbortController()
    const answer = createPost({allowPrivate: true})(to(receiver.url), closing.signal)
    await receiver.heard(2)
    closing.abort()
    expect(await answer).toMatchObject({failure: 'network'})
    await receiver.close()
  })

  it('ends after the headers: an endless body is not read', async () => {
    const receiver = await startReceiver()
    receiver.answer((response) => {
      response.writeHead(200)
      response.write('and so on')
    })
    expect(await createPost({allowPrivate: true})(to(receiver.url), never)).toEqual({status: 200})
    await receiver.close()
  })

  it('without a receiver is a temporary fault', async () => {
    const receiver = await startReceiver()
    await receiver.close()
    const post = createPost({allowPrivate: true})
    expect(await post(to(receiver.url), never)).toMatchObject({failure: 'network'})
  })
})
