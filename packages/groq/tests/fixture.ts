// Documents of tests, and a query evaluated on them without a lake.
import {createDocumentIndex, type Documents} from '../src/documents/document-index.ts'
import {createQueryStats} from '../src/plan/query-stats.ts'
import {createPlan} from '../src/plan/plan.ts'
import type {Json, LakeDocument} from '../src/types.ts'

export const DATASET = 'production'
export const NOON = Date.UTC(2026, 3, 1, 12)

/** For whom, when and where a plan is evaluated without a thread; what it looks at comes beside it. */
export const SETTING = {
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

/** Evaluates without a thread, on documents in any order. */
export function evaluate(
  query: string,
  documents: LakeDocument[] = [],
  params: Record<string, Json> = {},
  maxRows = Infinity,
): unknown {
  const sorted = documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))
  return createPlan(query, params).evaluate({
    view: createDocumentIndex(sorted),
    ...SETTING,
    maxRows,
  })
}

/** One plan, asked again and again; tells how many documents it goes through each time. */
export function createCounter(query: string, view: Documents, params: Record<string, Json> = {}) {
  const plan = createPlan(query, params)
  return (): {answer: unknown; documents: number} => {
    const stats = createQueryStats()
    const answer = plan.evaluate({
      view,
      ...SETTING,
      stats,
    })
    return {answer, documents: stats.documents}
  }
}
