// Values and results that are too large are refused before memory is allocated for them.
import {expect, test} from 'vitest'
import {isLongerThan} from '../src/json-length.ts'
import {evaluate} from './fixture.ts'
import {refusalOf} from './refusal.ts'

/** Applies `step` to `seed` several times; each time doubles the value. */
const doubled = (seed: string, step: string, times: number): string =>
  `{"a": ${seed}}${`{"a": ${step}}`.repeat(times)}.a`

test.each([
  [
    'a large sum of strings',
    doubled('"xxxxxxxx"', 'a + a', 30),
    'a text of more than 8000000 characters',
  ],
  [
    'a large joined string',
    doubled('"xxxxxxxx"', 'array::join([a, a], a)', 20),
    'a text of more than 8000000 characters',
  ],
  [
    'a large sum of lists',
    doubled('[1, 2, 3, 4]', 'a + a', 40),
    'a list of more than 2000000 items',
  ],
  [
    'a large list of spread lists',
    doubled('[1, 2, 3, 4]', '[...a, ...a]', 40),
    'a list of more than 2000000 items',
  ],
  [
    'a large flattened list',
    doubled('[1, 2, 3, 4]', '[{"l": a}, {"l": a}].l[]', 40),
    'a list of more than 2000000 items',
  ],
  [
    'a large list of letters',
    `string::split(${doubled('"xxxxxxxx"', 'a + a', 19)}, "")`,
    'a list of more than 2000000 items',
  ],
  [
    'a large list of parts of a string',
    `string::split(${doubled('"x,x,x,x,"', 'a + a', 19)}, ",")`,
    'a list of more than 2000000 items',
  ],
  [
    'a large text of blocks',
    `pt::text(${doubled('[{"_type": "block", "children": [{"_type": "span", "text": "xxxxxxxx"}]}]', 'a + a', 20)})`,
    'a text of more than 8000000 characters',
  ],
])('refuses %s', (_what, query, description) => {
  expect(refusalOf(query)).toMatchObject({
    type: 'queryResultTooLarge',
    message: expect.stringContaining(description),
  })
})

test('refuses declared functions whose expansion is too large', () => {
  const calls = Array.from({length: 30}, (_, index) => {
    return `fn f::f${index}($x) = $x{"a": f::f${index + 1}(@), "b": f::f${index + 1}(@)};`
  })
  const query = `${calls.join('\n')} fn f::f30($x) = $x{n}; f::f0({"n": 1})`
  expect(refusalOf(query)).toMatchObject({
    type: 'queryParseError',
    message: 'The functions of the query call each other too often. Use fewer calls.',
  })
  const few = `${calls.slice(0, 3).join('\n')} fn f::f3($x) = $x{n}; f::f0({"n": 1}).a.b.a`
  expect(evaluate(few)).toEqual({n: 1})
})

test('`in` finds values of every type in a long list', () => {
  const list = `["a", null, true, 2, dateTime("2026-01-01T00:00:00Z"), [], ${'0, '.repeat(20)}]`
  for (const [value, expected] of [
    ['"a"', true],
    ['null', true],
    ['missing', true],
    ['false', false],
    ['"2"', false],
    ['[]', false],
    ['dateTime("2026-01-01T01:00:00+01:00")', true],
    ['"2026-01-01T00:00:00Z"', false],
  ] as const) {
    // The second search of a list builds a set.
    const query = `{"list": ${list}}{"is": [{}, {}, {}]{"is": ${value} in ^.list}.is}.is`
    expect(evaluate(query), value).toEqual([expected, expected, expected])
  }
})

test('measures JSON without writing it', () => {
  const shared = {list: ['a', 1, null, true, undefined, {name: 'x'}]}
  const value = {one: shared, other: shared, none: undefined}
  const {length} = JSON.stringify(value)
  expect(isLongerThan(length, value)).toBe(false)
  expect(isLongerThan(Math.floor(length / 2), value)).toBe(true)
  expect(isLongerThan(2, 'a')).toBe(true)
  // 2^100 characters of JSON.
  let twice: unknown = 'x'
  for (let step = 0; step < 100; step++) twice = [twice, twice]
  expect(isLongerThan(1_000_000, twice)).toBe(true)
})
