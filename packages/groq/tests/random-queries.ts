// Random documents and queries, for which groq-js follows the specification.
import fc from 'fast-check'
import type {Json, LakeDocument} from '../src/types.ts'
import {doc} from './fixture.ts'

const IDS = ['a', 'b', 'c', 'drafts.a', 'drafts.c', 'versions.r1.a', 'x.y']
const TYPES = ['article', 'author', 'topic']
const WORDS = ['Ebb', 'flow', 'ÅNGSTRÖM', '港の夜', 'two words', 'snow-line', '', '🌊 tide', 'a']
const TIMES = ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678Z', '2027-02-28', 'no time']

const reference = fc.constantFrom(...IDS, 'gone').map((_ref): Json => ({_type: 'reference', _ref}))
const simple = fc.oneof(
  fc.constantFrom<Json>(...WORDS),
  fc.constantFrom<Json>(...TIMES),
  fc.constantFrom<Json>(0, 1, -1, 2.5, 10, 1e21),
  fc.constantFrom<Json>(true, false, null),
)
const nested: fc.Arbitrary<Json> = fc
  .tuple(simple, simple, reference)
  .map(([s, inner, r]) => ({s, deep: {s: inner, r}}))
const block = fc.array(fc.constantFrom(...WORDS), {maxLength: 3}).map((texts): Json => ({
  _type: 'block',
  children: texts.map((text) => ({_type: 'span', text})),
}))
const value: fc.Arbitrary<Json> = fc.oneof(
  {weight: 5, arbitrary: simple},
  {weight: 1, arbitrary: fc.array(fc.oneof(simple, reference), {maxLength: 4})},
  {weight: 1, arbitrary: reference},
  {weight: 1, arbitrary: fc.array(block, {maxLength: 2})},
  {weight: 1, arbitrary: nested},
)

export const FIELDS = ['s', 'n', 'flag', 'list', 'ref', 'refs', 'body', 'o'] as const

const documentOf = (id: string): fc.Arbitrary<LakeDocument> =>
  fc
    .tuple(
      fc.constantFrom(...TYPES),
      fc.record(
        {
          s: fc.oneof(fc.constantFrom<Json>(...WORDS, ...TIMES), value),
          n: fc.oneof(fc.constantFrom<Json>(0, 1, 2, 2, 3.5, -4), value),
          flag: fc.oneof(fc.boolean(), value),
          list: fc.oneof(fc.array(simple, {maxLength: 5}), value),
          ref: fc.oneof(reference, value),
          refs: fc.oneof(fc.array(reference, {maxLength: 4}), value),
          body: fc.oneof(fc.array(block, {maxLength: 3}), value),
          o: nested,
        },
        {requiredKeys: [], noNullPrototype: true},
      ),
    )
    .map(([type, fields]) => doc(id, type, fields as Record<string, Json>))

/** A dataset, ascending by `_id`. */
export const documents: fc.Arbitrary<LakeDocument[]> = fc
  .uniqueArray(fc.constantFrom(...IDS), {minLength: 1})
  .chain((ids) => fc.tuple(...ids.toSorted().map(documentOf)))

/** A new document, or a new revision of one. */
export const change: fc.Arbitrary<LakeDocument> = fc.constantFrom(...IDS).chain(documentOf)

export const params: fc.Arbitrary<Record<string, Json>> = fc.record(
  {
    id: fc.constantFrom<Json>(...IDS, 1, null),
    ids: fc.array(fc.constantFrom<Json>(...IDS, 'gone', 2), {maxLength: 3}),
    word: fc.constantFrom<Json>(...WORDS),
    n: fc.constantFrom<Json>(0, 1, 2, -1),
  },
  {noNullPrototype: true},
)

const text = (words: readonly string[]) => fc.constantFrom(...words.map((w) => JSON.stringify(w)))
const literal = fc.oneof(
  text([...WORDS, ...IDS, ...TYPES, ...TIMES]),
  fc.constantFrom('0', '1', '2', '-1', '2.5', 'true', 'false', 'null', '[]', '{}'),
  fc.constantFrom('$id', '$ids', '$word', '$n'),
)

