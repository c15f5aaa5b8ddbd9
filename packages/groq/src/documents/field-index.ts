// A hash index: documents by a value of a field.
import type {LakeDocument} from '../types.ts'
import {insertSorted, removeSorted} from './sorted-list.ts'

/** The values that `==` compares as JavaScript's `===` does. */
export type Simple = string | number | boolean

export const isSimple = (value: unknown): value is Simple =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** An expression on a document that an index can hold, such as `slug.current`. */
export interface Field {
  /** Fields with the same name have the same values. */
  name: string
  /** The attributes of the document that the expression reads; `*` for the whole document. */
  attributes: readonly string[]
  /** Whether the index holds the items of the list (`"x" in tags`) or the value itself (`status == "x"`). */
  isList?: boolean
  valueOf(document: LakeDocument): unknown
}

/** Selects the documents whose field is the value, or is a list that contains it. */
export interface FieldValue {
  field: Field
  value: Simple
}

/** The values under which a field's index holds a document, each once. */
export function indexedValues(document: LakeDocument, {isList, valueOf}: Field): Iterable<Simple> {
  const value = valueOf(document)
  if (!isList) return isSimple(value) ? [value] : []
  return Array.isArray(value) ? new Set(value.filter(isSimple)) : []
}

export interface FieldIndex {
  /** Ascending by `_id`. */
  get(value: Simple): readonly LakeDocument[]
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

const NONE: readonly LakeDocument[] = []

/**
 * Reads all documents once.
 *
 * @param valuesOf each value of a document, without duplicates
 * @param documents ascending by `_id`
 */
export function createFieldIndex(
  valuesOf: (document: LakeDocument) => Iterable<Simple>,
  documents: readonly LakeDocument[],
): FieldIndex {
  const byValue = new Map<Simple, LakeDocument[]>()
  // The documents are sorted: appending keeps each list sorted.
  for (const document of documents) {
    for (const value of valuesOf(document)) {
      const list = byValue.get(value)
      if (list) list.push(document)
      else byValue.set(value, [document])
    }
  }
  return {
    get: (value) => byValue.get(value) ?? NONE,
    add(document) {
      for (const value of valuesOf(document)) {
        const list = byValue.get(value)
        if (list) insertSorted(list, document)
        else byValue.set(value, [document])
      }
    },
    remove(document) {
      for (const value of valuesOf(document)) {
        const list = byValue.get(value)
        if (!list) continue
        removeSorted(list, document._id)
        if (list.length === 0) byValue.delete(value)
      }
    },
  }
}
