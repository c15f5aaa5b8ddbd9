// How a node follows the others: on request, and when it cannot, as its own disk is full.
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import type {Aside} from '../../src/cluster/messages.ts'
import {LogBehind, LogUnavailable} from '../../src/errors.ts'
import {createClustering, type Clustering} from '../../src/parts/clustering.ts'
import {openDatabase} from '../../src/store/database.ts'

const database = openDatabase(':memory:')

let reported: unknown[]
let failure: Error | null
/** Why nothing can be written. */
let away: Error | null
let attempts: number
/** What the log has, and the node. */
let head: number
let position: number
/** Requests to look at the log. */
let looks: number[]
let hear: (aside: Aside) => void
let onApplied: () => void
let clustering: Clustering

beforeEach(() => {
  vi.useFakeTimers({toFake: ['performance', 'setTimeout', 'clearTimeout']})
  ;[reported, failure, away, attempts, head, position, looks] = [[], null, null, 0, 4, 4, []]
  const nothing = {notify: () => {}, checkCredentials: () => {}}
  const node = {
    log: {
      joined: {cluster: 'abcdefgh-1'},
      onAside: (listener: typeof hear) => void (hear = listener),
      isAway: () => away,
      look: (number: number) => void looks.push(number),
      close: () => Promise.resolve(),
    },
    member: {
      onApplied: (listener: () => void) => void (onApplied = listener),
      divergence: () => null,
      head: () => ({position}),
      catchUp() {
        attempts++
        if (failure) throw failure
        position = head
        onApplied()
      },
    },
  }
  const storage = {node, database, log: {last: () => 10 * position}}
  const followers = {hub: nothing, timer: nothing, webhooks: nothing}
  const base = {report: () => (error: unknown) => void reported.push(error)}
  clustering = createClustering(base as never, {...storage, ...followers} as never) as Clustering
})
afterEach(async () => {
  await clustering.stop()
  vi.useRealTimers()
})

/** The thread looks at the log as often as it does. */
const hearFor = (ms: number): void => {
  for (let passed = 0; passed < ms; passed += 50) {
    hear({moved: true})
    vi.advanceTimersByTime(50)
  }
}

describe('with a full disk', () => {
  it('tries once a second, and says so once, until it works again', () => {
    failure = new Error('database or disk is full')
    hearFor(3_000)
    expect([attempts, reported.length]).toEqual([3, 1])
    failure = null
    hearFor(1_000)
    expect(attempts).toBeGreaterThan(20)
    failure = new Error('database or disk is full')
    hearFor(50)
    expect(reported.length).toBe(2)
  })

  it('tries at once after an answer that came too late', () => {
    failure = new LogUnavailable()
    hearFor(500)
    expect([attempts, reported.length]).toEqual([10, 1])
  })
})

describe('a request', () => {
  it('waits for a look that began after it, and until its entries are there', async () => {
    const [first, second] = [clustering.freshen(), clustering.freshen()]
    head = 6
    failure = new LogUnavailable()
    hear({looked: 1, head: 6})
    failure = null
    vi.advanceTimersByTime(1_000 - 1)
    hear({moved: true})
    vi.advanceTimersByTime(1)
    expect([await first, await second, position]).toEqual([true, false, 6])
  })

  it('asks nothing if the node has what was seen', async () => {
    await clustering.reach({position: 4, event: 40})
    expect(looks).toEqual([])
  })

  it.each([
    {position: 6, event: 0},
    {position: 0, event: 60},
  ])('gets what others have written: %j', async (seen) => {
    head = 6
    const reached = clustering.reach(seen)
    hear({looked: 1, head})
    await reached
    expect(position).toBe(6)
  })

  it('is answered if what it says it has seen cannot be', async () => {
    const reached = clustering.reach({position: 900, event: 9_000})
    hear({looked: 1, head})
    await expect(reached).resolves.toBeUndefined()
  })

  it('gets a 503 if it has seen entries that the log has lost', async () => {
    const reached = clustering.reach({position: 5, event: 0})
    away = new LogBehind({furthest: 5, head: 4})
    hear({looked: 1, head})
    await expect(reached).rejects.toThrow(LogUnavailable)
  })

  it('gets a 503 if PostgreSQL does not answer', async () => {
    const reached = clustering.reach({position: 6, event: 0})
    vi.advanceTimersByTime(1_000)
    await expect(reached).rejects.toThrow(LogUnavailable)
  })
})
