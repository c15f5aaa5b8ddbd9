// Content source maps: the document and path from which each value of a result comes. The format is that
// of github.com/sanity-io/content-source-maps, which `@sanity/client` reads.
import type {Value} from '../values.ts'
import {isObject} from '../values.ts'
import {createPaths, step} from './json-path.ts'
import {memberOrigin, Place, type Document, type Origin, type Traced} from './origin.ts'

/** The `resultSourceMap` of a response. Numbers are indexes of `documents` and `paths`. */
export interface SourceMap {
  documents: {_id: string; _type: string}[]
  paths: string[]
  /** By path in the result. The mapping of an object or list applies to everything in it. */
  mappings: Record<string, Mapping>
}

interface Mapping {
  type: 'value'
  source:
    | {type: 'documentValue'; document: number; path: number}
    | {type: 'literal'}
    | {type: 'unknown'}
}

interface Options {
  /** Name items in `paths` by `_key` (`withKeyArraySelector`) or by index. */
  byKey: boolean
}

export function sourceMapOf({value, origin}: Traced, {byKey}: Options): SourceMap {
  const map: SourceMap = {documents: [], paths: [], mappings: {}}
  const documents = new Map<Document, number>()
  const paths = new Map<string, number>()
  const pathOf = createPaths(byKey)

  const sourceOf = (place: Place): Mapping['source'] => {
    const {document} = place
    return {
      type: 'documentValue',
      document: numberOf(documents, document, () => map.documents.push(described(document))),
      path: numberOf(paths, pathOf(place), (path) => map.paths.push(path)),
    }
  }

  const put = (value: Value, origin: Origin, path: string): void => {
    if (value === null || value === undefined) return
    if (origin instanceof Place) map.mappings[path] = {type: 'value', source: sourceOf(origin)}
    else if (typeof origin === 'string') {
      map.mappings[path] = {type: 'value', source: {type: origin}}
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        put(item, memberOrigin(origin, index), path + step(index))
      }
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        put(member, memberOrigin(origin, name), path + step(name))
      }
    }
  }

  put(value, origin, '$')
  return map
}

/** The stored ID: a perspective shows a draft under its published ID. */
function described({_id, _originalId, _type}: Document): SourceMap['documents'][number] {
  return {_id: String(_originalId ?? _id), _type: String(_type)}
}

function numberOf<T>(numbers: Map<T, number>, key: T, add: (key: T) => void): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  add(key)
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
