import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {createConnection} from '../../src/browser/connection.ts'
import {retryRequest} from '../../src/browser/retry-request.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As `AbortSignal.timeout` does, on the test's clock. */
function deadline(ms: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(new DOMException('Too late', 'TimeoutError')), ms)
  return controller.signal
}

/** A request to a server that is away until `back` is called. */
function awayServer() {
  let isThere = false
  const connection = createConnection(async () => isThere)
  const signals: AbortSignal[] = []
  const attempt = async (signal: AbortSignal): Promise<Response> => {
    signals.push(signal)
    if (!isThere) throw new TypeError('Failed to fetch')
    return new Response('there')
  }
  return {connection, attempt, signals, back: () => (isThere = true)}
}

test('ignores the caller’s deadline while the server is down', async () => {
  const {connection, attempt, signals, back} = awayServer()
  const answer = retryRequest(attempt, {connection, signal: deadline(20_000)})
  await vi.advanceTimersByTimeAsync(60_000)
  back()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await (await answer).text()).toBe('there')
  expect(signals.map(({aborted}) => aborted)).toEqual([false, false])
})

test('rejects when the caller aborts, before and during the wait', async () => {
  const {connection, attempt} = awayServer()
  const controller = new AbortController()
  const answer = retryRequest(attempt, {connection, signal: controller.signal})
  const refused = expect(answer).rejects.toMatchObject({name: 'AbortError'})
  await vi.advanceTimersByTimeAsync(2_000)
  controller.abort()
  await refused
})

test('throws an error that is not a lost connection', async () => {
  const {connection} = awayServer()
  const broken = async (): Promise<Response> => {
    throw new RangeError('a mistake')
  }
  await expect(retryRequest(broken, {connection, signal: null})).rejects.toThrow('a mistake')
})
