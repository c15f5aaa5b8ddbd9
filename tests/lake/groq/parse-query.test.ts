import {expect, test} from 'vitest'
import {BadRequest} from '../../../lake/errors.ts'
import {evaluate} from '../query/fixture.ts'

function refusal(query: string): BadRequest {
  try {
    evaluate(query)
  } catch (error) {
    if (error instanceof BadRequest) return error
    throw error
  }
  throw new Error(`${query} was accepted`)
}

/** The query with the place that is pointed at between » and «. */
const shown = ({details}: BadRequest): string => {
  const {query, start, end} = details as {query: string; start: number; end: number}
  return `${query.slice(0, start)}»${query.slice(start, end)}«${query.slice(end)}`
}

test.each([
  ['*[_type == "x" && »]«', 'Unexpected "]"'],
  ['*»[«_type == "x"', '"[" is never closed'],
  ['*[_type »=« "x"]', 'Unexpected "="'],
  ['*[a]{b »c«}', 'Unexpected "c"'],
  ['*[a]{b,»,«c}', 'Unexpected ","'],
  ['*[a && (b || c»]«', 'Expected ")", found "]"'],
  ['count(*)»)«', 'Unexpected ")"'],
  ['*[a] »name«', 'Unexpected "name"'],
  ['*[a]\n\n  »b«', 'Unexpected "b"'],
  ['*[a]|order(»b«', 'Expected ")" after function arguments'],
  ['*[_type == »$type« && $other]', 'param $type referenced, but not provided'],
  ['*["$other" == »$type«]', 'param $type referenced, but not provided'],
  ['*[0...»$n«]', 'param $n referenced, but not provided'],
  ['»*|shuffle(b)«', 'Undefined pipe function: shuffle'],
  ['»count(1, 2)«', 'Incorrect number of arguments to function count(). Expected 1, got 2.'],
])('%s: %s', (marked, description) => {
  const error = refusal(marked.replace(/[»«]/g, ''))
  expect(error).toMatchObject({status: 400, type: 'queryParseError'})
  expect(error.message).toBe(description)
  expect(shown(error)).toBe(marked)
})

test('nesting without end is refused and not a crash', () => {
  expect(refusal('('.repeat(50_000))).toMatchObject({status: 400, type: 'queryParseError'})
})

test.each(['*["a" match text::semanticSimilarity("x")]', 'text::query("x")'])(
  '%s parses and is refused when evaluated',
  (query) => {
    expect(() =>
      evaluate(query, [{_id: 'a', _type: 'b', _rev: '', _createdAt: '', _updatedAt: ''}]),
    ).toThrow(expect.objectContaining({status: 400, type: 'queryError'}))
  },
)
