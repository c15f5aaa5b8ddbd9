// @module-tag random
// `match` matches words like a regular expression, in linear time.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createMatcher} from '../src/match.ts'
import {createWordTest} from '../src/word-pattern.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

const LETTERS = [
  'a',
  'A',
  'b',
  'B',
  's',
  'S',
  'k',
  'K',
  '*',
  '.',
  '-',
  '_',
  ' ',
  '1',
  'é',
  'É',
  'ß',
  'ſ',
  'K',
  'İ',
  'ı',
  'µ',
  'Μ',
  'ς',
  'Σ',
  '港',
  '🌊',
]
const of = (letters: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), {maxLength: 12}).map((units) => units.join(''))
const text = fc.oneof(of(LETTERS), of(['a', 'A', '*', ' ', '.']))

/** `match` with regular expressions only, as the specification's tests expect it. */
function byExpressions(value: string, pattern: string): boolean {
  const edges = /(\b\.+|\.+\b)/g
  const words = value.replace(edges, '').match(/[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g) ?? []
  const wanted = pattern.replace(edges, '').match(/[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g) ?? []
  return (
    words.length > 0 &&
    wanted.length > 0 &&
    wanted.every((word) => {
      const source = word.split(/\*+/).map((part) => RegExp.escape(part))
      const expression = new RegExp(`^${source.join('.*')}$`, 'i')
      return words.some((one) => expression.test(one))
    })
  )
}

// Long words are matched by another algorithm, with the same results.
test.each([
  ['random texts and patterns', ''],
  ['long words', 'x'.repeat(101)],
])('matches %s like regular expressions', (_what, long) => {
  let matching = 0
  fc.assert(
    fc.property(text, text, (value, pattern) => {
      const expected = byExpressions(long + value, long + pattern)
      if (expected) matching += 1
      expect(createMatcher().matches(long + value, long + pattern)).toBe(expected)
    }),
    {numRuns: runs(20_000)},
  )
  expect(matching).toBeGreaterThan(300 * FACTOR)
})

test.each([
  ['a*b*c', 'aXbXbXc', true],
  ['a*b*c', 'aXcXb', false],
  ['*ab*ab*', 'abab', true],
  ['*aab*', 'aaaaab', true],
  ['*abab*', 'abaabab', true],
  ['ab*ba', 'aba', false],
  ['*', '', true],
  ['**', 'x', true],
])('%s on %s: %s', (pattern, word, expected) => {
  expect(createWordTest(pattern)(word)).toBe(expected)
  // A long word is not matched by a regular expression.
  const long = 'x'.repeat(200)
  expect(createWordTest(`${pattern}${long}`)(`${word}${long}`)).toBe(expected)
})

test('matches a word with many wildcards in linear time', () => {
  const word = 'a'.repeat(1_000_000)
  // With backtracking, each of the hundred parts would be tried at each position.
  expect(createWordTest(`${'*a'.repeat(100)}*b`)(word)).toBe(false)
  expect(createWordTest(`*${'a'.repeat(400)}b*${'a'.repeat(400)}b*`)(word)).toBe(false)
  expect(createMatcher().matches(`${'.'.repeat(1_000_000)} x`, 'x')).toBe(true)
})
