import {expect, it} from 'vitest'
import {deliveryDelay} from '../../src/webhooks/delivery-delay.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

it('waits twice as long each time, up to an hour', () => {
  const waits = [1, 2, 3, 4, 10, 11, 12, 500].map((failures) => deliveryDelay(failures, 0) / SECOND)
  expect(waits).toEqual([5, 10, 20, 40, 2560, 3600, 3600, 3600])
})

it('is up to a half shorter by chance', () => {
  expect(deliveryDelay(1, 1)).toBe(2.5 * SECOND)
  expect(deliveryDelay(1, 0.5)).toBe(3.75 * SECOND)
})

it('is at least as long as the receiver asks, within a limit', () => {
  expect(deliveryDelay(1, 0.5, 60 * SECOND)).toBe(60 * SECOND)
  expect(deliveryDelay(12, 0, 60 * SECOND)).toBe(HOUR)
  expect(deliveryDelay(1, 0, 1e12)).toBe(6 * HOUR)
})
