// The end of a server that a load balancer knows to be stopping: what is under way is answered.
import {once} from 'node:events'
import {connect} from 'node:net'
import {text} from 'node:stream/consumers'
import {expect, it} from 'vitest'
import {listen} from '../../src/serve/listen.ts'

const HOST = '127.0.0.1'
const HEAD = `GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`

it('answers what is under way, ends each connection, and takes no new ones', async () => {
  const {port, finish, close} = await listen({host: HOST, port: 0, fetch: () => new Response('hi')})
  const socket = connect(port, HOST)
  await once(socket, 'connect')
  const finished = finish(5_000)
  socket.write(HEAD)
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1.1 200 OK.*connection: close.*hi$/is)
  await expect(fetch(`http://${HOST}:${port}`)).rejects.toThrow()
  await finished
  await close()
})

it('waits for a response, and not for an event stream', async () => {
  const gate = Promise.withResolvers<Response>()
  const stream = new ReadableStream({start: (controller) => controller.enqueue(Buffer.from(':\n'))})
  const arrived = Promise.withResolvers<undefined>()
  const answerTo = (path: string): Response | Promise<Response> => {
    if (path === '/stream')
      return new Response(stream, {headers: {'content-type': 'text/event-stream'}})
    arrived.resolve(undefined)
    return gate.promise
  }
  const {port, finish, close} = await listen({
    host: HOST,
    port: 0,
    fetch: ({url}) => answerTo(new URL(url).pathname),
  })
  const opened = await fetch(`http://${HOST}:${port}/stream`)
  const slow = fetch(`http://${HOST}:${port}/slow`).then((response) => response.text())
  await arrived.promise
  let isOver = false
  const finished = finish(60_000).then(() => (isOver = true))
  await expect(fetch(`http://${HOST}:${port}`)).rejects.toThrow()
  expect(isOver).toBe(false)
  gate.resolve(new Response('done'))
  expect(await slow).toBe('done')
  await finished
  await close()
  await expect(opened.text()).rejects.toThrow()
})
