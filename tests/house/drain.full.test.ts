// A stop that is announced: a load balancer sends requests elsewhere while the server still answers them.
import {get, request, type ClientRequest} from 'node:http'
import {beforeAll, expect, test} from 'vitest'
import {withAccess} from '../../server/commands/data-folder.ts'
import {onFolder} from '../server/support.ts'
import {start, temporaryFolder} from './support.ts'

const folder = temporaryFolder()
let token: string

beforeAll(async () => {
  const made = await onFolder(folder)('init', '--name', 'The Courier', '--admin', 'a@example.org')
  expect(made.stderr).toContain('The Courier is ready')
  const secretOf = (role: string) =>
    withAccess(folder, {}, ({tokens}) => tokens.create({name: role, role}).secret)
  token = await secretOf('editor')
})

const running = async (seconds: number) => {
  const server = await start({
    COPYDESK_DATA: folder,
    PORT: '0',
    COPYDESK_DRAIN_SECONDS: String(seconds),
  })
  const {origin} = new URL(server.addresses.site)
  const health = async () => {
    const answer = await fetch(`${origin}/healthz`).catch(() => null)
    return answer && ((await answer.json()) as object)
  }
  return {...server, origin, health}
}

/** Sends the first half of a document. */
function beginWriting(origin: string): {sent: ClientRequest; status: Promise<number | undefined>} {
  const sent = request(`${origin}/v2025-02-19/data/mutate/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
  })
  const status = new Promise<number | undefined>((resolve) => {
    sent.once('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', () => resolve(undefined))
  })
  sent.write('{"mutations": [{"createOrReplace": ')
  return {sent, status}
}

function openStream(origin: string): Promise<{ended: Promise<void>}> {
  const query = encodeURIComponent('*')
  return new Promise((resolve, reject) => {
    get(`${origin}/v2025-02-19/data/listen/production?query=${query}`, (response) => {
      const ended = new Promise<void>((end) => response.once('close', end).once('error', end))
      response.once('data', () => resolve({ended})).on('error', () => {})
    }).once('error', reject)
  })
}

test('says "stopping" on /healthz, answers what it gets, and then ends', async () => {
  const server = await running(2)
  expect(await server.health()).toEqual({status: 'ok'})
  const stream = await openStream(server.origin)
  const began = performance.now()
  const ended = server.stop('SIGTERM')
  await expect.poll(server.health).toEqual({status: 'stopping'})
  const page = await fetch(server.addresses.api)
  // A balancer that keeps the connection could send a request while it is closed.
  expect([page.status, page.headers.get('connection')]).toEqual([200, 'close'])
  const {sent, status} = beginWriting(server.origin)
  await expect.poll(server.health, {interval: 20}).toBeNull()
  // No connection any more, and yet the request that was begun has its answer.
  sent.end('{"_id": "topic-late", "_type": "topic"}}]}')
  expect(await status).toBe(200)
  expect(await ended).toBe(0)
  await stream.ended
  expect(performance.now() - began).toBeGreaterThan(2_000)
  expect(server.errors()).toBe('')
}, 60_000)

test('ends at once by a second SIGTERM', async () => {
  const server = await running(120)
  void server.stop('SIGTERM')
  await expect.poll(server.health).toEqual({status: 'stopping'})
  let code: number | null | undefined
  void server.ended.then((ended) => (code = ended))
  // One that follows within a second may be npm's.
  const repeat = () => {
    if (code === undefined) void server.stop('SIGTERM').catch(() => {})
    return code
  }
  await expect.poll(repeat, {timeout: 5_000, interval: 700}).toBe(1)
}, 60_000)
