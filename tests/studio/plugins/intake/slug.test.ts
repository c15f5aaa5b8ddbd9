import {expect, it} from 'vitest'
import {slugOf} from '../../../../studio/plugins/intake/slug.ts'

it.each([
  [
    "China Starts its 'Two Sessions' Meetings: Why They Matter",
    'china-starts-its-two-sessions-meetings-why-they-matter',
  ],
  ['Größe zählt – für Øresund', 'grosse-zahlt-fur-oresund'],
  ['It isn’t over', 'it-isnt-over'],
  ['二会が始まる', ''],
  ['  ', ''],
])('makes of “%s” the address “%s”', (words, slug) => {
  expect(slugOf(words)).toBe(slug)
})

it('ends a long address between two words', () => {
  const slug = slugOf('ferry '.repeat(40))
  expect(slug.length).toBeLessThanOrEqual(96)
  expect(slug).toMatch(/^(?:ferry-)+ferry$/)
  expect(slugOf('x'.repeat(200))).toHaveLength(96)
})