const FIELD = fc.constantFrom(...FIELDS, '_id', '_type', 'missing')
const COMPARING = ['==', '!=', '<', '<=', '>', '>=', 'in', 'match'] as const
const CALCULATING = ['+', '-', '*', '/', '%'] as const
const ONE_VALUE = [
  'count',
  'defined',
  'length',
  'lower',
  'upper',
  'string',
  'round',
  'dateTime',
  'pt::text',
  'math::sum',
  'math::min',
  'math::max',
  'math::avg',
  'array::compact',
  'sanity::versionOf',
  'sanity::partOfRelease',
  'references',
] as const

/** Conditions for `score()`: without references and subqueries. */
const {scored} = fc.letrec<{scored: string}>((tie) => ({
  scored: fc.oneof(
    {depthSize: 'small', withCrossShrink: true, depthIdentifier: 'score'},
    fc
      .tuple(
        fc.oneof(FIELD, fc.constantFrom('@', '^', '^._id', 'o.deep.s', 'list[0]', 'refs[]._ref')),
        fc.constantFrom(...COMPARING),
        literal,
      )
      .map((parts) => parts.join(' ')),
    fc.constantFrom(
      '_id in path("drafts.**")',
      'n in 0...2',
      'references($id)',
      'pt::text(body) match $word',
    ),
    FIELD.map((name) => `defined(${name})`),
    tie('scored').map((inner) => `!(${inner})`),
    fc
      .tuple(tie('scored'), fc.constantFrom('&&', '||'), tie('scored'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
}))

const boosted = fc.oneof(
  {weight: 3, arbitrary: scored},
  {
    weight: 1,
    arbitrary: fc
      .tuple(scored, fc.constantFrom('0', '0.5', '3'))
      .map(([condition, boost]) => `boost(${condition}, ${boost})`),
  },
)

/** In an object, an attribute without a name must be an attribute access. */
interface Grammar {
  expression: string
  condition: string
  path: string
  list: string
  /** Stored documents, which `score()` needs. */
  stored: string
  object: string
}

type Tie = fc.LetrecTypedTie<Grammar>

const DEEP = {depthSize: 'small' as const, withCrossShrink: true, depthIdentifier: 'groq'}

const ordered = (tie: Tie, base: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      base,
      fc.array(
        fc
          .tuple(tie('expression'), fc.constantFrom('', ' asc', ' desc'))
          .map((key) => key.join('')),
        {minLength: 1, maxLength: 2},
      ),
    )
    .map(([list, keys]) => `${list} | order(${keys.join(', ')})`)

const sliced = (base: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(base, fc.integer({min: -2, max: 3}), fc.integer({min: -2, max: 4}), fc.boolean())
    .map(([list, from, to, all]) => `(${list})[${from}${all ? '..' : '...'}${to}]`)

const filtered = (tie: Tie, base: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(base, tie('condition')).map(([list, only]) => `${list}[${only}]`)

const pathIn = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    DEEP,
    FIELD,
    fc.constantFrom('@', '^', '^.^', '^._id', '^.ref._ref', 'o.deep.s', 'ref->s', 'refs[]->_id'),
    FIELD.map((name) => `^.${name}`),
    fc.tuple(tie('path'), FIELD).map(([base, name]) => `${base}.${name}`),
    tie('path').map((base) => `${base}->`),
    tie('path').map((base) => `${base}[]`),
    fc.tuple(tie('path'), fc.integer({min: -2, max: 3})).map(([base, at]) => `${base}[${at}]`),
    fc.tuple(tie('path'), tie('condition')).map(([base, only]) => `${base}[${only}]`),
    fc.tuple(tie('path'), tie('object')).map(([base, object]) => `${base}${object}`),
    fc.tuple(tie('path'), tie('object')).map(([base, object]) => `${base}[]${object}`),
  )

const storedIn = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    DEEP,
    fc.constant('*'),
    filtered(tie, fc.constant('*')),
    filtered(tie, tie('stored')),
    ordered(tie, tie('stored')),
    sliced(tie('stored')),
    fc
      .tuple(tie('stored'), fc.array(boosted, {minLength: 1, maxLength: 2}))
      .map(([base, scores]) => `${base} | score(${scores.join(', ')})`),
  )

const conditionIn = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    DEEP,
    fc.tuple(tie('path'), fc.constantFrom(...COMPARING), literal).map((parts) => parts.join(' ')),
    fc.constantFrom(
      '_id in path("drafts.**")',
      '_id in $ids',
      '_type == "article"',
      'n in 0..2',
      'n in 0...2',
      's in "a".."f"',
      'references(^._id)',
      'references($id)',
      'references("a", "b")',
    ),
    fc
      .tuple(tie('expression'), fc.constantFrom(...COMPARING), tie('expression'))
      .map(([a, op, b]) => `${a} ${op} ${b}`),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('condition').map((inner) => `!(${inner})`),
    tie('path').map((inner) => `defined(${inner})`),
  )

const listIn = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    DEEP,
    fc.constant('*'),
    filtered(tie, fc.constant('*')),
    filtered(tie, tie('list')),
    tie('stored'),
    fc.tuple(tie('list'), tie('object')).map(([base, object]) => `${base}${object}`),
    fc.tuple(tie('list'), FIELD).map(([base, name]) => `${base}.${name}`),
    tie('list').map((base) => `${base}.refs[]->`),
    ordered(tie, tie('list')),
    sliced(tie('list')),
  )

const objectIn = (tie: Tie): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        DEEP,
        fc.constant('...'),
        FIELD,
        fc
          .tuple(fc.constantFrom('x', 'y', 's'), tie('expression'))
          .map(([name, inner]) => `"${name}": ${inner}`),
        tie('path').map((inner) => `...${inner}`),
        fc.tuple(tie('condition'), tie('object')).map(([when, inner]) => `${when} => ${inner}`),
      ),
      {maxLength: 3},
    )
    .map((members) => `{${members.join(', ')}}`)

