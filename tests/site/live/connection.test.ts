// A page that lost the lake waits longer each time, and not in step with a thousand others.
import {expect, test} from 'vitest'
import {pauseAfter} from '../../../site/live/connection.ts'

test('each failure doubles the pause, up to a minute', () => {
  expect([0, 1, 2, 3].map((failures) => pauseAfter(failures, 1))).toEqual([1000, 2000, 4000, 8000])
  expect(pauseAfter(6, 1)).toBe(60_000)
  expect(pauseAfter(10_000, 1)).toBe(60_000)
})

test('pages come back spread over half of it', () => {
  expect(pauseAfter(2, 0)).toBe(2000)
  const pauses = Array.from({length: 50}, () => pauseAfter(3))
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(4000)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(8000)
  expect(new Set(pauses).size).toBeGreaterThan(10)
})
