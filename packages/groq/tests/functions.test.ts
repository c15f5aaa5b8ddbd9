// Functions of the specification's extensions and of Sanity's API, and syntax that groq-js does not
// support.
import {describe, expect, test} from 'vitest'
import {compileQuery} from '../src/compile.ts'
import {parseQuery} from '../src/parse-query.ts'
import {EMPTY_CONTEXT, Scope} from '../src/scope.ts'
import {doc, evaluate} from './fixture.ts'

const HOME = 'dataset:copydesk.production:'

describe('references across datasets', () => {
  const documents = [
    doc('photo', 'asset', {aspects: {credit: {name: 'Ada'}, empty: null}}),
    doc('one', 'article', {media: {_type: 'globalDocumentReference', _ref: `${HOME}photo`}}),
    doc('two', 'article', {media: {_ref: `${HOME}photo`}, more: [{_ref: `${HOME}photo`}]}),
    doc('plain', 'article', {media: {_ref: 'photo'}}),
    doc('elsewhere', 'article', {media: {_ref: 'media-library:library:photo'}}),
  ]
  test.each([
    ['*[_id == "photo"][0]{"n": documents::incomingGlobalDocumentReferenceCount()}.n', 2],
    ['*[documents::incomingGlobalDocumentReferenceCount() > 0]._id', ['photo']],
    ['{"n": documents::incomingGlobalDocumentReferenceCount()}.n', null],
    ['*[_id == "one"][0]{"a": documents::get(media).aspects.credit.name}.a', 'Ada'],
    ['*[_id == "elsewhere"][0]{"a": documents::get(media)}.a', null],
    ['*[_id == "one"][0]{"a": media::aspect(media, "credit").name}.a', 'Ada'],
    ['*[_id == "one"][0]{"a": media::aspect(media, "nothing")}.a', null],
    ['*[_id == "one"][0]{"a": media::aspect(media, 3)}.a', null],
    // The asset is in a media library, not in this dataset.
    ['*[_id == "elsewhere"][0]{"a": media::aspect(media, "credit")}.a', null],
    ['media::aspect(null, "credit")', null],
  ])('%s', (query, expected) => {
    expect(evaluate(query, documents)).toEqual(expected)
  })

  test('references() accepts a path', () => {
    const related = [
      doc('draft', 'article', {author: {_ref: 'drafts.ada'}}),
      doc('live', 'article', {author: {_ref: 'ada'}}),
    ]
    const ask = (groq: string) => evaluate(groq, related)
    expect(ask('*[references(path("drafts.**"))]._id')).toEqual(['draft'])
    expect(ask('*[references((path("drafts.*")), "ada")]._id')).toEqual(['draft', 'live'])
    expect(ask('*[references(path("a.*"))]._id')).toEqual([])
  })
})

describe('pt()', () => {
  const block = {_type: 'block', children: [{_type: 'span', text: 'A'}]}
  test.each([
    ['a block', block, block],
    ['blocks', [block, {_type: 'photo'}], [block, {_type: 'photo'}]],
    ['an empty list', [], []],
    ['a text', 'A', null],
    ['a block and a text', [block, 'A'], null],
    ['an object', {children: []}, null],
  ])('%s', (_what, value, expected) => {
    expect(evaluate('pt($value)', [], {value})).toEqual(expected)
    expect(evaluate('global::pt($value)', [], {value})).toEqual(expected)
  })

  test('pt::text() returns the text of pt()', () => {
    expect(evaluate('pt::text(pt($value))', [], {value: [block, block]})).toBe('A\n\nA')
  })
})

