// Indexes change the time of a query and never its result, which is that of groq-js.
import fc from 'fast-check'
import {evaluateSync, parse, toJS} from 'groq-js'
import {expect, test} from 'vitest'
import type {Json, LakeDocument} from '../src/types.ts'
import {doc, evaluate} from './fixture.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

const ids = ['a', 'b', 'c', 'drafts.a', 'x.y']
const types = ['article', 'author', 'topic']
const reference = fc.constantFrom(...ids, 'gone').map((_ref) => ({_ref}))
const documents = fc.uniqueArray(fc.constantFrom(...ids), {minLength: 1}).chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc
        .record({
          type: fc.constantFrom(...types),
          main: fc.oneof(reference, fc.constant(null), fc.constantFrom('a', 'topic')),
          more: fc.array(reference, {maxLength: 3}),
          v: fc.constantFrom<Json>(1, 2, 'a', null, true),
        })
        .map(({type, ...fields}) => doc(id, type, fields)),
    ),
  ),
)

const value = fc.oneof(
  fc.constantFrom(...ids, ...types).map((text) => JSON.stringify(text)),
  fc.constantFrom('null', '1', '$id', '$ids', '^._id', '^.main._ref', '^.main->_id', '^._type'),
  // Evaluated once per run: their values are not known when the query is planned.
  fc.constantFrom(
    '*[_type == "author"][0]._id',
    '*[_type == "topic"]._id',
    '*[defined(main)].main._ref',
    '(*[_id == "a"].more[]._ref)',
  ),
)
const condition = fc.oneof(
  fc
    .tuple(fc.constantFrom('_id', '_type', 'v', 'main._ref'), value)
    .map(([f, v]) => `${f} == ${v}`),
  value.map((v) => `${v} == _type`),
  fc
    .constantFrom('_id', '_type')
    .chain((f) => fc.array(value, {maxLength: 3}).map((v) => `${f} in [${v.join(', ')}]`)),
  fc.constantFrom(
    '_id in $ids',
    '_type in ^.more[]._ref',
    '_id in ^.more[]._ref',
    '_id in path("drafts.**")',
  ),
  value.map((v) => `references(${v})`),
  fc.constantFrom(
    'references(^.more[]._ref)',
    'references("a", ^._id)',
    'v > 1',
    'defined(main)',
    'v match "a"',
  ),
)
const filter = fc
  .array(condition, {minLength: 1, maxLength: 3})
  .chain((conditions) => fc.constantFrom(' && ', ' || ').map((op) => conditions.join(op)))
const subquery = filter.chain((inner) =>
  fc.constantFrom(
    `count(*[${inner}])`,
    `*[${inner}]._id`,
    `*[${inner}] | order(v desc)[0..1]{_id, v}`,
  ),
)
const query = fc.oneof(
  fc
    .tuple(filter, filter, subquery)
    .map(([a, b, sub]) => `*[${a}][${b}]{_id, "s": ${sub}, "d": main->_id}`),
  fc
    .tuple(filter, subquery)
    .map(([a, sub]) => `*[(${a}) && count(${sub.startsWith('count') ? '[1]' : sub}) > 0]._id`),
  fc.tuple(subquery, subquery).map(([a, b]) => `{"a": ${a}, "b": *{_id, "b": ${b}}}`),
  filter.map((a) => `* | order(count(*[${a}]) desc, _id)._id`),
)

test('planned queries get the results of groq-js', {tags: ['random']}, () => {
  let matched = 0
  fc.assert(
    fc.property(query, documents, (text, list) => {
      const params = {id: 'a', ids: ['b', 'drafts.a', 'b']}
      const dataset: LakeDocument[] = list.toSorted((a, b) => (a._id < b._id ? -1 : 1))
      const expected: unknown = toJS(evaluateSync(parse(text, {params}), {dataset, params}))
      expect(evaluate(text, dataset, params)).toEqual(expected)
      if (JSON.stringify(expected).length > 60) matched += 1
    }),
    {numRuns: runs(3000), seed: 20260401},
  )
  expect(matched).toBeGreaterThan(300 * FACTOR)
})
