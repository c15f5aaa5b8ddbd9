// What a proxy says of a request, over real connections: believed where it is trusted, else not.
import {request as httpRequest} from 'node:http'
import {describe, expect, it, onTestFinished} from 'vitest'
import {WebSocket} from 'ws'
import {listen} from '../../src/serve/listen.ts'
import {parseTrustProxy} from '../../src/serve/trust-proxy.ts'

interface Seen {
  url: string
  host: string | null
  address: string
  body: string
}

/** A server that answers what it takes a request for. */
async function server(trustProxy: string) {
  const trust = parseTrustProxy(trustProxy)
  const listening = await listen({
    host: '127.0.0.1',
    port: 0,
    ...(trust ? {trustProxy: trust} : {}),
    fetch: async (request, bindings) =>
      Response.json({
        url: request.url,
        host: request.headers.get('host'),
        address: (bindings as {clientAddress: string}).clientAddress,
        body: await request.text(),
      } satisfies Seen),
  })
  onTestFinished(() => listening.close())
  const {port} = listening
  return {
    ...listening,
    own: `127.0.0.1:${port}`,
    /** By hand, as `fetch` sets the host itself. */
    send: (headers: Record<string, string>, {path = '/a?b=c', body = ''} = {}): Promise<Seen> =>
      new Promise((resolve, reject) => {
        const method = body ? 'POST' : 'GET'
        const sent = httpRequest({host: '127.0.0.1', port, path, method, headers}, (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => void (text += chunk.toString()))
          answer.on('end', () => resolve(JSON.parse(text) as Seen))
        })
        sent.on('error', reject)
        sent.end(body)
      }),
  }
}

const SAID = {
  'x-forwarded-for': '203.0.113.9, 198.51.100.7',
  'x-forwarded-host': 'news.example.org',
  'x-forwarded-proto': 'https',
}

describe('headers of a proxy', () => {
  it.each(['none', '10.0.0.0/8'])('are ignored with trust in %s', async (setting) => {
    const {own, send} = await server(setting)
    const expected = {url: `http://${own}/a?b=c`, host: own, address: '127.0.0.1'}
    expect(await send(SAID)).toMatchObject(expected)
  })

  it.each(['loopback', '1'])(
    'replace the connection’s values with trust in %s',
    async (setting) => {
      const {send} = await server(setting)
      expect(await send(SAID)).toEqual({
        url: 'https://news.example.org/a?b=c',
        host: 'news.example.org',
        address: '198.51.100.7',
        body: '',
      })
    },
  )

  it('leave the request’s body and other headers unchanged', async () => {
    const {send} = await server('loopback')
    const body = 'ä'.repeat(100_000)
    expect(await send(SAID, {body})).toMatchObject({url: 'https://news.example.org/a?b=c', body})
  })

  it('are trusted only from the nearest proxy', async () => {
    const {send} = await server('loopback')
    const said = {
      'x-forwarded-host': 'evil.example, news.example.org',
      'x-forwarded-proto': 'https, http',
    }
    expect(await send(said)).toMatchObject({url: 'http://news.example.org/a?b=c'})
  })

  it('cannot put an invalid address into a request', async () => {
    const {own, send} = await server('loopback')
    for (const host of ['a/b', 'a@b', 'a b', '', 'a:b:c', 'evil.example/?']) {
      expect(await send({'x-forwarded-host': host})).toMatchObject({host: own})
    }
    const seen = await send({'x-forwarded-proto': 'javascript'})
    expect(seen.url).toBe(`http://${own}/a?b=c`)
  })

  it('apply to WebSockets too', async () => {
    for (const [setting, expected] of [
      ['none', undefined],
      ['loopback', 'news.example.org'],
    ] as const) {
      const {own, server: http} = await server(setting)
      const host = new Promise<string | undefined>((resolve) => {
        http.on('upgrade', (incoming, socket) => {
          resolve(incoming.headers.host)
          socket.destroy()
        })
      })
      const socket = new WebSocket(`ws://${own}/v1/mux`, {headers: SAID})
      socket.on('error', () => {})
      expect(await host).toBe(expected ?? own)
    }
  })
})