describe('geo()', () => {
  const point = {type: 'Point', coordinates: [10, 50]}
  test.each([
    ['lon in place of lng', 'geo({"lat": 50, "lon": 10})', point],
    ['both', 'geo({"lat": 50, "lng": 10, "lon": 10})', null],
    ['neither', 'geo({"lat": 50})', null],
    ['not a number', 'geo({"lat": 50, "lon": "10"})', null],
    ['a collection', 'geo($both)["type"]', 'GeometryCollection'],
    [
      'a collection of unknown shapes',
      'geo({"type": "GeometryCollection", "geometries": [1]})',
      null,
    ],
    ['beyond a pole', 'geo::latLng(90.5, 10)', null],
    ['beyond the date line', 'geo::latLng(50, -180.5)', null],
    ['at a pole', 'geo::latLng(-90, 180)', {type: 'Point', coordinates: [180, -90]}],
    ['a ring with a repeated position', 'geo($still)', null],
    ['an open ring', 'geo($open)', null],
    ['a point in a collection', 'geo::intersects($both, geo::latLng(50, 10))', true],
    ['a point beside a collection', 'geo::intersects($both, geo::latLng(51, 10))', false],
  ])('%s', (_what, query, expected) => {
    const ring = (...coordinates: number[][]) => ({type: 'Polygon', coordinates: [coordinates]})
    const params = {
      both: {
        type: 'GeometryCollection',
        geometries: [
          point,
          {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        ],
      },
      still: ring([0, 0], [1, 0], [1, 0], [1, 1], [0, 0]),
      open: ring([0, 0], [1, 0], [1, 1], [0, 1]),
    }
    expect(evaluate(query, [], params)).toEqual(expected)
  })
})

describe('delta:: and diff::', () => {
  const before = {
    _rev: '1',
    _updatedAt: 'a',
    title: 'A',
    authors: [
      {name: 'Ada', year: 1960},
      {name: 'Bo', year: 1940},
    ],
    cover: {_type: 'image', alt: 'A'},
  }
  const changed = (query: string, after: object) =>
    compileQuery(parseQuery(query, {}, 'delta'))(
      new Scope(after, {...EMPTY_CONTEXT, before, after}),
    )
  const younger = {
    ...before,
    authors: [
      {name: 'Ada', year: 1961},
      {name: 'Bo', year: 1940},
    ],
  }
  const renamed = {
    ...before,
    authors: [
      {name: 'Ada', year: 1960},
      {name: 'Bob', year: 1940},
    ],
  }

  test.each([
    ['delta::changedAny(title)', {...before, title: 'B'}, true],
    ['delta::changedAny((title, cover.alt))', {...before, cover: {_type: 'image', alt: 'B'}}, true],
    ['delta::changedAny(authors[].year)', younger, true],
    ['delta::changedAny(authors[].year)', renamed, false],
    ['delta::changedAny(authors[].(year, name))', renamed, true],
    ['delta::changedAny(authors[year > 1950].name)', renamed, false],
    ['delta::changedAny(authors[year < 1950].name)', renamed, true],
    ['delta::changedAny(anywhere(_type == "image"))', {...before, title: 'B'}, false],
    ['delta::changedAny(anywhere(_type == "image"))', {...before, cover: {_type: 'image'}}, true],
    // Every change sets `_rev` and `_updatedAt`.
    ['delta::changedOnly(title)', {...before, title: 'B', _rev: '2', _updatedAt: 'b'}, true],
    ['delta::changedOnly(authors[].year)', {...younger, _rev: '2'}, true],
    ['delta::changedOnly(title)', {...younger, title: 'B'}, false],
    ['diff::changedOnly(before(), after(), title)', {...before, title: 'B', _rev: '2'}, false],
    ['before().title + after().title', {...before, title: 'B'}, 'AB'],
  ])('%s', (query, after, expected) => {
    expect(changed(query, after)).toBe(expected)
  })
})

describe('syntax that groq-js reads differently', () => {
  test.each([
    ['"\\u{1F600} \\u{41}\\\\u{41}"', '😀 A\\u{41}'],
    ['\'\\u{10FFFF}\' == "\\uDBFF\\uDFFF"', true],
    ['1e999', null],
    ['1e999 > 1', null],
    ['[-1e999, 2]', [null, 2]],
    ['"geo(1)" + string(count([geo("x"), "pt("]))', 'geo(1)2'],
  ])('%s', (query, expected) => {
    expect(evaluate(query)).toEqual(expected)
  })

  test('parameters can have any name', () => {
    expect(evaluate('$hasOwnProperty + $toString', [], {hasOwnProperty: 1, toString: 2})).toBe(3)
    expect(evaluate('$__proto__', [], JSON.parse('{"__proto__": 4}'))).toBe(4)
  })
})

describe('declared functions', () => {
  const documents = [
    doc('a', 'article', {n: 1, author: {_ref: 'ada'}, authors: [{_ref: 'ada'}, {_ref: 'gone'}]}),
    doc('ada', 'author', {name: 'Ada', born: 1950}),
  ]
  test.each([
    [
      'fn ex::info($x) = $x{name, "age": $now - born}; *[_type == "author"]{"i": ex::info(@)}.i',
      [{name: 'Ada', age: 76}],
    ],
    ['fn ex::by($x) = $x->{name}; *[_id == "a"][0]{"by": ex::by(author)}.by', {name: 'Ada'}],
    [
      'fn ex::all($x) = $x[]->{name}; *[_id == "a"][0]{"all": ex::all(authors)}.all',
      [{name: 'Ada'}, null],
    ],
    [
      'fn ex::all($x) = $x[]{"id": _ref}; *[_id == "a"][0]{"all": ex::all(authors)}.all',
      [{id: 'ada'}, {id: 'gone'}],
    ],
    [
      'fn a::x($x) = $x{"b": b::x(@)}; fn b::x($x) = $x{n}; *[_id == "a"][0]{"r": a::x(@)}.r',
      {b: {n: 1}},
    ],
    // A declared function replaces the one with the same name.
    [
      'fn math::sum($x) = $x[]{"id": _ref}; *[_id == "a"][0]{"all": math::sum(authors)}.all',
      [{id: 'ada'}, {id: 'gone'}],
    ],
    // The query has a parameter with the same name.
    [
      'fn ex::n($now) = $now{n}; *[_id == "a"][0]{"r": ex::n(@), "now": $now}',
      {r: {n: 1}, now: 2026},
    ],
  ])('%s', (query, expected) => {
    expect(evaluate(query, documents, {now: 2026})).toEqual(expected)
  })
})

describe('scopes, slices and spreads', () => {
  const documents = [
    doc('a', 'x', {
      n: 1,
      list: [
        {v: 1, deep: [{w: 2}]},
        {v: 2, deep: []},
      ],
    }),
    doc('b', 'x', {n: 2}),
  ]
  test.each([
    // Each `^` goes up by one document, filter, projection or order.
    [
      '*[n == 1]{"r": list[]{"s": deep[]{"t": [w, ^.v, ^.^.n, ^.^.^.n]}}}',
      [{r: [{s: [{t: [2, 1, 1, null]}]}, {s: []}]}],
    ],
    [
      '*[n == 1]{"r": *[n > ^.n]{"up": ^.n, "more": *[n < ^.n][n == ^.^.n]._id}}',
      [{r: [{up: 1, more: ['a']}]}],
    ],
    ['*[n == 1][0]{"r": list[@.v > 1][0].v, "is": @._id}', {r: 2, is: 'a'}],
    ['*[n == 1][0].list[0..$n].v', [1, 2]],
    ['*[n == 1][0].list[$n - 1 ... $n].v', [1]],
    ['*[n == 1][0].list[-$n].v', 2],
    [
      '*[n == 1][0]{n, n > 0 => {"big": true}, n > 1 => {"huge": true}, missing => {"no": 1}}',
      {n: 1, big: true},
    ],
    ['*[n == 1][0]{"k": "first", ...{"k": n}, ...missing, ...null}', {k: 1}],
    ['*[n == 1][0]{...list[0], "v": 9, "v": 10}', {v: 10, deep: [{w: 2}]}],
    ['[1, ...[2, 3], ...null, ...4]', [1, 2, 3]],
    ['*[n in (1..1)]._id', ['a']],
    ['[3, 1, 2] | order(@ desc)', [3, 2, 1]],
    ['*|order(n desc)|{n}', [{n: 2}, {n: 1}]],
  ])('%s', (query, expected) => {
    expect(evaluate(query, documents, {n: 1})).toEqual(expected)
  })
})

test.each([
  ['*[_id == "a"][0].n[@ > 0]', null],
  ['*[_id == "a"][0][n > 0]', null],
  ['[1, 2, 3][5..10]', []],
  ['* | score(n == 9)._score', [0]],
])('follows the conformance suite where the specification is unclear: %s', (query, expected) => {
  expect(evaluate(query, [doc('a', 'x', {n: 1})])).toEqual(expected)
})

test('user::attributes() is empty', () => {
  expect(evaluate('user::attributes()')).toEqual({})
})

test('boost() adds to the score if its condition is true, and returns its condition', () => {
  const documents = [doc('a', 'x', {n: 1}), doc('b', 'x', {n: 2})]
  const scored = (score: string) => evaluate(`* | score(${score}) | order(_id)._score`, documents)
  expect(scored('boost(n == 2, 3)')).toEqual([0, 4])
  expect(scored('boost(n == 2, 0)')).toEqual([0, 1])
  expect(scored('boost(n == 2, "3")')).toEqual([0, 0])
  expect(scored('!boost(n == 2, 3)')).toEqual([1, 0])
})
