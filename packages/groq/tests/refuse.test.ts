// Queries that parse but are refused, with the position and message of the error.
import {describe, expect, test} from 'vitest'
import {parseQuery} from '../src/parse-query.ts'
import {doc, evaluate} from './fixture.ts'
import {refusalOf, markError} from './refusal.ts'

const plain = (marked: string): string => marked.replace(/[»«]/g, '')

describe.each<[string, [marked: string, description: string][]]>([
  [
    'score()',
    [
      [
        '*{n} | »score(n == 1)«',
        'score() must follow a filter, before projections and element access',
      ],
      [
        '*[0] | »score(n == 1)«',
        'score() must follow a filter, before projections and element access',
      ],
      [
        '*[-1] | »score(n == 1)«',
        'score() must follow a filter, before projections and element access',
      ],
      [
        '*[a > 1]|{n} | order(n) | »score(n == 1)«',
        'score() must follow a filter, before projections and element access',
      ],
      [
        '(*[a]{n}) | »score(n == 1)«',
        'score() must follow a filter, before projections and element access',
      ],
      [
        '*.author-> | »score(n == 1)«',
        'score() must follow a filter, before projections and element access',
      ],
      ['»score«(n == 1)', 'score() must follow "|"'],
      [
        '*|»score()«',
        'Incorrect number of arguments to function score(). Expected at least 1, got 0.',
      ],
      ['* | score(author»->«name == "A")', 'score() cannot follow references'],
      ['* | score(n in »*«[a].n)', 'score() cannot take a subquery'],
    ],
  ],
  [
    'boost()',
    [
      ['»boost(n, 1)«', 'boost() is only available in the arguments of score()'],
      ['*[»boost(n, 1)«]', 'boost() is only available in the arguments of score()'],
      [
        '* | score(count([»boost(n, 1)«]) == 1)',
        'boost() is only available in the arguments of score()',
      ],
      ['* | order(»boost(n, 1)«)', 'boost() is only available in the arguments of score()'],
      [
        '* | score(»boost(n)«)',
        'Incorrect number of arguments to function boost(). Expected 2, got 1.',
      ],
    ],
  ],
  [
    'order()',
    [
      [
        '*|»order()«',
        'Incorrect number of arguments to function order(). Expected at least 1, got 0.',
      ],
      ['»order«(n)', 'order() must follow "|"'],
      ['*[n »desc«]', 'unexpected desc'],
      ['*{"a": n »asc«}', 'unexpected asc'],
    ],
  ],
  [
    'functions',
    [
      ['1 + »nope«(2)', 'Undefined function: nope'],
      ['»global::nope«(2)', 'Undefined function: nope'],
      ['»string::nope«("a")', 'Undefined function: string::nope'],
      ['»nope:: x«()', 'Undefined namespace: nope'],
      ['* | »string::order«(n)', 'Undefined namespace: string'],
      ['»constructor«()', 'Undefined function: constructor'],
      ['»toString::x«()', 'Undefined namespace: toString'],
      ['* | »toString«(n)', 'Undefined pipe function: toString'],
      ['*|»order«{n}', 'Expected "(" after "order"'],
      ['»now(1)«', 'Incorrect number of arguments to function now(). Expected 0, got 1.'],
      [
        '[1, »round(1, 2, 3)«]',
        'Incorrect number of arguments to function round(). Expected at most 2, got 3.',
      ],
      [
        '*[»references()«]',
        'Incorrect number of arguments to function references(). Expected at least 1, got 0.',
      ],
      [
        '»sanity::dataset("x")«',
        'Incorrect number of arguments to function dataset(). Expected 0, got 1.',
      ],
      [
        '»geo::latLng(1)«',
        'Incorrect number of arguments to function latLng(). Expected 2, got 1.',
      ],
      ['»geo()«', 'Incorrect number of arguments to function geo(). Expected 1, got 0.'],
      ['»documents::get()«', 'Incorrect number of arguments to function get(). Expected 1, got 0.'],
      ['»before«().n', 'before() is only available in webhooks'],
      ['»delta::operation«()', 'delta::operation() is only available in webhooks'],
      ['»delta::changedAny«(n)', 'delta::changedAny() is only available in webhooks'],
      ['»text::query("x")«', 'text::query() is only available on the right side of match'],
      [
        '*[»text::query("x")« match "a"]',
        'text::query() is only available on the right side of match',
      ],
      [
        '* | score(»text::semanticSimilarity("x")«)',
        'text::semanticSimilarity() needs embeddings, and this dataset has none',
      ],
      [
        '*[»anywhere(n == 1)«]',
        'anywhere() is only available in selectors, for example of delta::changedAny()',
      ],
    ],
  ],
  [
    'select() and =>',
    [
      ['select(a, »b«)', 'Nothing can follow the last alternative of select()'],
      ['select(a => 1, 2, »b => 3«)', 'Nothing can follow the last alternative of select()'],
      ['select((a »=>« 1))', 'Unexpected "=>"'],
      ['*[a »=>« b]', 'Unexpected "=>"'],
    ],
  ],
  [
    'selectors',
    [
      [
        'diff::changedAny({}, {}, »"title"«)',
        'Expected a selector, for example (title, body[].children)',
      ],
      [
        'diff::changedOnly({}, {}, »a + b«)',
        'Expected a selector, for example (title, body[].children)',
      ],
      [
        '*[»(a, b)«]',
        'A list in parentheses is only allowed as a selector, for example of delta::changedAny()',
      ],
      [
        'a.»(b)«',
        'Parentheses after "." are only allowed in a selector, for example of delta::changedAny()',
      ],
    ],
  ],
  [
    'square brackets',
    [
      ['*[»1.5«]', 'array element access must use an integer'],
      ['*[»0..n«]', 'slicing must use constant numbers'],
      ['*[»0...1.5«]', 'slicing must use integer bounds'],
    ],
  ],
  [
    'objects',
    [
      ['*{n, »count(list)«}', 'This attribute needs a name, for example "name": …'],
      ['*{»slug.current«}', 'This attribute needs a name, for example "name": …'],
      ['{»1«}', 'This attribute needs a name, for example "name": …'],
      ['*{ref->{n}, list[]{n}, »ref->n«}', 'This attribute needs a name, for example "name": …'],
    ],
  ],
  [
    'strings',
    [
      ['*[a == "b»\\q«"]', '"\\q" is not a valid escape sequence'],
      ['"a»\\u12«"', '"\\u12" is not a valid escape sequence'],
      ['"»\\u{110000}«"', '"\\u{110000}" is not a valid escape sequence'],
      ['"»\\u{}«"', '"\\u{}" is not a valid escape sequence'],
    ],
  ],
  [
    'declared functions',
    [
      ['»fn a::b($x, $y) = $x{n}«; *', 'Custom functions can only have one parameter'],
      [
        'fn c::d($x) = $x{n}; »fn a::b($x) = $x.n«; *',
        'Unexpected function body, must be a projection. Got "AccessAttribute"',
      ],
      [
        '»fn a::b($x) = $x{"p": ^.n}«; *',
        'A declared function can only use its parameter: "^" is not available here',
      ],
      ['»fn a::b($x) = $x{"p": a::b(@)}«; *', 'Recursive function definition detected for a::b'],
      ['fn a::b($x) = $x{n}; *{"p": »a::c«(@)}', 'Undefined namespace: a'],
      ['fn a::b($x) = $x{n}; *[n == »$n«]', 'param $n referenced, but not provided'],
    ],
  ],
])('%s', (_what, cases) => {
  test.each(cases)('%s: %s', (marked, description) => {
    const error = refusalOf(plain(marked))
    expect(error).toMatchObject({type: 'queryParseError', message: description})
    expect(markError(error)).toBe(marked)
  })
})

