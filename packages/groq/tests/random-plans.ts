// Random datasets and queries, in the forms that the planner optimizes.
import fc from 'fast-check'
import type {Json, LakeDocument} from '../src/types.ts'
import {doc} from './fixture.ts'

const two = (number: number): string => String(number).padStart(2, '0')
const numbered = (prefix: string, count: number): string[] =>
  Array.from({length: count}, (_, n) => `${prefix}${two(n)}`)

const SECTIONS = numbered('s', 4)
const TOPICS = numbered('t', 5)
const AUTHORS = numbered('p', 4)
const PHOTOS = numbered('f', 3)
const ARTICLES = numbered('a', 30)
const COPIES = ARTICLES.slice(0, 12).flatMap((id) => [`drafts.${id}`, `versions.r1.${id}`])
const IDS = [...SECTIONS, ...TOPICS, ...AUTHORS, ...PHOTOS, ...ARTICLES, ...COPIES]

/** Few different values, so that many documents are equal in an order. */
const NUMBERS: Json[] = [0, 1, 1, 2, 2, 2, 3, 10]
const TITLES: Json[] = ['Ebb', 'ebb', 'flow', 'Tide', 'low tide', '港 の 夜', 'é', '']
const UNEXPECTED: Json[] = [null, true, false, '2', 2, [1], ['Ebb'], {x: 1}, []]
const TIMES: Json[] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', 7]

const one = (values: readonly Json[]): fc.Arbitrary<Json> => fc.constantFrom(...values)
/** Sometimes with a value of another type. */
const oftenOf = (values: readonly Json[]): fc.Arbitrary<Json> =>
  fc.oneof({weight: 7, arbitrary: one(values)}, {weight: 1, arbitrary: one(UNEXPECTED)})
const refTo = (targets: readonly string[]): fc.Arbitrary<Json> =>
  fc.constantFrom(...targets, 'gone').map((_ref): Json => ({_type: 'reference', _ref}))
const oftenRefTo = (targets: readonly string[]): fc.Arbitrary<Json> =>
  fc.oneof(
    {weight: 9, arbitrary: refTo(targets)},
    {weight: 1, arbitrary: one([...UNEXPECTED, targets[0] ?? null])},
  )

const body = fc
  .array(one(TITLES), {maxLength: 2})
  .map((texts): Json => texts.map((text) => ({_type: 'block', children: [{_type: 'span', text}]})))

const fieldsOf: Record<string, Record<string, fc.Arbitrary<Json>>> = {
  article: {
    title: oftenOf(TITLES),
    n: oftenOf(NUMBERS),
    m: oftenOf([1, 2]),
    at: oftenOf(TIMES),
    flag: oftenOf([true, false]),
    slug: one(TITLES).map((current): Json => ({current})),
    section: oftenRefTo(SECTIONS),
    author: oftenRefTo(AUTHORS),
    topics: fc.oneof(
      {weight: 8, arbitrary: fc.array(refTo(TOPICS), {maxLength: 3})},
      {weight: 1, arbitrary: one(UNEXPECTED)},
    ),
    photos: fc.array(
      refTo(PHOTOS).map((photo): Json => ({photo})),
      {maxLength: 2},
    ),
    body,
    hidden: one([true, false, false, false]),
  },
  section: {title: oftenOf(TITLES), n: oftenOf(NUMBERS), hidden: one([true, false, false])},
  topic: {title: oftenOf(TITLES), n: oftenOf(NUMBERS)},
  author: {title: oftenOf(TITLES), boss: oftenRefTo(AUTHORS), n: oftenOf(NUMBERS)},
  photo: {title: oftenOf(TITLES), n: oftenOf(NUMBERS), hidden: one([true, false, false])},
}

const TYPE_OF: Record<string, string> = {s: 'section', t: 'topic', p: 'author', f: 'photo'}

