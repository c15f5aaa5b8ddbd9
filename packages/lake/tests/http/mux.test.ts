// One socket, many streams: against the event-stream routes, as the studio's transport uses it.
import type {IncomingMessage} from 'node:http'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {createMux, type Mux} from '../../src/http/mux.ts'
import type {ServerFrame} from '../../src/http/mux-frames.ts'
import {collector, type Collector} from '../listen/collect.ts'
import {startTestServer, type TestServer} from '../listen/server.ts'

interface Tab {
  socket: WebSocket
  frames: Collector<ServerFrame>
  open(id: number, url: string, headers?: Record<string, string>): void
  abort(id: number): void
  /** Resolves with the text of a stream once it contains `part`. */
  text(id: number, part: string): Promise<string>
  closed: Promise<{code: number; reason: string}>
}

const LISTEN = '/v2025-02-19/data/listen/production?query=*&includeAllVersions=true'
const COOKIE = {cookie: 'copydesk_session=editor'}

let running: TestServer
let mux: Mux
let requests: Request[]
let tabs: Tab[]

function startMux(options: Partial<Parameters<typeof createMux>[0]> = {}): void {
  mux?.close()
  mux = createMux({
    fetch: async (request) => {
      requests.push(request)
      return running.app.fetch(request)
    },
    allowUpgrade: ({headers}: IncomingMessage) => headers.origin !== 'https://elsewhere.example',
    ...options,
  })
  mux.attach(running.server)
}

const address = (path = '/v1/mux'): string => `ws://127.0.0.1:${running.port}${path}`

async function openTab(headers: Record<string, string> = COOKIE, pongs = true): Promise<Tab> {
  const socket = new WebSocket(address(), {headers, autoPong: pongs})
  const frames = collector<ServerFrame>()
  socket.on('message', (data: Buffer) => frames.add(JSON.parse(data.toString())))
  const {promise: closed, resolve} = Promise.withResolvers<{code: number; reason: string}>()
  socket.on('close', (code, reason) => resolve({code, reason: reason.toString()}))
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))
  const textOf = (id: number): string =>
    frames.items.map((frame) => (frame.type === 'data' && frame.id === id ? frame.d : '')).join('')
  const tab: Tab = {
    socket,
    frames,
    closed,
    open: (id, url, headers) => socket.send(JSON.stringify({type: 'open', id, url, headers})),
    abort: (id) => socket.send(JSON.stringify({type: 'abort', id})),
    async text(id, part) {
      while (!textOf(id).includes(part)) await frames.until(frames.items.length + 1)
      return textOf(id)
    },
  }
  tabs.push(tab)
  return tab
}

function write(...args: Parameters<TestServer['lake']['write']>): void {
  running.lake.write(...args)
  running.hub.notify()
}

/** The status with which an upgrade is refused. */
function refusal(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(address(path), {headers})
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, {statusCode}) => {
      resolve(statusCode)
      socket.terminate()
    })
    socket.on('error', () => {})
  })
}

beforeEach(async () => {
  requests = []
  tabs = []
  running = await startTestServer()
  startMux()
})
afterEach(async () => {
  for (const {socket} of tabs) socket.terminate()
  mux.close()
  await running.close()
})