const expressionIn = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    DEEP,
    literal,
    tie('path'),
    tie('list').map((inner) => `(${inner})`),
    tie('list').map((inner) => `count(${inner})`),
    tie('condition').map((inner) => `(${inner})`),
    fc
      .tuple(tie('expression'), fc.constantFrom(...CALCULATING), tie('expression'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(fc.constantFrom(...ONE_VALUE), tie('expression'))
      .map(([name, inner]) => `${name}(${inner})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `coalesce(${a}, ${b})`),
    fc
      .tuple(tie('condition'), tie('expression'), tie('expression'))
      .map(([when, a, b]) => `select(${when} => ${a}, ${b})`),
    fc
      .tuple(tie('expression'), text([', ', '']))
      .map(([inner, separator]) => `array::join(${inner}, ${separator})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `array::intersects(${a}, ${b})`),
    fc
      .tuple(tie('expression'), text(WORDS))
      .map(([inner, word]) => `string::startsWith(${inner}, ${word})`),
    fc
      .tuple(tie('expression'), text([' ', '']))
      .map(([inner, separator]) => `string::split(${inner}, ${separator})`),
    fc
      .array(fc.tuple(fc.boolean(), tie('expression')), {maxLength: 3})
      .map((items) => `[${items.map(([splat, i]) => (splat ? `...${i}` : i)).join(', ')}]`),
    tie('object'),
  )

const {expression, condition, list} = fc.letrec<Grammar>((tie: Tie) => ({
  path: pathIn(tie),
  stored: storedIn(tie),
  condition: conditionIn(tie),
  list: listIn(tie),
  object: objectIn(tie),
  expression: expressionIn(tie),
}))

export const query: fc.Arbitrary<string> = fc.oneof(
  {weight: 4, arbitrary: list},
  {weight: 1, arbitrary: expression},
  {weight: 1, arbitrary: condition},
)
