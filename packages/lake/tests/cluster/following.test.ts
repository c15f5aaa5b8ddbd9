// How a node follows the others when it cannot: its own disk is full.
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import type {Aside} from '../../src/cluster/messages.ts'
import {createClustering} from '../../src/parts/clustering.ts'
import {openDatabase} from '../../src/store/database.ts'

beforeEach(() => void vi.useFakeTimers({toFake: ['performance']}))
afterEach(() => void vi.useRealTimers())

it('tries once a second, and says so once, until it works again', async () => {
  const reported: unknown[] = []
  let isFull = true
  let attempts = 0
  let hear = (_aside: Aside): void => {}
  const nothing = {notify: () => {}, checkCredentials: () => {}}
  const node = {
    log: {
      joined: {cluster: 'abcdefgh-1'},
      onAside: (listener: typeof hear) => void (hear = listener),
      close: () => Promise.resolve(),
    },
    member: {
      onApplied: () => {},
      divergence: () => null,
      catchUp() {
        attempts++
        if (isFull) throw new Error('database or disk is full')
      },
    },
  }
  const storage = {node, database: openDatabase(':memory:'), log: {last: () => 0}}
  const followers = {hub: nothing, timer: nothing, webhooks: nothing}
  const base = {report: () => (error: unknown) => void reported.push(error)}
  const clustering = createClustering(base as never, {...storage, ...followers} as never)
  const hearFor = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 50) {
      hear({moved: true})
      vi.advanceTimersByTime(50)
    }
  }
  hearFor(3_000)
  expect([attempts, reported.length]).toEqual([3, 1])
  isFull = false
  hearFor(1_000)
  expect(attempts).toBeGreaterThan(20)
  isFull = true
  hearFor(50)
  expect(reported.length).toBe(2)
  await clustering?.stop()
  storage.database.close()
})
