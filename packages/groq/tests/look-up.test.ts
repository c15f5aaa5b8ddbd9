// How many documents a filter reads. With an index of a field, these are only the documents with the
// value.
import {expect, test} from 'vitest'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import type {Field} from '../src/documents/field-index.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {createCounter, doc, evaluate} from './fixture.ts'
import {byId} from './hard-cases.ts'

const TOPICS = ['sea', 'snow', 'harbour']
const topicOf = (number: number) => `topic-${TOPICS[number % TOPICS.length]}`

const ARTICLES = Array.from({length: 300}, (_, number) =>
  doc(`article-${number}`, 'article', {
    slug: {_type: 'slug', current: `story-${number}`},
    bylines: [{author: {_type: 'reference', _ref: `author-${number % 100}`}}],
    topics: [{_type: 'reference', _ref: topicOf(number)}],
    number,
    ...(number % 2 ? {kicker: 'Weather'} : {}),
  }),
)
const AUTHORS = Array.from({length: 100}, (_, number) => doc(`author-${number}`, 'author'))
const ALL: LakeDocument[] = [...ARTICLES, ...AUTHORS]

/** The result, if at most this many documents are read. */
const within = (rows: number, query: string, params = {}): unknown =>
  evaluate(query, ALL, params, rows)

test.each<[string, number, unknown, object?]>([
  ['*[slug.current == "story-7"]._id', 1, ['article-7']],
  ['*[_type == "article" && slug.current == $slug][0]._id', 1, 'article-7', {slug: 'story-7'}],
  ['*["story-7" == slug["current"]]._id', 1, ['article-7']],
  ['*[slug.current in ["story-7", "story-8", "story-7"]]._id', 2, ['article-7', 'article-8']],
  ['*["author-5" in bylines[].author._ref]._id', 3, ['article-105', 'article-205', 'article-5']],
  // If an index decides the filter, `count()` reads no documents.
  ['count(*[bylines[].author._ref == "author-5"])', 0, 0],
  ['count(*["author-5" in bylines[].author._ref])', 0, 3],
  ['count(*[_type == "article" && kicker == $word])', 0, 150, {word: 'Weather'}],
  ['count(*[_type == "article" && number > 200])', 0, 99],
  ['count(*[_type == "article"])', 0, 300],
  ['count(*[references($id)])', 0, 3, {id: 'author-5'}],
  ['count(*[references($id) && number > 200])', 3, 1, {id: 'author-5'}],
  ['*[number == 12]._id', 1, ['article-12']],
  ['*[slug.current == "nowhere"]', 0, []],
  ['*[kicker == "Weather" && slug.current == "story-7"]._id', 1, ['article-7']],
  // The outer filter reads the authors, the inner one reads nothing.
  ['math::sum(*[_type == "author"]{"n": count(*[^._id in bylines[].author._ref])}.n)', 100, 300],
  // Two levels of nesting.
  [
    '*[_id == "author-5"]{"x": *[_id == "author-6"]{"n": count(*[^.^._id in bylines[].author._ref])}}[0].x[0].n',
    2,
    3,
  ],
  // Ranges with the field on either side, and ranges of IDs.
  ['*[number > 297]._id', 2, ['article-298', 'article-299']],
  ['*[number >= $from && number < 12 && _type == "article"].number', 2, [10, 11], {from: 10}],
  ['*[297 < number].number', 2, [298, 299]],
  ['*[number in 5..6].number', 2, [5, 6]],
  ['*[_id in path("author-5")]._id', 11, ['author-5']],
  ['*[_id in path("drafts.**")]._id', 0, []],
  ['*[sanity::versionOf("author-5")]._id', 1, ['author-5']],
  ['*[slug.current == "story-7" || number == 12]._id', 2, ['article-12', 'article-7']],
  // The first few, by an ordered index or by stopping early.
  ['*[_type == "article"] | order(number desc) [0...3].number', 3, [299, 298, 297]],
  ['*[_type == "article" && number < 290] | order(number desc) [0...2].number', 12, [289, 288]],
  ['*[_type == "article"] | order(kicker, number desc) [0...2].number', 150, [299, 297]],
  ['*[_type == "article" && defined(kicker)][0]._id', 2, 'article-1'],
])('%s reads %i documents', (query, rows, expected, params) => {
  expect(within(rows, query, params)).toEqual(expected)
  if (rows > 0) expect(() => within(rows - 1, query, params)).toThrow('went through more than')
})

