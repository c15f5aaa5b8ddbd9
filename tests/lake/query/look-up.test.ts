// Which documents a filter goes through, counted: by a field it is those alone that have the value.
import {expect, test} from 'vitest'
import {createDocumentIndex, type Field} from '../../../lake/query/document-index.ts'
import type {LakeDocument} from '../../../lake/types.ts'
import {doc, evaluate} from './fixture.ts'

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

/** What it finds, going through so many documents at most. */
const within = (rows: number, query: string, params = {}): unknown =>
  evaluate(query, ALL, params, rows)

test.each<[string, number, unknown, object?]>([
  ['*[slug.current == "story-7"]._id', 1, ['article-7']],
  ['*[_type == "article" && slug.current == $slug][0]._id', 1, 'article-7', {slug: 'story-7'}],
  ['*["story-7" == slug["current"]]._id', 1, ['article-7']],
  ['*[slug.current in ["story-7", "story-8", "story-7"]]._id', 2, ['article-7', 'article-8']],
  ['count(*[bylines[].author._ref == "author-5"])', 3, 0],
  ['count(*["author-5" in bylines[].author._ref])', 3, 3],
  ['*[number == 12]._id', 1, ['article-12']],
  ['*[slug.current == "nowhere"]', 0, []],
  ['*[kicker == "Weather" && slug.current == "story-7"]._id', 1, ['article-7']],
  // One filter goes through the authors, the inner one through three articles for each.
  ['math::sum(*[_type == "author"]{"n": count(*[^._id in bylines[].author._ref])}.n)', 400, 300],
])('%s goes through %i', (query, rows, expected, params) => {
  expect(within(rows, query, params)).toEqual(expected)
  if (rows > 0) expect(() => within(rows - 1, query, params)).toThrow('went through more than')
})

test.each([
  // What is missing equals null, and is in no index.
  ['count(*[kicker == null])', 250],
  ['count(*[kicker in [null, "Weather"]])', 400],
  ['count(*[_type == "article" && kicker == ^.nothing])', 150],
  ['count(*[slug.current == "story-7" || number == 12])', 2],
  ['count(*[!(slug.current == "story-7")])', 399],
])('%s is answered all the same', (query, expected) => {
  expect(within(10_000, query)).toBe(expected)
})

test('an index follows what is written', () => {
  const field: Field = {name: 'kicker', valueOf: (document) => document['kicker']}
  const index = createDocumentIndex([doc('a', 'x', {kicker: 'Sea'}), doc('c', 'x')])
  const found = (value: string) => index.having(field, value).map(({_id}) => _id)
  expect(found('Sea')).toEqual(['a'])
  index.put(doc('c', 'x', {kicker: ['Sea', 'Snow', 'Sea']}))
  index.put(doc('b', 'x', {kicker: 'Sea'}))
  expect(found('Sea')).toEqual(['a', 'b', 'c'])
  index.put(doc('a', 'y', {kicker: 'Snow'}))
  index.remove('b')
  expect(found('Sea')).toEqual(['c'])
  expect(found('Snow')).toEqual(['a', 'c'])
})
