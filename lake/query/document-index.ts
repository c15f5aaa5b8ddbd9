// Documents in memory in the order in which GROQ's `*` yields them, with the look-ups that narrow.
import {referencesOf} from '../groq/references.ts'
import type {LakeDocument} from '../types.ts'

/** What is equal by `==` where it is the same. */
export type Simple = string | number | boolean

export const isSimple = (value: unknown): value is Simple =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A part of documents by which they are looked up. */
export interface Field {
  /** Of two with one name each says the same. */
  name: string
  valueOf(document: LakeDocument): unknown
}

export interface DocumentIndex {
  /** Ascending by `_id`. Never change it, or a document in it. */
  readonly all: readonly LakeDocument[]
  get(id: string): LakeDocument | undefined
  /** Ascending by `_id`. */
  ofType(type: string): readonly LakeDocument[]
  /** Documents that hold a reference to `id`, ascending by `_id`. */
  referencing(id: string): readonly LakeDocument[]
  /** Documents whose field is the value, or a list that holds it; ascending by `_id`. */
  having(field: Field, value: Simple): readonly LakeDocument[]
  put(document: LakeDocument): void
  remove(id: string): void
}

const NONE: readonly LakeDocument[] = []

/** @param documents ascending by `_id` */
export function createDocumentIndex(documents: readonly LakeDocument[] = []): DocumentIndex {
  const all = [...documents]
  const byId = new Map(all.map((document) => [document._id, document]))
  const byType = createFieldIndex((document) => document._type, all)
  // Built when the first query asks.
  let byReference: FieldIndex | undefined
  const fields = new Map<string, FieldIndex>()

  const indexes = (): FieldIndex[] => [
    byType,
    ...(byReference ? [byReference] : []),
    ...fields.values(),
  ]

  return {
    all,
    get: (id) => byId.get(id),
    ofType: (type) => byType.get(type),
    referencing(id) {
      byReference ??= createFieldIndex((document) => [...referencesOf(document)], all)
      return byReference.get(id)
    },
    having({name, valueOf}, value) {
      const index = fields.get(name) ?? createFieldIndex(valueOf, all)
      fields.delete(name)
      fields.set(name, index)
      for (const oldest of fields.keys()) {
        if (fields.size <= MAX_FIELDS) break
        fields.delete(oldest)
      }
      return index.get(value)
    },
    put(document) {
      const old = byId.get(document._id)
      byId.set(document._id, document)
      spliceIn(all, document)
      for (const index of indexes()) {
        if (old) index.remove(old)
        index.add(document)
      }
    },
    remove(id) {
      const old = byId.get(id)
      if (!old) return
      byId.delete(id)
      spliceOut(all, id)
      for (const index of indexes()) index.remove(old)
    },
  }
}

interface FieldIndex {
  get(value: Simple): readonly LakeDocument[]
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** Those asked for last: whoever may ask anything must not fill the memory. */
const MAX_FIELDS = 24

/** Built by going through the documents once. */
function createFieldIndex(
  valueOf: Field['valueOf'],
  documents: readonly LakeDocument[],
): FieldIndex {
  const byValue = new Map<Simple, LakeDocument[]>()
  const valuesOf = (document: LakeDocument): Iterable<Simple> => {
    const value = valueOf(document)
    if (Array.isArray(value)) return new Set(value.filter(isSimple))
    return isSimple(value) ? [value] : []
  }
  const add = (document: LakeDocument): void => {
    for (const value of valuesOf(document)) {
      const list = byValue.get(value)
      if (list) spliceIn(list, document)
      else byValue.set(value, [document])
    }
  }
  for (const document of documents) add(document)
  return {
    get: (value) => byValue.get(value) ?? NONE,
    add,
    remove(document) {
      for (const value of valuesOf(document)) {
        const list = byValue.get(value)
        if (list) spliceOut(list, document._id)
      }
    },
  }
}

/** Where `id` stands, or would stand, in a list ascending by `_id`. */
function position(list: readonly LakeDocument[], id: string): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?._id ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}

function spliceIn(list: LakeDocument[], document: LakeDocument): void {
  const at = position(list, document._id)
  list.splice(at, list[at]?._id === document._id ? 1 : 0, document)
}

function spliceOut(list: LakeDocument[], id: string): void {
  const at = position(list, id)
  if (list[at]?._id === id) list.splice(at, 1)
}
