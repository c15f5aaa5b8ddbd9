// Where groq-js is wrong by the specification's own conformance tests, and we are not.
import {expect, test} from 'vitest'
import {evaluate} from '../query/fixture.ts'

test.each([
  ['array::unique([null, 1, null, 1])', [null, 1]],
  ['array::unique([dateTime("2026-01-01T00:00:00Z"), dateTime("2026-01-01T01:00:00+01:00")])', 1],
  ['path("a.b") in path("a.*")', true],
  ['path("a.b.c") in path("a.*")', false],
  ['"fooxbar" match "foo.bar"', false],
  ['round(1.5, 200)', 1.5],
])('%s', (query, expected) => {
  const found = evaluate(query)
  expect(typeof expected === 'number' && Array.isArray(found) ? found.length : found).toEqual(
    expected,
  )
})
