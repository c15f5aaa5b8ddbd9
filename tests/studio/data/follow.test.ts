import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {follow, type FollowedClient} from '../../../studio/data/follow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Observer = Parameters<ReturnType<FollowedClient['listen']>['subscribe']>[0]

function start() {
  const observers: Observer[] = []
  const seen: (number | string)[] = []
  let loads = 0
  const following = follow({
    client: {
      listen: () => ({
        subscribe(observer) {
          observers.push(observer)
          return {unsubscribe: () => undefined}
        },
      }),
    },
    listenTo: '*',
    params: {},
    load: async () => ++loads,
    onValue: (value) => seen.push(value),
    onError: ({message}) => seen.push(message),
    tag: 'test',
  })
  return {observers, seen, following}
}

test('loads once for all changes within a second', async () => {
  const {observers, seen} = start()
  observers[0]?.next({type: 'welcome'})
  await vi.advanceTimersByTimeAsync(0)
  for (let count = 0; count < 3; count++) observers[0]?.next({type: 'mutation'})
  await vi.advanceTimersByTimeAsync(1000)
  expect(seen).toEqual([1, 2])
})

test('listens again 15 seconds after an error that ended the listener', async () => {
  const {observers, seen, following} = start()
  observers[0]?.error(new Error('Too many connections'))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(observers).toHaveLength(2)
  observers[1]?.next({type: 'welcome'})
  await vi.advanceTimersByTimeAsync(0)
  observers[1]?.next({type: 'mutation'})
  await vi.advanceTimersByTimeAsync(1000)
  expect(seen).toEqual(['Too many connections', 1, 2])
  following.close()
})

test('does not listen again once it is closed', async () => {
  const {observers, following} = start()
  observers[0]?.error(new Error('Too many connections'))
  following.close()
  await vi.advanceTimersByTimeAsync(15_000)
  expect(observers).toHaveLength(1)
})
