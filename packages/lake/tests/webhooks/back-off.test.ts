import {expect, it} from 'vitest'
import {backOff, readRetryAfter} from '../../src/webhooks/back-off.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

it('waits twice as long each time, up to an hour', () => {
  const waits = [1, 2, 3, 4, 10, 11, 12, 500].map((failures) => backOff(failures, 0) / SECOND)
  expect(waits).toEqual([5, 10, 20, 40, 2560, 3600, 3600, 3600])
})

it('comes up to a half earlier by chance', () => {
  expect(backOff(1, 1)).toBe(2.5 * SECOND)
  expect(backOff(1, 0.5)).toBe(3.75 * SECOND)
})

it('comes no earlier than the receiver asks, within reason', () => {
  expect(backOff(1, 0.5, 60 * SECOND)).toBe(60 * SECOND)
  expect(backOff(12, 0, 60 * SECOND)).toBe(HOUR)
  expect(backOff(1, 0, 1e12)).toBe(6 * HOUR)
})

it.each([
  [undefined, 0],
  ['120', 120 * SECOND],
  ['Wed, 25 Nov 2026 10:01:00 GMT', 60 * SECOND],
  ['Wed, 25 Nov 2026 09:00:00 GMT', 0],
  ['soon', 0],
])('Retry-After: %s', (header, milliseconds) => {
  expect(readRetryAfter(header, Date.parse('2026-11-25T10:00:00.000Z'))).toBe(milliseconds)
})
