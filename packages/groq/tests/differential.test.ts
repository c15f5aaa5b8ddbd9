// @module-tag random
// Random queries get the same results from our engine and from groq-js, with commits between them.
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {createDocumentIndex, type DocumentIndex} from '../src/documents/document-index.ts'
import {answers, compareAnswers} from './differential.ts'
import {documents, params, query} from './random-queries.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

it(
  'random queries get the results of groq-js, also after commits',
  {tags: ['random'], timeout: 900_000},
  () => {
    const {evaluated, nonEmpty} = compareAnswers(runs(1_700))
    // Most queries parse and have a result.
    expect(evaluated).toBeGreaterThan(4_000 * FACTOR)
    expect(nonEmpty).toBeGreaterThan(2_000 * FACTOR)
  },
)

it.each<[string, (view: DocumentIndex) => Partial<DocumentIndex>]>([
  [
    'documents of a type in the wrong order',
    (view) => ({ofType: (type) => view.ofType(type).toReversed()}),
  ],
  [
    'a draft that is not found by its ID',
    (view) => ({get: (id) => (id.startsWith('drafts.') ? undefined : view.get(id))}),
  ],
  [
    'a document that is missing in the index of a field',
    (view) => ({withValue: (field, value, type) => view.withValue(field, value, type)?.slice(1)}),
  ],
])('notices %s', {tags: ['full'], timeout: 120_000}, (_what, spoil) => {
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