/** An order of the documents with a value is built at once; then only the first are read. */
test.each<[string, number, unknown, Record<string, Json>?]>([
  [
    '*[_type == "article" && "topic-sea" in topics[]._ref] | order(number desc) [0...3].number',
    3,
    [297, 294, 291],
  ],
  [
    '*[_type == "article" && kicker == $word && number < 290] | order(number desc) [0...2].number',
    7,
    [289, 287],
    {word: 'Weather'},
  ],
])('%s uses an order and reads %i documents', (query, documents, answer, params = {}) => {
  const ask = createCounter(query, createDocumentIndex(byId(ALL)), params)
  for (let times = 0; times < 2; times++) expect(ask()).toEqual({answer, documents})
})

test.each([
  // A missing field equals null, and is in no index.
  ['count(*[kicker == null])', 250],
  ['count(*[kicker in [null, "Weather"]])', 400],
  ['count(*[_type == "article" && kicker == ^.nothing])', 150],
  ['count(*[slug.current == "story-7" || number == 12])', 2],
  ['count(*[!(slug.current == "story-7")])', 399],
])('%s is not looked up and has the right result', (query, expected) => {
  expect(within(10_000, query)).toBe(expected)
})

test('an index follows changes', () => {
  const valueOf = (document: LakeDocument) => document['kicker']
  const field: Field = {name: 'kicker', attributes: ['kicker'], valueOf}
  const listed: Field = {name: 'kicker', attributes: ['kicker'], isList: true, valueOf}
  const index = createDocumentIndex([doc('a', 'x', {kicker: 'Sea'}), doc('c', 'x')])
  const found = (value: string, by = field) => index.withValue(by, value)?.map(({_id}) => _id)
  expect(found('Sea')).toEqual(['a'])
  index.put(doc('c', 'x', {kicker: ['Sea', 'Snow', 'Sea']}))
  index.put(doc('b', 'x', {kicker: 'Sea'}))
  expect(found('Sea')).toEqual(['a', 'b'])
  expect(found('Sea', listed)).toEqual(['c'])
  index.put(doc('a', 'y', {kicker: 'Snow'}))
  index.put(doc('d', 'x', {kicker: ['Sea']}))
  index.remove('b')
  expect(found('Sea')).toEqual([])
  expect(found('Sea', listed)).toEqual(['c', 'd'])
  expect(found('Snow')).toEqual(['a'])
})

test('an order of the documents with a value follows changes', () => {
  const kicker: Field = {name: 'kicker', attributes: ['kicker'], valueOf: (one) => one['kicker']}
  const number: Field = {name: 'n', attributes: ['n'], valueOf: (one) => one['n']}
  const index = createDocumentIndex([
    doc('a', 'x', {kicker: 'Sea', n: 3}),
    doc('b', 'x', {kicker: 'Sea', n: 1}),
    doc('c', 'x', {kicker: 'Snow', n: 2}),
  ])
  const found = () => {
    const ordered = index.ordered(number, 'x', {field: kicker, value: 'Sea'})
    return [...(ordered?.groups(false) ?? [])].flat().map(({_id}) => _id)
  }
  expect(found()).toEqual(['b', 'a'])
  index.put(doc('c', 'x', {kicker: 'Sea', n: 2}))
  expect(found()).toEqual(['b', 'c', 'a'])
  index.put(doc('b', 'x', {kicker: 'Snow', n: 1}))
  index.put(doc('a', 'y', {kicker: 'Sea', n: 3}))
  index.put(doc('d', 'x', {kicker: 'Sea', n: 0}))
  expect(found()).toEqual(['d', 'c'])
  index.remove('d')
  expect(found()).toEqual(['c'])
})