test('reports the first error', () => {
  expect(markError(refusalOf('nope(1) + nothing()'))).toBe('»nope«(1) + nothing()')
})

test('the position is one in the query as it was sent', () => {
  const marked = '{"a": geo({"lat": 1, "lng": 2}), "b": "\\u{1F600}", »"c" "d"«}'
  expect(markError(refusalOf('{"a": geo({}), "b": "\\u{1F600}", "c" "d"}'))).toBe(
    '{"a": geo({}), "b": "\\u{1F600}", "c" »"d"«}',
  )
  expect(marked).toContain('geo')
})

test('the value of a parameter decides whether brackets are an element access', () => {
  expect(markError(refusalOf('*[$n] | score(n == 1)', {n: 0}))).toBe('*[$n] | »score(n == 1)«')
  expect(evaluate('*[$n] | score(n == 1)', [], {n: true})).toEqual([])
})

test.each([
  '*[n > 0][0...1] | order(n) | score(n == 1) | score(n == 2) | order(_score desc){n}',
  '(*[n > 0] | order(n))[0..1] | score(n == 1)',
  '*{"more": *[n == ^.n] | score(n == 1)}',
  'releases::all() | score(name == "a")',
  '* | score((boost(n > 1, 2) || boost(boost(n > 2, 1), 1)), [@, _id] match text::query("a"))',
  '*[[n] match (text::query("a"))]',
  '*{in, match, "asc": asc, order, "fn": desc}',
  '*[match match "a" && in in [1]] | order(asc asc, desc desc)',
  '*{"match": match(1)}[defined(in)]'.replace('match(1)', 'a.match'),
  'select()',
  'array::join(["a",], ", ",)',
])('accepts %s', (query) => {
  expect(() => evaluate(query, [doc('a', 'x', {n: 1})])).not.toThrow()
})

test('accepts delta functions with any selector in webhooks', () => {
  for (const selector of [
    'title',
    '(title, slug.current)',
    'authors[].year',
    'authors[].(year, name)',
    'authors[year > 1950].name',
    'anywhere(_type == "image")',
  ]) {
    expect(() => parseQuery(`delta::changedAny(${selector})`, {}, 'delta')).not.toThrow()
  }
  expect(() =>
    parseQuery('before().n < after().n && delta::operation() == "update"', {}, 'delta'),
  ).not.toThrow()
  expect(() => parseQuery('delta::changedAny("title")', {}, 'delta')).toThrow('Expected a selector')
})