/** With some of the fields, and rarely with another type. */
const documentOf = (id: string): fc.Arbitrary<LakeDocument> => {
  const type = TYPE_OF[id.slice(0, 1)]
  const own = id.includes('.') || type === undefined ? 'article' : type
  return fc
    .tuple(
      fc.record(fieldsOf[own] ?? {}, {requiredKeys: [], noNullPrototype: true}),
      fc.constantFrom(own, own, own, own, own, own, own, 'other'),
    )
    .map(([fields, as]) => doc(id, as, fields as Record<string, Json>))
}

/** Suffixes of the IDs of copies. */
const COPY = ['', '', '', '-1', '-2', '-3']

const few: fc.Arbitrary<LakeDocument[]> = fc
  .uniqueArray(fc.constantFrom(...IDS), {minLength: 30, maxLength: 80, size: 'max'})
  .chain((ids) => fc.tuple(...ids.map(documentOf)))

const many = few.map((documents) =>
  documents.flatMap((document) =>
    [...new Set(COPY)].map((end) => ({...document, _id: document._id + end})),
  ),
)

/** The documents that a commit writes; undefined for one that it deletes. */
export type Commit = Record<string, LakeDocument | undefined>

export const commit: fc.Arbitrary<Commit> = fc
  .array(
    fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...COPY))
      .map((parts) => parts.join(''))
      .chain((id) =>
        fc.tuple(
          fc.constant(id),
          fc.oneof(
            {weight: 3, arbitrary: documentOf(id)},
            {weight: 1, arbitrary: fc.constant(undefined)},
          ),
        ),
      ),
    {maxLength: 4},
  )
  .map((changes) => Object.fromEntries(changes))

export const params: fc.Arbitrary<Record<string, Json>> = fc.record(
  {
    id: one([...IDS.slice(0, 20), 'gone', 1, null]),
    ids: fc.oneof(fc.array(one([...IDS, 'gone', 2, null]), {maxLength: 4}), one(['a00', null])),
    v: oftenOf([...NUMBERS, ...TITLES]),
    list: fc.oneof(fc.array(oftenOf([...NUMBERS, ...TITLES]), {maxLength: 3}), one(UNEXPECTED)),
    low: oftenOf([0, 1, 2, 'a']),
    high: oftenOf([1, 2, 10, 'z']),
    words: oftenOf(['ebb', 'TIDE', 't*', 'low tide', '', '*']),
    type: one(['article', 'section', 'other', 'nothing', 1, null]),
    from: fc.integer({min: -4, max: 6}),
    to: fc.integer({min: -4, max: 9}),
  },
  {noNullPrototype: true},
)

const text = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)
const template = (
  strings: TemplateStringsArray,
  ...parts: fc.Arbitrary<string>[]
): fc.Arbitrary<string> =>
  fc
    .tuple(...parts)
    .map((chosen) => strings.map((before, at) => before + (chosen[at] ?? '')).join(''))

const FIELD = text('n', 'n', 'title', 'title', 'at', 'm', 'flag', 'slug.current', 'missing')
const LITERAL = text('0', '1', '2', '2', '3', '"Ebb"', '"flow"', '"2"', 'true', 'null', '$v')
const COMPARED = text('<', '<=', '>', '>=')
const TYPE = text('article', 'article', 'article', 'section', 'topic', 'author', 'photo', 'other')

