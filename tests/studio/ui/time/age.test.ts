import {expect, test} from 'vitest'
import {age} from '../../../../studio/ui/time/age.ts'

const NOW = Date.parse('2026-11-25T10:00:00.000Z')
const ago = (minutes: number) => age(new Date(NOW - minutes * 60_000).toISOString(), NOW)

test('an age fits into a narrow column', () => {
  expect(ago(0.5)).toBe('just now')
  expect(ago(12)).toBe('12 min')
  expect(ago(3 * 60 + 50)).toBe('3 h')
  expect(ago(24 * 60)).toBe('1 day')
  expect(ago(13 * 24 * 60)).toBe('13 days')
  expect(ago(35 * 24 * 60)).toBe('5 weeks')
  expect(ago(800 * 24 * 60)).toBe('2 years')
})

test('a time in the future has no age, and an invalid time has none', () => {
  expect(ago(-5)).toBe('just now')
  expect(age('', NOW)).toBe('')
})
