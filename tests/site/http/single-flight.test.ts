// A thousand simultaneous readers cost one page. No reader gets a page that is older than the request.
import {expect, test} from 'vitest'
import {createSingleFlight} from '../../../site/http/single-flight.ts'
import {clientOver, published} from '../support/client.ts'
import {article, newsroom} from '../support/fixtures.ts'
import {siteOver, visit} from '../support/visit.ts'

/** The signal of a reader who waits. */
const STAYS = new AbortController().signal

/** Work that ends when the test says so. */
function workshop() {
  const ends: ((value: string) => void)[] = []
  const singleFlight = createSingleFlight<string>()
  let begun = 0
  const signals: AbortSignal[] = []
  const ask = (key = 'page', signal = STAYS) =>
    singleFlight({
      key,
      signal,
      work(shared) {
        begun++
        signals.push(shared)
        return new Promise((resolve) => ends.push(resolve))
      },
    })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    ask,
    begun: () => begun,
    signals,
    async end(value: string) {
      ends.shift()?.(value)
      await settle()
    },
  }
}

test('calls during the work share the next result', async () => {
  const {ask, begun, end} = workshop()
  const first = ask()
  const later = [ask(), ask(), ask()]
  expect(begun()).toBe(1)
  await end('old')
  expect(await first).toBe('old')
  expect(begun()).toBe(2)
  const last = ask()
  await end('new')
  expect(await Promise.all(later)).toEqual(['new', 'new', 'new'])
  await end('newest')
  expect(await last).toBe('newest')
  expect(begun()).toBe(3)
})

test('nothing is cached after the work, and other keys do not wait', async () => {
  const {ask, begun, end} = workshop()
  const first = ask()
  void ask('another')
  expect(begun()).toBe(2)
  await end('one')
  expect(await first).toBe('one')
  const again = ask()
  expect(begun()).toBe(3)
  await end('of another')
  await end('two')
  expect(await again).toBe('two')
})

test('a failure reaches only its callers; the next call runs', async () => {
  const singleFlight = createSingleFlight<string>()
  const turn = {key: 'page', signal: STAYS}
  const failed = singleFlight({...turn, work: () => Promise.reject(new Error('No lake'))})
  const next = singleFlight({...turn, work: () => Promise.resolve('a page')})
  await expect(failed).rejects.toThrow('No lake')
  expect(await next).toBe('a page')
})

test('work is aborted when its last reader has left, and not before', async () => {
  const {ask, signals, end} = workshop()
  const [first, second] = [new AbortController(), new AbortController()]
  void ask('page', first.signal)
  const shared = [ask('page', first.signal), ask('page', second.signal)]
  await end('old')
  first.abort()
  expect(signals.map(({aborted}) => aborted)).toEqual([true, false])
  second.abort()
  expect(signals[1]?.aborted).toBe(true)
  await end('new')
  expect(await Promise.all(shared)).toEqual(['new', 'new'])
})

test('work without readers is not started, and gets no new readers', async () => {
  const {ask, begun, end} = workshop()
  const leaves = new AbortController()
  const first = ask()
  const left = expect(ask('page', leaves.signal)).rejects.toThrow('The reader left')
  leaves.abort(new Error('The reader left'))
  const stays = ask()
  await end('old')
  await left
  expect(begun()).toBe(2)
  await end('new')
  expect(await Promise.all([first, stays])).toEqual(['old', 'new'])
})

test('a thousand simultaneous readers need as many queries as two', async () => {
  const documents = newsroom(article('piece'))
  const client = clientOver(published(documents))
  let questions = 0
  const fetch: typeof client.fetch = (query, params) => {
    questions++
    return client.fetch(query, params)
  }
  const site = siteOver(documents, {client: {fetch}})
  await visit(site, '/article/piece')
  const alone = questions
  expect(alone).toBeGreaterThan(0)
  questions = 0
  const all = await Promise.all(Array.from({length: 1000}, () => visit(site, '/article/piece')))
  expect(questions).toBeLessThanOrEqual(2 * alone)
  expect(new Set(all.map(({html}) => html)).size).toBe(1)
  expect(all.every(({response}) => response.status === 200)).toBe(true)
})
