// Where groq-js is wrong by the specification, its conformance tests or Sanity's dated API, and we are not:
// one by one, as `docs/groq.md` lists them. Whatever groq-js puts right shows here.
import {evaluateSync, parse, toJS} from 'groq-js'
import {expect, test} from 'vitest'
import type {Json} from '../src/types.ts'
import {doc, evaluate, NOON} from './fixture.ts'

const DOCUMENTS = [
  doc('a', 'x', {n: 1, media: {_ref: 'b'}}),
  doc('b', 'x', {n: 2, aspects: {credit: 'Ada'}}),
]

const REFUSED = Symbol('refused')

function answer(work: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(work()) ?? 'null')
  } catch {
    return REFUSED
  }
}

function theirs(query: string, params: Record<string, Json>): unknown {
  return answer(() =>
    toJS(
      evaluateSync(parse(query, {params}), {
        dataset: DOCUMENTS,
        params,
        timestamp: new Date(NOON),
      }),
    ),
  )
}

const SURROGATES = '"\\ud83d\\ude00"'

test.each<[what: string, query: string, ours: unknown, params?: Record<string, Json>]>([
  ['null comes once', 'array::unique([null, 1, null, 1])', [null, 1]],
  [
    'equal moments come once',
    'count(array::unique([dateTime("2026-01-01T00:00:00Z"), dateTime("2026-01-01T01:00:00+01:00")]))',
    1,
  ],
  ['a path lies in a path', 'path("a.b") in path("a.*")', true],
  ['a path’s point is a point', '"axb" in path("a.b")', false],
  ['a pattern’s point is a point', '"港の夜" match "港.夜"', false],
  ['more digits than there are', 'round(1.5, 200)', 1.5],
  ['a day that is none', 'dateTime("2026-13-45T00:00:00Z")', null],
  ['a time beyond all time', 'dateTime("2026-01-01T00:00:00Z") + 1e15', null],
  ['letters beyond 16 bits', `"\\u{1F600}" == ${SURROGATES}`, true],
  ['escapes that there are not', '"\\q"', REFUSED],
  ['letters that there are not', '"\\u{110000}"', REFUSED],
  ['numbers that JSON has not', '1e999 > 1', null],
  ['a pipe into nothing', '* | order {n}', REFUSED],
  ['scores of what is no document', '*{n} | score(n == 1)', REFUSED],
  ['scores behind references', '*[0...1] | score(media->n == 2)', REFUSED],
  ['a parameter that was not given', 'count(*[n == $n])', REFUSED],
  ['a list in parentheses', '*[n == 9]{"a": (1, 2)}', REFUSED],
  ['too many arguments', 'sanity::projectId(1)', REFUSED],
  ['a change where there is none', 'delta::operation()', REFUSED],
  ['a condition’s boost, negated', '* | score(!boost(n == 1, 2)) | order(_id)._score', [0, 1]],
  [
    'a function’s parameter by the name of the query’s',
    'fn a::b($n) = $n{n}; *[n == 1]{"r": a::b(@)}.r',
    [{n: 1}],
    {n: 5},
  ],
  ['a parameter by the name of a method', '$hasOwnProperty', 1, {hasOwnProperty: 1}],
  ['`__proto__` is a name', '{"__proto__": 1, "a": 2}["__proto__"]', 1],
  ['selectors', 'diff::changedAny({"a": 1}, {"a": 2}, (a, b))', true],
  ['pt()', 'pt($blocks)', [{_type: 'block'}], {blocks: [{_type: 'block'}]}],
  ['geo()', 'geo({"lat": 1, "lng": 2}).coordinates', [2, 1]],
  ['geo::latLng()', 'geo::latLng(1, 2).coordinates', [2, 1]],
  ['geo::distance()', 'geo::distance(geo::latLng(1, 2), geo::latLng(1, 2))', 0],
  ['geo::contains()', 'geo::contains(geo::latLng(1, 2), geo::latLng(1, 2))', false],
  ['geo::intersects()', 'geo::intersects(geo::latLng(1, 2), geo::latLng(1, 2))', true],
  ['text::query()', '*["two words" match text::query("word*")]._id', ['a', 'b']],
  ['documents::get()', 'documents::get("b").n', 2],
  ['documents::incomingRefCount()', '*[_id == "b"]{"n": documents::incomingRefCount()}.n', [1]],
  [
    'documents::incomingGlobalDocumentReferenceCount()',
    '*[_id == "b"]{"n": documents::incomingGlobalDocumentReferenceCount()}.n',
    [0],
  ],
  ['media::aspect()', '*[_id == "a"]{"c": media::aspect(media, "credit")}.c', ['Ada']],
  ['user::attributes()', 'user::attributes()', {}],
  ['references() by path', '*[references(path("*"))]._id', ['a']],
])('%s: %s', (_what, query, ours, params = {}) => {
  expect(answer(() => evaluate(query, DOCUMENTS, params))).toEqual(ours)
  expect(theirs(query, params)).not.toEqual(ours)
})
