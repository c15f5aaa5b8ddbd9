// Queries with their answers, each asked in every way in which a shortcut could get it wrong.
import {evaluateSync, parse, toJS} from 'groq-js'
import {expect} from 'vitest'
import {createDocumentIndex, type Documents} from '../src/documents/document-index.ts'
import {createPlanCache} from '../src/plan/plan.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {DATASET, NOON, SETTING} from './fixture.ts'

/** `expected` is what JSON makes of the answer. */
export type Case = [query: string, expected: Json, params?: Record<string, Json>]

/** `ids('a b')` is `['a', 'b']`. */
export const ids = (text: string): string[] => text.split(' ').filter(Boolean)

export const byId = (documents: readonly LakeDocument[]): LakeDocument[] =>
  documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))

export const json = (value: unknown): Json => JSON.parse(JSON.stringify(value) ?? 'null') as Json

/** What groq-js answers, going through every document. */
export function scanned(
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

/** One plan cache, as a thread has it: the same text comes with other parameters again and again. */
export function createAsker() {
  const plan = createPlanCache()
  return (query: string, params: Record<string, Json>, view: Documents): Json =>
    json(
      plan(query, params).evaluate({
        view,
        ...SETTING,
      }),
    )
}

/** The same ids with each other's fields, some missing and one too many. */
function before(documents: readonly LakeDocument[]): LakeDocument[] {
  const others = documents.map(({_id}, at) => {
    const other = documents[(at + 1) % documents.length]
    return {...other, _id} as LakeDocument
  })
  const extra = {...documents[0], _id: 'zz'} as LakeDocument
  return byId([...others.filter((_, at) => at % 5 !== 2), extra])
}

/** Every third first, so that nothing arrives in the order of ids. */
export const shuffled = <T>(list: readonly T[]): T[] =>
  [0, 1, 2].flatMap((rest) => list.filter((_, at) => at % 3 === rest).toReversed())

/** Each document several times: few are put in order in another way than many. */
export const crowd = (documents: readonly LakeDocument[]): LakeDocument[] =>
  byId(
    documents.flatMap((document) => [
      document,
      ...['1', '2', '3', '4'].map((copy) => ({...document, _id: `${document._id}-${copy}`})),
    ]),
  )

type Ask = ReturnType<typeof createAsker>

/** Asked of indexes that were there before, between and after the commits that brought these documents. */
export function follows(
  ask: Ask,
  [query, , params = {}]: Case,
  documents: readonly LakeDocument[],
  of: string,
): void {
  const view = createDocumentIndex(before(documents))
  const agrees = (when: string): void => {
    const found = ask(query, params, view)
    expect(found, `${when}, ${of}`).toEqual(scanned(query, params, view.all))
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
