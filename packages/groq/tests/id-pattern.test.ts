// `path()` matches like a regular expression, in linear time.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createIdTest} from '../src/id-pattern.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

const part = fc.constantFrom('*', '**', 'a', 'b', 'ab', '')
const id = fc.array(fc.constantFrom('a', 'b', '.', '..'), {maxLength: 8}).map((of) => of.join(''))

test('matches like a regular expression', {tags: ['random']}, () => {
  let matching = 0
  fc.assert(
    fc.property(fc.array(part, {minLength: 1, maxLength: 5}), id, (parts, asked) => {
      const sources = parts.map((one) =>
        one === '*' ? '[^.]+' : one === '**' ? '.*' : RegExp.escape(one),
      )
      const expected = new RegExp(`^${sources.join('\\.')}$`).test(asked)
      if (expected) matching += 1
      expect(createIdTest(parts.join('.'))(asked), `${asked} in ${parts.join('.')}`).toBe(expected)
    }),
    {numRuns: runs(20_000)},
  )
  expect(matching).toBeGreaterThan(1_000 * FACTOR)
})

test('matches a pattern with many wildcards in linear time', () => {
  const matches = createIdTest(`${'**.'.repeat(40)}x`)
  expect(matches('a.'.repeat(2_000))).toBe(false)
  expect(matches(`${'a.'.repeat(2_000)}x`)).toBe(true)
})
