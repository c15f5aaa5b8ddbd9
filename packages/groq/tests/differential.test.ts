// @module-tag random
// Queries made up at random, answered by our engine and by groq-js, with commits between them.
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {createDocumentIndex, type DocumentIndex} from '../src/documents/document-index.ts'
import {answers, compareAnswers} from './differential.ts'
import {documents, params, query} from './random-queries.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

it(
  'no query is answered otherwise than by groq-js, whatever was written in between',
  {tags: ['random'], timeout: 900_000},
  () => {
    const {asked, said} = compareAnswers(runs(1_700))
    // Most of them parse and say something.
    expect(asked).toBeGreaterThan(4_000 * FACTOR)
    expect(said).toBeGreaterThan(2_000 * FACTOR)
  },
)

it.each<[string, (view: DocumentIndex) => Partial<DocumentIndex>]>([
  [
    'documents of a type come in another order',
    (view) => ({ofType: (type) => view.ofType(type).toReversed()}),
  ],
  [
    'a draft is not found by its id',
    (view) => ({get: (id) => (id.startsWith('drafts.') ? undefined : view.get(id))}),
  ],
  [
    'a document is missing where a field is looked up',
    (view) => ({withValue: (field, value, type) => view.withValue(field, value, type)?.slice(1)}),
  ],
])('a fault is noticed: %s', {tags: ['full'], timeout: 120_000}, (_what, spoil) => {
  const found = fc.check(
    fc.property(documents, query, params, (dataset, text, given) => {
      const view = createDocumentIndex(dataset)
      const both = answers(text, given, {...view, ...spoil(view)})
      return !both || both.ours === both.theirs
    }),
    {numRuns: 20_000},
  )
  expect(found.failed).toBe(true)
})
