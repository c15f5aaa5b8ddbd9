// Requests that are answered before they were sent whole.
import {expect, it, onTestFinished} from 'vitest'
import {listen} from '../../src/serve/listen.ts'

it('an unread body closes the connection, and a read one does not', async () => {
  const listening = await listen({
    host: '127.0.0.1',
    port: 0,
    fetch: async (request) =>
      new URL(request.url).pathname === '/read'
        ? new Response(`${(await request.arrayBuffer()).byteLength}`)
        : new Response('Too large', {status: 413}),
  })
  onTestFinished(() => listening.close())
  const origin = `http://127.0.0.1:${listening.port}`
  const body = new Uint8Array(5_000_000)
  const post = (path: string) => fetch(origin + path, {method: 'POST', body})
  const refused = await post('/refuse')
  expect([refused.status, refused.headers.get('connection')]).toEqual([413, 'close'])
  const read = await post('/read')
  expect(await read.text()).toBe('5000000')
  expect(read.headers.get('connection')).not.toBe('close')
  expect((await fetch(`${origin}/get`)).headers.get('connection')).not.toBe('close')
})
