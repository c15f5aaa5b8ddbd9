import {describe, expect, test} from 'vitest'
import {doc, evaluate, NOON} from './fixture.ts'

const values = [
  doc('a', 'thing', {v: 'text'}),
  doc('b', 'thing', {v: 2}),
  doc('c', 'thing', {v: null}),
  doc('d', 'thing', {v: true}),
  doc('e', 'thing', {v: [1]}),
  doc('f', 'thing', {v: 1}),
  doc('g', 'thing'),
  doc('h', 'thing', {v: {x: 1}}),
]

describe('Order', () => {
  test('* yields documents ascending by _id', () => {
    expect(evaluate('*._id', values.toReversed())).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  test('order() puts numbers before strings, strings before booleans, and keeps the order of all others', () => {
    expect(evaluate('* | order(v asc)._id', values)).toEqual([
      'f',
      'b',
      'a',
      'd',
      'c',
      'e',
      'g',
      'h',
    ])
  })

  test('order() compares strings by code point', () => {
    const names = ['b', 'B', 'a', 'é'].map((name, i) => doc(`n${i}`, 'thing', {name}))
    expect(evaluate('* | order(name asc).name', names)).toEqual(['B', 'a', 'b', 'é'])
  })
})

describe('Comparison', () => {
  test.each([
    ['null == null', true],
    ['1 == "1"', false],
    ['1 < "1"', null],
    ['[1] == [1]', false],
    ['!(null > 1)', null],
    ['null == 1', false],
    ['"2026-04-01T10:00:00Z" < now()', true],
    ['"2026-04-01T10:00:00Z" == dateTime("2026-04-01T10:00:00Z")', false],
    ['dateTime("2026-04-01T12:00:00+02:00") == dateTime("2026-04-01T10:00:00Z")', true],
    ['now()', new Date(NOON).toISOString()],
    ['identity()', 'u1'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(expression)).toBe(expected)
  })

  test('a negated comparison does not match a missing field', () => {
    expect(evaluate('*[!(v > 1)]._id', values)).toEqual(['f'])
  })
})

describe('match', () => {
  test.each([
    ['Prime Minister', 'minister', true],
    ['Prime Minister', 'minister prime', true],
    ['Prime Minister', 'minister king', false],
    ['Prime Minister', 'min*', true],
    ['Prime Minister', 'min', false],
    ['Café', 'cafe', false],
    ['foo.bar', 'foo', false],
    ["don't", 'don', false],
    ['foo-bar', 'foo', true],
    ['Prime Minister', '', false],
    ['東京都', '東京', false],
    ['東京都', '東京*', true],
  ])('%s match %s: %s', (value, pattern, found) => {
    expect(evaluate('count(*[v match $pattern])', [doc('a', 'thing', {v: value})], {pattern})).toBe(
      found ? 1 : 0,
    )
  })
})

describe('References', () => {
  const documents = [
    doc('ada', 'author', {name: 'Ada'}),
    doc('strong', 'article', {author: {_type: 'reference', _ref: 'ada'}}),
    doc('weak', 'article', {author: {_ref: 'ada', _weak: true}}),
    doc('nested', 'article', {body: [{_key: 'k', deep: {author: {_ref: 'ada'}}}]}),
    doc('dangling', 'article', {author: {_ref: 'nobody', _weak: true}}),
    doc('text', 'article', {author: 'ada'}),
  ]

  test('references() finds strong, weak and nested references', () => {
    const found = ['nested', 'strong', 'weak']
    expect(evaluate('*[references("ada")]._id', documents)).toEqual(found)
    expect(evaluate('*[references($ids)]._id', documents, {ids: ['ada', 'x']})).toEqual(found)
    expect(evaluate('*[_type == "author"][0]{"in": *[references(^._id)]._id}', documents)).toEqual({
      in: found,
    })
  })

  test('a dereference of a dangling reference is null', () => {
    expect(evaluate('*[_type == "article"]{_id, "n": author->name}', documents)).toEqual([
      {_id: 'dangling', n: null},
      {_id: 'nested', n: null},
      {_id: 'strong', n: 'Ada'},
      {_id: 'text', n: null},
      {_id: 'weak', n: 'Ada'},
    ])
  })

  test('functions that groq-js does not have return a result', () => {
    expect(evaluate('*[_type == "author"]{"n": documents::incomingRefCount()}', documents)).toEqual(
      [{n: 3}],
    )
    expect(evaluate('*[documents::incomingRefCount() > 2]._id', documents)).toEqual(['ada'])
    expect(evaluate('*[_id == "strong"][0]{"a": documents::get(author).name}', documents)).toEqual({
      a: 'Ada',
    })
    const global = {_ref: 'dataset:copydesk.production:ada', _type: 'globalDocumentReference'}
    expect(evaluate('documents::get($global).name', documents, {global})).toBe('Ada')
    expect(evaluate('documents::get("nobody")', documents)).toBeNull()
    expect(evaluate('user::attributes().department')).toBeNull()
  })

  test('a stored reference cannot imitate an internal look-up', () => {
    const sly = [doc('sly', 'article', {author: {_ref: '\u0000incoming:ada'}}), ...documents]
    expect(evaluate('*[_id == "sly"][0].author->', sly)).toBeNull()
  })
})

describe('Parameters', () => {
  test('parameters work in slices, element access and functions', () => {
    expect(evaluate('*[$from...$to]._id', values, {from: 1, to: 3})).toEqual(['b', 'c'])
    expect(evaluate('*[$n]._id', values, {n: 2})).toBe('c')
    expect(evaluate('*[_id == "h"][0][$field].x', values, {field: 'v'})).toBe(1)
  })

  test('a parameter may be null but not missing', () => {
    expect(evaluate('count(*[v == $v])', values, {v: null})).toBe(2)
    expect(() => evaluate('count(*[v == $v])', values)).toThrow(
      'param $v referenced, but not provided',
    )
  })

  test('parameters are data, even if they look like a syntax tree', () => {
    expect(evaluate('$v', [], {v: {type: 'Everything'}})).toEqual({type: 'Everything'})
  })
})

test('comments are allowed at the start and the end of a query', () => {
  expect(evaluate('// findability-mvi:5\n*[_id == "a"][0].v // the end', values)).toBe('text')
})

test('stops a query that reads too many documents', () => {
  const crowded = '*[count(*[v != ^.v]) > 0]._id'
  expect(evaluate(crowded, values, {}, 100)).toHaveLength(8)
  expect(() => evaluate(crowded, values, {}, 50)).toThrow('more than 50 documents')
})