/** Conditions that read only the document. */
const own: fc.Arbitrary<string> = fc.oneof(
  {weight: 4, arbitrary: template`_type == "${TYPE}"`},
  template`_type in ["${TYPE}", "${TYPE}"]`,
  text('_type == $type'),
  {weight: 4, arbitrary: template`${FIELD} == ${LITERAL}`},
  template`${LITERAL} == ${FIELD}`,
  template`${FIELD} != ${LITERAL}`,
  {weight: 2, arbitrary: template`${FIELD} in [${LITERAL}, ${LITERAL}]`},
  template`${FIELD} in $list`,
  {weight: 4, arbitrary: template`${FIELD} ${COMPARED} ${LITERAL}`},
  template`${FIELD} ${COMPARED} ${text('$low', '$high')}`,
  template`${FIELD} in ${text('1..2', '1...2', '$low..$high', '"a".."z"', '0...10', '3..1')}`,
  {
    weight: 2,
    arbitrary: template`references(${text('$id', '$ids', '"s00"', '"t01", "t02"', '"gone"', '["p00", null]')})`,
  },
  template`section._ref == ${text('"s00"', '"s01"', '$id', '"gone"')}`,
  template`section->title == ${LITERAL}`,
  template`author->boss->title ${COMPARED} ${LITERAL}`,
  template`${text('"t00"', '"t01"', '$id')} in topics[]._ref`,
  template`${FIELD} match ${text('"ebb"', '"t*"', '$words', '["e*", "b*"]')}`,
  template`[title, pt::text(body)] match ${text('$words', '"tide"', '"low tide"')}`,
  template`_id in path("${text('drafts.**', 'versions.**', '*', '**', 'versions.r1.*', 'a01')}")`,
  text('_id in $ids', '_id == $id', '_id > $id', '_id >= "a05" && _id < "drafts.a05"'),
  template`defined(${FIELD})`,
  text('flag', '!flag', 'count(topics) > 1', 'true', '@.n == 2', 'defined(section->)'),
)

/** Conditions that read the document and the enclosing one, or the one around that. */
const UP = ['^', '^.^'] as const
const joined = (depth: number): fc.Arbitrary<string> => {
  const up = text(...UP.slice(0, depth))
  return fc.oneof(
    {weight: 3, arbitrary: template`references(${up}._id)`},
    template`section._ref == ${up}._id`,
    template`${up}._id == author._ref`,
    template`${up}._id in topics[]._ref`,
    template`${up}._id in photos[].photo._ref`,
    template`_id in ${up}.topics[]._ref`,
    template`${text('n', 'm', 'title', 'at', 'slug.current')} == ${up}.${text('n', 'm', 'title')}`,
    template`section._ref == ${up}.section._ref`,
    template`n ${COMPARED} ${up}.n`,
    template`_id != ${up}._id`,
    template`section->title == ${up}.title`,
    template`references(${up}.topics[]._ref)`,
    template`title in [${up}.title, "flow"]`,
    template`title match ${up}.title`,
  )
}

