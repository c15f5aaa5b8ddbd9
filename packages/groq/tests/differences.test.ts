// The differences between our engine and groq-js that the README lists. In each of them groq-js
// deviates from the specification, its conformance tests or Sanity's API. A test fails when groq-js is
// corrected.
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
  ['array::unique() keeps one null', 'array::unique([null, 1, null, 1])', [null, 1]],
  [
    'array::unique() keeps one of equal dates',
    'count(array::unique([dateTime("2026-01-01T00:00:00Z"), dateTime("2026-01-01T01:00:00+01:00")]))',
    1,
  ],
  ['a path is in a path', 'path("a.b") in path("a.*")', true],
  ['a dot of a path is literal', '"axb" in path("a.b")', false],
  ['a dot of a pattern is literal', '"港の夜" match "港.夜"', false],
  ['rounding to more digits than the number has', 'round(1.5, 200)', 1.5],
  ['an invalid date', 'dateTime("2026-13-45T00:00:00Z")', null],
  ['a time out of range', 'dateTime("2026-01-01T00:00:00Z") + 1e15', null],
  ['code points above U+FFFF', `"\\u{1F600}" == ${SURROGATES}`, true],
  ['an unknown escape', '"\\q"', REFUSED],
  ['an invalid code point', '"\\u{110000}"', REFUSED],
  ['infinite numbers', '1e999 > 1', null],
  ['a pipe function without arguments', '* | order {n}', REFUSED],
  ['score() after a projection', '*{n} | score(n == 1)', REFUSED],
  ['score() with a reference', '*[0...1] | score(media->n == 2)', REFUSED],
  ['a missing parameter', 'count(*[n == $n])', REFUSED],
  ['a list in parentheses', '*[n == 9]{"a": (1, 2)}', REFUSED],
  ['too many arguments', 'sanity::projectId(1)', REFUSED],
  ['a delta function outside of a webhook', 'delta::operation()', REFUSED],
  ['a negated boost()', '* | score(!boost(n == 1, 2)) | order(_id)._score', [0, 1]],
  [
    'a function’s parameter with the name of a query’s parameter',
    'fn a::b($n) = $n{n}; *[n == 1]{"r": a::b(@)}.r',
    [{n: 1}],
    {n: 5},
  ],
  ['a parameter with the name of a method', '$hasOwnProperty', 1, {hasOwnProperty: 1}],
  ['an attribute named `__proto__`', '{"__proto__": 1, "a": 2}["__proto__"]', 1],
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
