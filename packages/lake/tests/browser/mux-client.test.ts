import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {WebSocketServer, type WebSocket as ServerSocket} from 'ws'
import type {ClientFrame, ServerFrame} from '../../src/browser/frames.ts'
import {createMuxClient, type MuxClient} from '../../src/browser/mux-client.ts'

let server: WebSocketServer
let client: MuxClient
let sockets: ServerSocket[]
let frames: ClientFrame[]
let awaited: {count: number; resolve: () => void} | undefined

/** Resolves once the server has received so many frames. */
const received = (count: number) =>
  new Promise<void>((resolve) => {
    awaited = {count, resolve}
    if (frames.length >= count) resolve()
  })
const answer = (frame: ServerFrame, socket = sockets.at(-1)) => socket?.send(JSON.stringify(frame))
const head = (id: number, status = 200): ServerFrame => ({
  type: 'head',
  id,
  status,
  headers: {'content-type': 'text/event-stream'},
})

beforeEach(async () => {
  sockets = []
  frames = []
  awaited = undefined
  server = new WebSocketServer({port: 0, host: '127.0.0.1'})
  await once(server, 'listening')
  server.on('connection', (socket) => {
    sockets.push(socket)
    socket.on('message', (data) => {
      frames.push(JSON.parse(String(data)) as ClientFrame)
      if (awaited && frames.length >= awaited.count) awaited.resolve()
    })
  })
  const {port} = server.address() as AddressInfo
  client = createMuxClient({connect: () => new WebSocket(`ws://127.0.0.1:${port}`), idleMs: 20})
})

afterEach(() => {
  client.close()
  for (const socket of server.clients) socket.terminate()
  server.close()
})

async function openStream(path = '/v1/data/listen/production', signal?: AbortSignal) {
  const before = frames.length
  const pending = client.open(path, {headers: {'last-event-id': '7'}, signal})
  await received(before + 1)
  const {id} = frames[before] as ClientFrame
  answer(head(id))
  return {id, response: await pending}
}

describe('one socket carries every stream', () => {
  test('each gets its own head and its own text', async () => {
    const first = await openStream('/v1/data/listen/production?query=a')
    const second = await openStream('/v1/data/listen/production?query=b')
    expect(frames).toEqual([
      {
        type: 'open',
        id: 1,
        url: '/v1/data/listen/production?query=a',
        headers: {'last-event-id': '7'},
      },
      {
        type: 'open',
        id: 2,
        url: '/v1/data/listen/production?query=b',
        headers: {'last-event-id': '7'},
      },
    ])
    answer({type: 'data', id: 2, d: 'event: welcome — 会見\n\n'})
    answer({type: 'data', id: 1, d: ':\n\n'})
    answer({type: 'end', id: 1})
    answer({type: 'end', id: 2})
    expect(await first.response.text()).toBe(':\n\n')
    expect(await second.response.text()).toBe('event: welcome — 会見\n\n')
    expect(second.response.headers.get('content-type')).toBe('text/event-stream')
    expect(sockets).toHaveLength(1)
  })

  test('the lake’s refusal arrives with its status and body', async () => {
    const pending = client.open('/v1/data/listen/production', {})
    await received(1)
    answer(head(1, 401))
    answer({type: 'data', id: 1, d: '{"errorCode":"SIO-401-AEX"}'})
    answer({type: 'end', id: 1})
    const response = await pending
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({errorCode: 'SIO-401-AEX'})
  })

  test('unknown and broken frames are ignored', async () => {
    const {response} = await openStream()
    sockets[0]?.send('not json')
    sockets[0]?.send('{"type":"data","id":99,"d":"x"}')
    sockets[0]?.send('{"type":"unknown","id":1}')
    answer({type: 'data', id: 1, d: 'mine'})
    answer({type: 'end', id: 1})
    expect(await response.text()).toBe('mine')
  })
})

describe('ending', () => {
  test('cancelling the body tells the lake', async () => {
    const {id, response} = await openStream()
    await response.body?.cancel()
    await received(2)
    expect(frames[1]).toEqual({type: 'abort', id})
  })

  test('the signal reaches the lake and fails the reader with its reason', async () => {
    const controller = new AbortController()
    const {id, response} = await openStream(undefined, controller.signal)
    const read = response.text()
    controller.abort()
    await expect(read).rejects.toMatchObject({name: 'AbortError'})
    await received(2)
    expect(frames[1]).toEqual({type: 'abort', id})
  })

  test('an aborted signal opens nothing', async () => {
    await expect(
      client.open('/v1/data/listen/production', {signal: AbortSignal.abort()}),
    ).rejects.toMatchObject({name: 'AbortError'})
    expect(sockets).toHaveLength(0)
  })

  test('the socket closes after some time without streams', async () => {
    const {response} = await openStream()
    const closed = once(sockets[0] as ServerSocket, 'close')
    await response.body?.cancel()
    await closed
    expect(server.clients.size).toBe(0)
  })

  test('a stream that is opened within that time keeps the socket', async () => {
    const {response} = await openStream()
    await response.body?.cancel()
    await received(2)
    await openStream()
    expect(sockets).toHaveLength(1)
  })
})

describe('a lost socket', () => {
  test('fails open streams with a TypeError, so that they are opened again', async () => {
    const {response} = await openStream()
    const read = response.text()
    const waiting = client.open('/v1/data/listen/production', {})
    await received(2)
    sockets[0]?.terminate()
    await expect(read).rejects.toBeInstanceOf(TypeError)
    await expect(waiting).rejects.toBeInstanceOf(TypeError)
  })

  test('is replaced by a new one for the next stream', async () => {
    const {response} = await openStream()
    const read = response.text()
    sockets[0]?.terminate()
    await expect(read).rejects.toBeInstanceOf(TypeError)
    const again = await openStream()
    expect(sockets).toHaveLength(2)
    answer({type: 'data', id: again.id, d: 'back'})
    answer({type: 'end', id: again.id})
    expect(await again.response.text()).toBe('back')
  })

  test('that was closed on purpose ends its streams, and the next one opens another socket', async () => {
    const {id, response} = await openStream()
    answer({type: 'data', id, d: 'all of it'})
    const read = response.text()
    await expect.poll(() => response.bodyUsed).toBe(true)
    client.close()
    expect(['', 'all of it']).toContain(await read)
    await openStream()
    expect(sockets).toHaveLength(2)
  })

  test('a lake that is down is a TypeError too', async () => {
    const nowhere = createMuxClient({connect: () => new WebSocket('ws://127.0.0.1:9')})
    await expect(nowhere.open('/v1/data/listen/production', {})).rejects.toBeInstanceOf(TypeError)
  })
})
