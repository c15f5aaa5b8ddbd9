// A partial index evaluates several conditions. It is built once as many documents were read as it needs.
import {expect, test} from 'vitest'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {createCounter, doc} from './fixture.ts'
import {byId, groqJsResult} from './hard-cases.ts'

const COUNT = 400

const article = (n: number, more: Record<string, Json> = {}): LakeDocument =>
  doc(`article-${n}`, 'article', {
    n,
    section: {_type: 'reference', _ref: `section-${n % 2}`},
    tags: [`tag-${n % 3}`],
    ...(n % 4 ? {slug: {current: `story-${n}`}} : {}),
    ...more,
  })

const newsroom = (): LakeDocument[] =>
  byId([
    ...Array.from({length: COUNT}, (_, n) => article(n)),
    doc('section-0', 'section'),
    doc('section-1', 'section'),
  ])

const params = {id: 'section-1', tag: 'tag-2', least: 3}

/** How many documents each of several evaluations reads. */
test.each<[string, number[]]>([
  ['count(*[_type == "article" && defined(slug.current)])', [400, 0, 0]],
  ['count(*[_type == "article" && defined(slug.current) && section._ref == $id])', [200, 200, 0]],
  ['count(*[defined(slug.current) && section._ref == $id])', [200, 200, 200, 0]],
  ['count(*[_type == "article" && !(n in [1, 2]) && (n > 3 || n == 2)])', [397, 397, 0]],
  // The remaining conditions are evaluated on each document.
  [
    '*[_type == "article" && n < 100 && n != $least && section._ref == $id && $tag in tags]._id',
    [100, 100, 100, 100, 50, 50],
  ],
  // Conditions that read more than the document are in no index.
  ['count(*[_type == "article" && n != $least && section._ref == $id])', [200, 200, 200, 200]],
  ['count(*[_type == "article" && n != 3 && section._ref in [$id, "gone"]])', [200, 200, 0]],
  [
    'count(*[_type == "article" && dateTime(now()) > dateTime(_createdAt) && section._ref == $id])',
    [200, 200, 200],
  ],
  ['count(*[_type == "article" && _id in path("article-*") && n != 3])', [400, 399, 399]],
  ['count(*[_type == "article" && string::startsWith(_id, "a") && n match "3"])', [400, 400]],
])('%s reads %j documents', (query, expected) => {
  const documents = newsroom()
  const ask = createCounter(query, createDocumentIndex(documents), params)
  const right = groqJsResult(query, params, documents)
  for (const gone of expected) expect(ask()).toEqual({answer: right, documents: gone})
})

test.each([
  'count(*[_type == "article" && defined(slug.current) && section._ref == $id])',
  'count(*[_type == "article" && defined(slug.current)])',
  '*[_type == "article" && defined(slug.current) && $tag in tags && n > 100]._id',
])('%s follows changes', (query) => {
  const documents = newsroom()
  const view = createDocumentIndex(documents)
  const ask = createCounter(query, view, params)
  for (let times = 0; times < 5; times++) ask()
  const now = new Map(documents.map((document) => [document._id, document]))
  const writes = [
    article(1, {slug: {}}),
    article(4, {slug: {current: 'late'}}),
    article(5, {section: {_type: 'reference', _ref: 'section-0'}, tags: []}),
    article(8, {section: {_type: 'reference', _ref: 'section-1'}, tags: ['tag-2', 'tag-2']}),
    article(1),
    doc('article-9', 'note', {slug: {current: 'note'}}),
    article(COUNT, {slug: {current: 'new'}}),
    article(302, {tags: 'tag-2'}),
  ]
  for (const document of writes) {
    now.set(document._id, document)
    view.put(document)
    expect(ask().answer).toEqual(groqJsResult(query, params, byId([...now.values()])))
  }
  view.remove('article-3')
  now.delete('article-3')
  expect(ask().answer).toEqual(groqJsResult(query, params, byId([...now.values()])))
})

test('_originalId is in no index', () => {
  const shown = doc('a', 'article', {_originalId: 'drafts.a'})
  const view = createDocumentIndex([shown])
  const ask = createCounter('count(*[_type == "article" && defined(_originalId)])', view, {})
  for (const gone of [1, 1, 1]) expect(ask()).toEqual({answer: 1, documents: gone})
})
