// A query traced beside the same query evaluated, and what is wrong with a source map.
import type {ContentSourceMap} from '@sanity/client'
import {parseJsonPath, type ContentSourceMapParsedPath} from '@sanity/client/csm'
import {sourceMapOf} from '../src/trace/source-map.ts'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import {createPlan} from '../src/plan/plan.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {SETTING} from './fixture.ts'

export interface TracedAnswer {
  /** JSON texts of the result. */
  plain: string
  traced: string
  map: ContentSourceMap
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'null'

/** @throws as the query does where it is evaluated */
export function traced(
  query: string,
  documents: readonly LakeDocument[],
  {params = {}, byKey = false}: {params?: Record<string, Json>; byKey?: boolean} = {},
): TracedAnswer {
  const setting = {
    view: createDocumentIndex(documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))),
    ...SETTING,
  }
  const plan = createPlan(query, params)
  const plain = text(plan.evaluate(setting))
  const answer = plan.trace(setting)
  const map = JSON.parse(text(sourceMapOf(answer, {byKey}))) as ContentSourceMap
  return {plain, traced: text(answer.value), map}
}

/** What stands at a path, as Sanity's client reads it; undefined for nothing. */
export function at(value: unknown, path: ContentSourceMapParsedPath): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current =
      typeof key === 'object'
        ? (current as {_key?: unknown}[]).find((item) => item._key === key._key)
        : (current as Record<string | number, unknown>)[key]
  }
  return current
}

/** The mappings that say something else than the documents. */
export function faultsOf(
  {traced, map}: TracedAnswer,
  documents: readonly LakeDocument[],
): string[] {
  const result: unknown = JSON.parse(traced)
  return Object.entries(map.mappings).flatMap(([where, {source}]) => {
    if (source.type !== 'documentValue') return []
    const {_id, _type} = map.documents[source.document]!
    const document = documents.find((one) => (one._originalId ?? one._id) === _id)
    const path = map.paths[source.path]!
    const found = text(at(document, parseJsonPath(path)))
    const stands = text(at(result, parseJsonPath(where)))
    if (document?._type === _type && found === stands) return []
    return [`${where} is ${stands}, but ${_id} ${path} is ${found}`]
  })
}

/** Each value of a result that is no list and no object, with its path. */
export function leavesOf(value: unknown, path: ContentSourceMapParsedPath = []): Leaf[] {
  if (value === null) return []
  if (typeof value !== 'object') return [{value, path}]
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]))
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
}

interface Leaf {
  value: unknown
  path: ContentSourceMapParsedPath
}
