// Documents by a value of theirs: hash look-ups.
import type {LakeDocument} from '../types.ts'
import {spliceIn, spliceOut} from './sorted-list.ts'

/** What is equal by `==` where it is the same. */
export type Simple = string | number | boolean

export const isSimple = (value: unknown): value is Simple =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

export interface FieldIndex {
  /** Ascending by `_id`. */
  get(value: Simple): readonly LakeDocument[]
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

const NONE: readonly LakeDocument[] = []

/**
 * Built by going through the documents once.
 *
 * @param valuesOf of each, every value once
 * @param documents ascending by `_id`
 */
export function createFieldIndex(
  valuesOf: (document: LakeDocument) => Iterable<Simple>,
  documents: readonly LakeDocument[],
): FieldIndex {
  const byValue = new Map<Simple, LakeDocument[]>()
  const add = (document: LakeDocument): void => {
    for (const value of valuesOf(document)) {
      const list = byValue.get(value)
      if (list) spliceIn(list, document)
      else byValue.set(value, [document])
    }
  }
  // They come in the order of the lists.
  for (const document of documents) {
    for (const value of valuesOf(document)) {
      const list = byValue.get(value)
      if (list) list.push(document)
      else byValue.set(value, [document])
    }
  }
  return {
    get: (value) => byValue.get(value) ?? NONE,
    add,
    remove(document) {
      for (const value of valuesOf(document)) {
        const list = byValue.get(value)
        if (!list) continue
        spliceOut(list, document._id)
        if (list.length === 0) byValue.delete(value)
      }
    },
  }
}
