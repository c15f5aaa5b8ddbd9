// Runs queries with known results in each situation in which an optimization could give a wrong result.
import {evaluateSync, parse, toJS} from 'groq-js'
import {expect} from 'vitest'
import {createDocumentIndex, type Documents} from '../src/documents/document-index.ts'
import {createPlanCache} from '../src/plan/plan.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {DATASET, NOON, OPTIONS} from './fixture.ts'

/** `expected` is the result as JSON. */
export type Case = [query: string, expected: Json, params?: Record<string, Json>]

/** `ids('a b')` is `['a', 'b']`. */
export const ids = (text: string): string[] => text.split(' ').filter(Boolean)

export const byId = (documents: readonly LakeDocument[]): LakeDocument[] =>
  documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))

export const json = (value: unknown): Json => JSON.parse(JSON.stringify(value) ?? 'null') as Json

/** The result of groq-js, which reads all documents. */
export function groqJsResult(
  query: string,
  params: Record<string, Json>,
  documents: readonly LakeDocument[],
): Json {
  const value = evaluateSync(parse(query, {params}), {
    dataset: documents,
    params,
    identity: 'u1',
    timestamp: new Date(NOON),
    sanity: {projectId: 'copydesk', dataset: DATASET},
  })
  return json(toJS(value))
}

/** Uses one plan cache, like a query thread: the same query comes again with other parameters. */
export function createEvaluator() {
  const plan = createPlanCache()
  return (query: string, params: Record<string, Json>, view: Documents): Json =>
    json(
      plan(query, params).evaluate({
        view,
        ...OPTIONS,
      }),
    )
}

/** The same IDs with the fields of other documents, without some documents and with one more. */
function otherRevisions(documents: readonly LakeDocument[]): LakeDocument[] {
  const others = documents.map(({_id}, at) => {
    const other = documents[(at + 1) % documents.length]
    return {...other, _id} as LakeDocument
  })
  const extra = {...documents[0], _id: 'zz'} as LakeDocument
  return byId([...others.filter((_, at) => at % 5 !== 2), extra])
}

/** Every third document first, so that they do not arrive in the order of their IDs. */
export const shuffled = <T>(list: readonly T[]): T[] =>
  [0, 1, 2].flatMap((rest) => list.filter((_, at) => at % 3 === rest).toReversed())

/** Several copies of each document: many documents are sorted by another algorithm than few. */
export const withCopies = (documents: readonly LakeDocument[]): LakeDocument[] =>
  byId(
    documents.flatMap((document) => [
      document,
      ...['1', '2', '3', '4'].map((copy) => ({...document, _id: `${document._id}-${copy}`})),
    ]),
  )

type Evaluator = ReturnType<typeof createEvaluator>

/** Evaluates a query on indexes before, between and after the commits that write these documents. */
export function expectSameAfterCommits(
  ask: Evaluator,
  [query, , params = {}]: Case,
  documents: readonly LakeDocument[],
  of: string,
): void {
  const view = createDocumentIndex(otherRevisions(documents))
  const agrees = (when: string): void => {
    const found = ask(query, params, view)
    expect(found, `${when}, ${of}`).toEqual(groqJsResult(query, params, view.all))
  }
  agrees('before the commits')
  const changes = shuffled(documents)
  for (const [at, change] of changes.entries()) {
    if (at === changes.length >> 1) agrees('between the commits')
    view.put(change)
  }
  view.remove('zz')
  agrees('after the commits')
}
