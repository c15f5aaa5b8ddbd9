import {expect, it, test} from 'vitest'
import {backOff, readRetryAfter} from '../src/back-off.ts'

const SECOND = 1000

test.each([
  [1, 0, 1_000],
  [2, 0, 2_000],
  [6, 0, 32_000],
  [7, 0, 60_000],
  [5_000, 0, 60_000],
  [1, 1, 500],
  [3, 0.5, 3_000],
  [5_000, 1, 30_000],
])('after failure %i and with chance %d it waits %i ms', (failures, random, wait) => {
  expect(backOff(failures, {first: 1_000, longest: 60_000, random})).toBe(wait)
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
