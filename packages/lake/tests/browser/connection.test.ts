import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {createConnection} from '../../src/browser/connection.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers from the moment that `isThere` is true. */
function lostConnection() {
  const server = {isThere: false, asked: 0}
  const order: string[] = []
  const connection = createConnection(
    async () => {
      server.asked++
      return server.isThere
    },
    () => order.push('returned'),
  )
  return {server, order, connection}
}

describe('a lost connection', () => {
  test('lets all waiting requests continue when the server answers', async () => {
    const {server, order, connection} = lostConnection()
    connection.subscribe(() => order.push(connection.state()))
    const first = connection.wait().then(() => order.push('first'))
    const second = connection.wait().then(() => order.push('second'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(order).toEqual(['lost'])
    server.isThere = true
    await vi.advanceTimersByTimeAsync(5_000)
    await Promise.all([first, second])
    expect(order).toEqual(['lost', 'returned', 'open', 'first', 'second'])
  })

  test('is checked by one request at a time, less and less often', async () => {
    const {server, connection} = lostConnection()
    for (let requests = 0; requests < 50; requests++) void connection.wait()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.asked).toBeGreaterThan(10)
    expect(server.asked).toBeLessThan(25)
  })

  test('is checked immediately on request', async () => {
    const {server, connection} = lostConnection()
    const waiting = connection.wait()
    await vi.advanceTimersByTimeAsync(60_000)
    const {asked} = server
    server.isThere = true
    connection.askNow()
    await waiting
    expect(server.asked).toBe(asked + 1)
  })

  test('that is back at the first check is not reported', async () => {
    const {server, order, connection} = lostConnection()
    server.isThere = true
    connection.subscribe(() => order.push(connection.state()))
    await connection.wait()
    expect(order).toEqual([])
  })

  test('removes the request of a caller who aborts it', async () => {
    const {connection} = lostConnection()
    const controller = new AbortController()
    const waiting = connection.wait(controller.signal)
    controller.abort()
    await expect(waiting).rejects.toMatchObject({name: 'AbortError'})
    await expect(connection.wait(controller.signal)).rejects.toMatchObject({name: 'AbortError'})
  })
})
