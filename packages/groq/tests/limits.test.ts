// What one value may become, and what a result may come to: said before memory is asked for.
import {expect, test} from 'vitest'
import {isLongerThan} from '../src/json-length.ts'
import {evaluate} from './fixture.ts'
import {refusal} from './refusal.ts'

/** `seed`, doubled so many times by `step`. */
const doubled = (seed: string, step: string, times: number): string =>
  `{"a": ${seed}}${`{"a": ${step}}`.repeat(times)}.a`

test.each([
  ['sums of texts', doubled('"xxxxxxxx"', 'a + a', 30), 'a text of more than 8000000 letters'],
  [
    'joined texts',
    doubled('"xxxxxxxx"', 'array::join([a, a], a)', 20),
    'a text of more than 8000000 letters',
  ],
  ['sums of lists', doubled('[1, 2, 3, 4]', 'a + a', 40), 'a list of more than 2000000 items'],
  [
    'lists in lists',
    doubled('[1, 2, 3, 4]', '[...a, ...a]', 40),
    'a list of more than 2000000 items',
  ],
  [
    'lists of lists made one',
    doubled('[1, 2, 3, 4]', '[{"l": a}, {"l": a}].l[]', 40),
    'a list of more than 2000000 items',
  ],
  [
    'letters',
    `string::split(${doubled('"xxxxxxxx"', 'a + a', 19)}, "")`,
    'a list of more than 2000000 items',
  ],
  [
    'parts of a text',
    `string::split(${doubled('"x,x,x,x,"', 'a + a', 19)}, ",")`,
    'a list of more than 2000000 items',
  ],
  [
    'blocks of text',
    `pt::text(${doubled('[{"_type": "block", "children": [{"_type": "span", "text": "xxxxxxxx"}]}]', 'a + a', 20)})`,
    'a text of more than 8000000 letters',
  ],
])('%s', (_what, query, description) => {
  expect(refusal(query)).toMatchObject({
    type: 'queryResultTooLarge',
    message: expect.stringContaining(description),
  })
})

test('functions that call each other twice are not written out for ever', () => {
  const calls = Array.from({length: 30}, (_, index) => {
    return `fn f::f${index}($x) = $x{"a": f::f${index + 1}(@), "b": f::f${index + 1}(@)};`
  })
  const query = `${calls.join('\n')} fn f::f30($x) = $x{n}; f::f0({"n": 1})`
  expect(refusal(query)).toMatchObject({
    type: 'queryParseError',
    message: 'The functions of the query call each other too often. Use fewer calls.',
  })
  const few = `${calls.slice(0, 3).join('\n')} fn f::f3($x) = $x{n}; f::f0({"n": 1}).a.b.a`
  expect(evaluate(few)).toEqual({n: 1})
})

test('a long list is asked at once, whatever stands in it', () => {
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
    // The first time it is looked through, from then on looked up.
    const query = `{"list": ${list}}{"is": [{}, {}, {}]{"is": ${value} in ^.list}.is}.is`
    expect(evaluate(query), value).toEqual([expected, expected, expected])
  }
})

test('a length is known before the text is there', () => {
  const shared = {list: ['a', 1, null, true, undefined, {name: 'x'}]}
  const value = {one: shared, other: shared, none: undefined}
  const {length} = JSON.stringify(value)
  expect(isLongerThan(length, value)).toBe(false)
  expect(isLongerThan(Math.floor(length / 2), value)).toBe(true)
  expect(isLongerThan(2, 'a')).toBe(true)
  // Two to the hundredth of it on paper.
  let twice: unknown = 'x'
  for (let step = 0; step < 100; step++) twice = [twice, twice]
  expect(isLongerThan(1_000_000, twice)).toBe(true)
})
