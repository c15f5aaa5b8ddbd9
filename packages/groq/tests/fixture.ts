// Test documents, and functions that evaluate queries on them without a lake.
import {createDocumentIndex, type Documents} from '../src/documents/document-index.ts'
import {createQueryStats} from '../src/plan/query-stats.ts'
import {createPlan} from '../src/plan/plan.ts'
import type {Json, LakeDocument} from '../src/types.ts'

export const DATASET = 'production'
export const NOON = Date.UTC(2026, 3, 1, 12)

/** The options of `evaluate` without the view. */
export const OPTIONS = {
  identity: 'u1',
  now: NOON,
  projectId: 'copydesk',
  dataset: DATASET,
  maxRows: Infinity,
}

export const doc = (
  _id: string,
  _type = 'article',
  fields: Record<string, Json> = {},
): LakeDocument => ({
  _id,
  _type,
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})

/** Evaluates a query on documents in any order. */
export function evaluate(
  query: string,
  documents: LakeDocument[] = [],
  params: Record<string, Json> = {},
  maxRows = Infinity,
): unknown {
  const sorted = documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))
  return createPlan(query, params).evaluate({
    view: createDocumentIndex(sorted),
    ...OPTIONS,
    maxRows,
  })
}

/** Returns a function that evaluates the same plan each time, with the number of documents that it reads. */
export function createCounter(query: string, view: Documents, params: Record<string, Json> = {}) {
  const plan = createPlan(query, params)
  return (): {answer: unknown; documents: number} => {
    const stats = createQueryStats()
    const answer = plan.evaluate({
      view,
      ...OPTIONS,
      stats,
    })
    return {answer, documents: stats.documents}
  }
}
