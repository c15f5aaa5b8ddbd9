// `autoGenerateArrayKeys`: objects in arrays get a `_key`, by which the studio identifies them.
import type {DocumentInput, Json, Mutation} from '../types.ts'
import {isRecord} from '../is-record.ts'

/** Returns the mutations, with a `_key` added to each object in an array that has none. */
export function withArrayKeys(mutations: Mutation[], randomKey: () => string): Mutation[] {
  const visit = (value: Json): Json => {
    if (Array.isArray(value)) {
      return value.map((item) => {
        const visited = visit(item)
        return isRecord(visited) && !('_key' in visited) ? {...visited, _key: randomKey()} : visited
      })
    }
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member)]))
  }
  const keyed = (document: DocumentInput): Record<string, Json | undefined> =>
    Object.fromEntries(
      Object.entries(document).map(([key, member]) => [
        key,
        member === undefined ? member : visit(member),
      ]),
    )
  return mutations.map((mutation): Mutation => {
    if ('delete' in mutation) return mutation
    if ('create' in mutation) return {create: {...mutation.create, ...keyed(mutation.create)}}
    if ('createIfNotExists' in mutation) {
      const document = mutation.createIfNotExists
      return {createIfNotExists: {...document, ...keyed(document)}}
    }
    if ('createOrReplace' in mutation) {
      const document = mutation.createOrReplace
      return {createOrReplace: {...document, ...keyed(document)}}
    }
    const {set, setIfMissing, insert, ...rest} = mutation.patch
    return {
      patch: {
        ...rest,
        ...(set ? {set: visit(set) as Record<string, Json>} : {}),
        ...(setIfMissing ? {setIfMissing: visit(setIfMissing) as Record<string, Json>} : {}),
        ...(insert ? {insert: {...insert, items: visit(insert.items) as Json[]}} : {}),
      },
    }
  })
}