describe('the mux', () => {
  it('carries twenty streams over one socket, each with its own events', async () => {
    const tab = await openTab()
    const ids = Array.from({length: 20}, (_, n) => n + 1)
    for (const id of ids) {
      tab.open(id, LISTEN.replace('*', encodeURIComponent(`*[_id == "doc${id}"]`)))
    }
    await Promise.all(ids.map((id) => tab.text(id, 'event: welcome')))
    write(Object.fromEntries(ids.map((id) => [`doc${id}`, {}])))
    const texts = await Promise.all(ids.map((id) => tab.text(id, 'event: mutation')))
    for (const [index, text] of texts.entries()) {
      expect(text.match(/"documentId":"[^"]*"/g)).toEqual([`"documentId":"doc${index + 1}"`])
    }
    expect(tab.frames.items.filter(({type}) => type === 'head')).toHaveLength(20)
    expect(tab.frames.items.find(({type}) => type === 'head')).toMatchObject({
      status: 200,
      headers: {'content-type': 'text/event-stream; charset=utf-8'},
    })
  })

  it('sends the app requests with the tab’s cookie, host and origin', async () => {
    const origin = `http://127.0.0.1:${running.port}`
    const tab = await openTab({...COOKIE, origin, 'x-forwarded-for': '10.0.0.1'})
    tab.open(1, LISTEN, {'Last-Event-ID': '7', cookie: 'other', host: 'elsewhere', 'x-more': '1'})
    await tab.text(1, 'event: welcome')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.url).toBe(`${origin}${LISTEN}`)
    expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
      accept: 'text/event-stream',
      cookie: COOKIE.cookie,
      host: `127.0.0.1:${running.port}`,
      origin,
      'last-event-id': '7',
    })
  })

  it('lets each stream send a token of its own', async () => {
    const tab = await openTab({})
    tab.open(1, LISTEN)
    tab.open(2, LISTEN, {authorization: 'Bearer editor'})
    await Promise.all([tab.text(1, 'anonymous'), tab.text(2, 'uEditor')])
    write({'drafts.a': {}})
    write({a: {}})
    expect(await tab.text(1, '"documentId":"a"')).not.toContain('drafts.a')
    expect(await tab.text(2, '"documentId":"a"')).toContain('drafts.a')
  })

  it('resumes a stream on a new socket', async () => {
    const first = await openTab()
    first.open(1, `${LISTEN}&enableResume=true`)
    expect(await first.text(1, 'event: welcome')).toContain('id: 0\n')
    first.socket.terminate()
    write({a: {}})
    const second = await openTab()
    second.open(1, `${LISTEN}&enableResume=true`, {'last-event-id': '0'})
    const text = await second.text(1, '"documentId":"a"')
    expect(text.match(/^event: \w+$/gm)).toEqual(['event: welcomeback', 'event: mutation'])
  })

  it('stops a stream that is aborted, and no other', async () => {
    const tab = await openTab()
    tab.open(1, LISTEN)
    tab.open(2, LISTEN)
    await Promise.all([tab.text(1, 'welcome'), tab.text(2, 'welcome')])
    tab.abort(1)
    expect(await running.closedStreams.until(1)).toHaveLength(1)
    write({a: {}})
    await tab.text(2, '"documentId":"a"')
    expect(tab.frames.items.filter(({id, type}) => id === 1 && type === 'end')).toEqual([])
    expect(await tab.text(1, 'welcome')).not.toContain('documentId')
    tab.open(1, LISTEN)
    await tab.frames.until(tab.frames.items.length + 1)
  })

  it('stops every stream when the socket is lost', async () => {
    const tab = await openTab()
    for (const id of [1, 2, 3]) tab.open(id, LISTEN)
    await Promise.all([1, 2, 3].map((id) => tab.text(id, 'welcome')))
    expect(running.closedStreams.items).toEqual([])
    tab.socket.terminate()
    expect(await running.closedStreams.until(3)).toHaveLength(3)
  })

  it('ends the streams of an ended session, and answers the next with 401', async () => {
    const tab = await openTab()
    tab.open(1, LISTEN)
    await tab.text(1, 'welcome')
    running.endSession()
    while (!tab.frames.items.some(({type}) => type === 'end')) {
      await tab.frames.until(tab.frames.items.length + 1)
    }
    tab.open(2, LISTEN)
    expect(await tab.text(2, 'SIO-401-AEX')).toContain('sessionEnded')
    expect(tab.frames.items).toContainEqual(
      expect.objectContaining({type: 'head', id: 2, status: 401}),
    )
  })

  it('decodes a character that arrives in two chunks', async () => {
    const bytes = new TextEncoder().encode('data: é漢😀\n\n')
    startMux({
      fetch: async () =>
        new Response(
          new ReadableStream<Uint8Array>({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
              controller.close()
            },
          }),
        ),
    })
    const tab = await openTab()
    tab.open(1, LISTEN)
    expect(await tab.text(1, '\n\n')).toBe('data: é漢😀\n\n')
  })

  it('reads a stream no faster than the socket takes it', async () => {
    let pulled = 0
    const chunk = new Uint8Array(256 * 1024).fill(97)
    startMux({
      fetch: async () =>
        new Response(
          new ReadableStream<Uint8Array>({
            pull(controller) {
              controller.enqueue(chunk)
              if (++pulled === 200) controller.close()
            },
          }),
        ),
    })
    const tab = await openTab()
    tab.socket.pause()
    tab.open(1, LISTEN)
    // The other socket's round trips give the first time to run ahead, if it would.
    const other = await openTab()
    for (let turn = 0; turn < 50; turn++) {
      await new Promise((pong) => {
        other.socket.once('pong', pong)
        other.socket.ping()
      })
    }
    expect(pulled).toBeGreaterThan(0)
    expect(pulled).toBeLessThan(200)
    tab.socket.resume()
    while (!tab.frames.items.some(({type}) => type === 'end')) {
      await tab.frames.until(tab.frames.items.length + 1)
    }
    expect(pulled).toBe(200)
  })

  it.each([
    '/v1/data/query/production?query=*',
    '/v1/data/listen/../query/production?query=*',
    '/v1/data/listen/%2e%2e/query/production',
    '/login',
    '//elsewhere.example/v1/data/listen/production',
    'http://elsewhere.example/v1/data/listen/production',
  ])('opens only event streams, not %s', async (url) => {
    const tab = await openTab()
    tab.open(1, url)
    expect(await tab.frames.until(2)).toEqual([
      {type: 'head', id: 1, status: 404, headers: {}},
      {type: 'end', id: 1},
    ])
    expect(requests).toEqual([])
  })

  it('has at most 64 streams for each socket', async () => {
    const tab = await openTab()
    for (let id = 1; id <= 65; id++) tab.open(id, LISTEN)
    await tab.text(64, 'welcome')
    expect(tab.frames.items.filter(({id}) => id === 65)).toEqual([
      {type: 'head', id: 65, status: 429, headers: {}},
      {type: 'end', id: 65},
    ])
  })

  it.each([
    ['no JSON', 'open!'],
    ['no frame', '[]'],
    ['an unknown word', '{"type":"hello","id":1}'],
    ['no id', '{"type":"open","url":"/v1/data/listen/production"}'],
    [
      'a header across lines',
      '{"type":"open","id":1,"url":"/","headers":{"authorization":"a\\nb: c"}}',
    ],
    ['bytes', Buffer.from('{"type":"abort","id":1}')],
  ])('closes a socket that sends %s', async (_what, frame) => {
    const tab = await openTab()
    tab.socket.send(frame)
    expect(await tab.closed).toMatchObject({code: 1008})
  })

  it('closes a socket that opens a stream twice', async () => {
    const tab = await openTab()
    tab.open(1, LISTEN)
    tab.open(1, LISTEN)
    expect(await tab.closed).toMatchObject({code: 1008, reason: 'Stream 1 is open already.'})
  })

  it('closes a socket that sends a frame beyond 64 kB', async () => {
    const tab = await openTab()
    tab.open(1, `/v1/data/listen/production?query=${'x'.repeat(65 * 1024)}`)
    expect(await tab.closed).toMatchObject({code: 1009})
  })

  it('refuses a page of another origin', async () => {
    expect(await refusal('/v1/mux', {origin: 'https://elsewhere.example'})).toBe(403)
  })

  it('does not handle other upgrades', async () => {
    running.server.on('upgrade', (request, socket) => {
      if (request.url === '/v1/presence') socket.end('HTTP/1.1 418 I am a teapot\r\n\r\n')
    })
    expect(await refusal('/v1/presence', {})).toBe(418)
  })

  it('drops a socket that does not answer a ping', async () => {
    startMux({heartbeatMs: 150})
    const [alive, dead] = [await openTab(COOKIE), await openTab(COOKIE, false)]
    await dead.closed
    expect(alive.socket.readyState).toBe(WebSocket.OPEN)
  })

  it('closes with its server', async () => {
    const tab = await openTab()
    tab.open(1, LISTEN)
    await tab.text(1, 'welcome')
    mux.close()
    expect(await tab.closed).toEqual({code: 1001, reason: 'The server is going down.'})
    expect(await running.closedStreams.until(1)).toHaveLength(1)
  })
})
