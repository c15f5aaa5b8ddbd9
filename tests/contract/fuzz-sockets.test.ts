// @module-tag random
// Random frames on both sockets: the process stays alive, and the next tab works. FUZZ_RUNS=50
// tries fifty times as many as the full run.
import fc from 'fast-check'
import {connect} from 'node:net'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {WebSocket} from 'ws'
import {oddJson, oddText, times} from '../support/fuzz/harness.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {openPresenceTab, PRESENCE_PATH} from '@copydesk/lake/tests/http/presence-tab.ts'

const LONG = 600_000
const MUX_PATH = '/v1/mux'
const STREAM = '/v1/data/listen/production?query=*'

let lake: TestLake
let cookie: string
const crashed = vi.fn<(error: unknown) => void>()
beforeAll(async () => {
  lake = await startLake()
  cookie = lake.person('editor').cookie
  process.on('uncaughtException', crashed).on('unhandledRejection', crashed)
})
afterAll(async () => {
  process.off('uncaughtException', crashed).off('unhandledRejection', crashed)
  await lake.close()
})

/** Sends the frames. Resolves when the server has answered the frame after them, or has closed. */
async function send(path: string, frames: readonly (string | Buffer)[]): Promise<void> {
  const socket = new WebSocket(lake.origin.replace('http', 'ws') + path, {headers: {cookie}})
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  await new Promise((resolve) => socket.once('open', resolve))
  const {host} = new URL(lake.origin)
  for (const frame of frames) {
    socket.send(typeof frame === 'string' ? frame.replaceAll('own.example', host) : frame)
  }
  // A ping comes after all of them: its pong shows that they were read.
  const read = new Promise((resolve) => socket.once('pong', resolve))
  socket.ping()
  await Promise.race([read, closed])
  socket.close()
  await closed
}

/** Both sockets work for correct clients. */
async function stillServes(): Promise<void> {
  expect(crashed.mock.calls).toEqual([])
  expect((await lake.fetch('/healthz')).status).toBe(200)
  const socket = new WebSocket(lake.origin.replace('http', 'ws') + MUX_PATH, {headers: {cookie}})
  const head = new Promise<string>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(data.toString())),
  )
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(JSON.stringify({type: 'open', id: 1, url: STREAM, headers: {}}))
  expect(JSON.parse(await head)).toMatchObject({type: 'head', id: 1, status: 200})
  socket.terminate()
  const tab = await openPresenceTab(lake.origin, {cookie})
  expect((await tab.call('presence_subscribe')).error).toBeUndefined()
  tab.socket.terminate()
}

const url = fc.oneof(
  fc.constantFrom(
    STREAM,
    '/v1/data/live/events/production',
    '/v1/data/listen/../../users/me',
    '/v1/data/listen/%2e%2e/x',
    '/v1/data/query/production?query=*',
    '//elsewhere.example/v1/data/listen/production',
    '/v1/data/listen/production?query=%',
    '/v1/data/listen/production?query=*[',
    '/v1/data/listen/production?query=*&$a={',
    '/v1/data/listen/\u0000',
    '/\\elsewhere.example/v1/data/listen/x',
  ),
  oddText.map((text) => `/v1/data/listen/${text}`),
  oddText.map((text) => `//${text}@own.example/v1/data/listen/production?query=*`),
  oddText,
)
const id = fc.oneof(fc.nat(3), oddJson)
const muxFrame = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('open', 'abort', 'x'),
      id,
      url,
      headers: fc.oneof(oddJson, fc.constant({})),
    })
    .map((frame) => JSON.stringify(frame)),
  fc.record({type: fc.constant('open'), id: fc.nat(90), url}).map((frame) => JSON.stringify(frame)),
  fc
    .record({
      type: fc.constant('open'),
      id: fc.nat(3),
      url: fc.constant(STREAM),
      headers: fc.dictionary(
        fc.constantFrom('authorization', 'Last-Event-ID', 'cookie', 'host', '__proto__'),
        oddText,
      ),
    })
    .map((frame) => JSON.stringify(frame)),
  oddText,
  fc.uint8Array({maxLength: 20}).map((bytes) => Buffer.from(bytes)),
)
const METHODS = [
  'authorization',
  'presence_subscribe',
  'presence_rollcall',
  'presence_announce',
  'presence_disconnect',
  'presence_unsubscribe',
  'constructor',
]
const call = fc.record(
  {
    jsonrpc: fc.constantFrom('2.0', '1.0'),
    id: fc.oneof(oddText, oddJson),
    method: fc.oneof(fc.constantFrom(...METHODS), oddText),
    params: fc.oneof(
      fc.record(
        {
          session: fc.oneof(oddText, oddJson),
          authorization: oddJson,
          subscription: oddJson,
          data: fc.oneof(
            fc.record(
              {
                sessionId: fc.oneof(fc.constant('s'), oddJson),
                locations: fc.oneof(
                  fc.array(
                    fc.record(
                      {
                        type: oddText,
                        documentId: oddText,
                        path: oddJson,
                        lastActiveAt: oddJson,
                        selection: oddJson,
                      },
                      {requiredKeys: []},
                    ),
                    {maxLength: 3},
                  ),
                  oddJson,
                ),
              },
              {requiredKeys: []},
            ),
            oddJson,
          ),
        },
        {requiredKeys: []},
      ),
      oddJson,
    ),
  },
  {requiredKeys: ['method']},
)
const presenceFrame = fc.oneof(
  call.map((value) => JSON.stringify(value)),
  call.map((value) => JSON.stringify({...value, jsonrpc: '2.0', id: 'x'})),
  fc.array(call, {maxLength: 2}).map((value) => JSON.stringify(value)),
  oddText,
  fc.uint8Array({maxLength: 20}).map((bytes) => Buffer.from(bytes)),
)
const frames = (frame: fc.Arbitrary<string | Buffer>) =>
  fc.array(frame, {minLength: 1, maxLength: 6})

describe('the sockets continue after', () => {
  it('frames of the mux', {timeout: LONG}, async () => {
    await fc.assert(
      fc.asyncProperty(frames(muxFrame), (sent) => send(MUX_PATH, sent)),
      times(150),
    )
    await stillServes()
  })

  it('frames of presence', {timeout: LONG}, async () => {
    const property = fc.asyncProperty(frames(presenceFrame), (sent) => send(PRESENCE_PATH, sent))
    await fc.assert(property, times(150))
    await stillServes()
  })

  it('bytes that are not frames', {timeout: LONG}, async () => {
    const noise = fc.uint8Array({minLength: 1, maxLength: 40})
    const property = fc.asyncProperty(noise, fc.constantFrom(MUX_PATH, PRESENCE_PATH), upgradeWith)
    await fc.assert(property, times(60))
    await stillServes()
  })

  it('an address with a name and a password in it', async () => {
    const {host} = new URL(lake.origin)
    const frame = {type: 'open', id: 1, url: `//a:b@${host}${STREAM}`, headers: {}}
    await send(MUX_PATH, [JSON.stringify(frame)])
    await stillServes()
  })
})

/** An upgrade by hand, then the bytes. Resolves when the server has closed or sent something. */
function upgradeWith(bytes: Uint8Array, path: string): Promise<void> {
  const {hostname, port, host} = new URL(lake.origin)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      )
      socket.once('data', () => socket.end(bytes))
    })
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.resume()
  })
}