const negatable = (condition: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({weight: 8, arbitrary: condition}, {weight: 1, arbitrary: template`!(${condition})`})

/** One to three conditions, mostly joined by `&&`. */
const conditions = (
  first: fc.Arbitrary<string>,
  more: fc.Arbitrary<string>,
): fc.Arbitrary<string> =>
  fc
    .tuple(
      negatable(first),
      fc.array(fc.tuple(text('&&', '&&', '&&', '||'), negatable(more)), {maxLength: 2}),
    )
    .map(([start, rest]) =>
      rest.reduce(
        (whole, [op, next]) => `${op === '||' ? `(${whole})` : whole} ${op} (${next})`,
        start,
      ),
    )

const KEY = fc.oneof(
  {
    weight: 5,
    arbitrary: text(
      'n',
      'n',
      'title',
      'at',
      'm',
      '_id',
      '_type',
      'flag',
      'missing',
      'slug.current',
    ),
  },
  text('section->title', 'author->title', 'author->boss->n', 'topics[0]->title'),
  text('lower(title)', 'coalesce(n, title)', 'count(topics)', '-n', 'select(flag => n, title)'),
)
const order = fc
  .array(template`${KEY}${text('', ' asc', ' desc', ' desc')}`, {minLength: 1, maxLength: 2})
  .map((keys) => ` | order(${keys.join(', ')})`)
const slice = fc.oneof(
  text('[0]', '[1]', '[-1]', '[-2]', '[99]', '[$from]'),
  fc
    .tuple(fc.integer({min: -5, max: 6}), text('..', '...'), fc.integer({min: -5, max: 12}))
    .map(([from, dots, to]) => `[${from}${dots}${to}]`),
  text('[0..4]', '[0...3]', '[$from..$to]', '[$from...$to]', '[2..99]'),
)

/** The steps after a filter. */
const steps: fc.Arbitrary<string> = fc.oneof(
  {weight: 5, arbitrary: template`${order}${slice}`},
  {weight: 2, arbitrary: order},
  {weight: 2, arbitrary: slice},
  {weight: 2, arbitrary: text('')},
  template`${slice}${order}`,
  template`${order}${order}`,
  template`${order}${slice}[${own}]`,
  template`[${own}]${order}${slice}`,
)

const subject = text(
  '_type == "section"',
  '_type == "topic"',
  '_type == "photo"',
  '_type == "author"',
)

interface Lists {
  /** A filter with steps, inside this many other filters. */
  list: fc.Arbitrary<string>
  value: fc.Arbitrary<string>
}

const within = (depth: number): Lists => {
  const filter =
    depth === 0
      ? conditions(own, own)
      : fc.oneof(
          conditions(joined(depth), own),
          conditions(own, joined(depth)),
          conditions(joined(depth), joined(depth)),
        )
  const list = template`*[${filter}]${steps}`
  return {
    list,
    value: fc.oneof(
      {weight: 2, arbitrary: template`count(*[${filter}])`},
      template`count(${list})`,
      {weight: 3, arbitrary: template`${list}._id`},
      template`${list}{_id, n, title}`,
    ),
  }
}

const top = within(0)
const inner = within(1)
const deep = within(2)

const filtered: fc.Arbitrary<string> = fc.oneof(
  template`*[${subject}]`,
  template`*[_type == "article" && ${own}]${slice}`,
)

const plain: fc.Arbitrary<string> = fc.oneof(
  {weight: 6, arbitrary: template`${top.list}._id`},
  {weight: 2, arbitrary: template`${top.list}{_id, n, "s": section->title}`},
  {weight: 2, arbitrary: template`count(${top.list})`},
  template`{"a": ${top.value}, "b": ${top.value}, "c": count(*)}`,
  // A subquery that is evaluated once.
  template`*[${FIELD} ${text('==', '>', 'in')} ${top.list}.${text('n', 'title', '_id')}]._id`,
  template`*[_id in ${top.list}.${text('section._ref', 'topics[]._ref', '_id')}]${steps}`,
)

const joining: fc.Arbitrary<string> = fc.oneof(
  // Facets and usage.
  {weight: 4, arbitrary: template`${filtered}{_id, "x": ${inner.value}}`},
  template`*[${subject} && count(*[${joined(1)}]) ${COMPARED} ${text('0', '1', '2', '$v')}]._id`,
  template`*[${subject}] | order(count(*[${joined(1)}])${text('', ' desc')}, _id)[0..2]._id`,
  template`*[${subject}]{_id, "k": count(*[${joined(1)} && ${own}])} | order(k desc)${slice}`,
  // Two levels of nesting.
  {
    weight: 2,
    arbitrary: template`*[${subject}]{_id, "x": *[${subject}]{_id, "y": ${deep.value}}}`,
  },
  template`*[${subject}]{"x": *[${joined(1)}][0..3]{_id, "y": ${deep.value}}}`,
  template`*[${subject} && count(*[${joined(1)} && count(*[${joined(2)}]) > 1]) > 0]._id`,
)

/**
 * A dataset with five queries. It has 30 to 80 documents, or four copies of each if the queries are not
 * nested.
 */
export const datasetWithQueries: fc.Arbitrary<{documents: LakeDocument[]; queries: string[]}> = fc
  .oneof(
    fc.tuple(few, fc.array(fc.oneof(plain, joining), {minLength: 5, maxLength: 5})),
    fc.tuple(many, fc.array(plain, {minLength: 5, maxLength: 5})),
  )
  .map(([documents, queries]) => ({
    documents: documents.toSorted((a, b) => (a._id < b._id ? -1 : 1)),
    queries,
  }))
