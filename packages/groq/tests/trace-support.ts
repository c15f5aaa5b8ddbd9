// Traces a query and evaluates it, and checks source maps.
import type {ContentSourceMap} from '@sanity/client'
import {parseJsonPath, type ContentSourceMapParsedPath} from '@sanity/client/csm'
import {sourceMapOf} from '../src/trace/source-map.ts'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import {createPlan} from '../src/plan/plan.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {OPTIONS} from './fixture.ts'

export interface TracedAnswer {
  /** The results as JSON. */
  plain: string
  traced: string
  map: ContentSourceMap
}

const text = (value: unknown): string => JSON.stringify(value) ?? 'null'

/** @throws like the query */
export function traced(
  query: string,
  documents: readonly LakeDocument[],
  {params = {}, byKey = false}: {params?: Record<string, Json>; byKey?: boolean} = {},
): TracedAnswer {
  const setting = {
    view: createDocumentIndex(documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))),
    ...OPTIONS,
  }
  const plan = createPlan(query, params)
  const plain = text(plan.evaluate(setting))
  const answer = plan.trace(setting)
  const map = JSON.parse(text(sourceMapOf(answer, {byKey}))) as ContentSourceMap
  return {plain, traced: text(answer.value), map}
}

/** The value at a path, as Sanity's client reads it. Undefined if there is none. */
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

/** Describes the mappings that do not fit the documents. */
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

/** All values of a result that are not lists or objects, with their paths. */
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
