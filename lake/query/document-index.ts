// Documents in memory in the order in which GROQ's `*` yields them, with the look-ups that narrow.
import {referencesOf} from '../groq/references.ts'
import type {LakeDocument} from '../types.ts'

export interface DocumentIndex {
  /** Ascending by `_id`. Never change it, or a document in it. */
  readonly all: readonly LakeDocument[]
  get(id: string): LakeDocument | undefined
  /** Ascending by `_id`. */
  ofType(type: string): readonly LakeDocument[]
  /** Documents that hold a reference to `id`, ascending by `_id`. */
  referencing(id: string): readonly LakeDocument[]
  put(document: LakeDocument): void
  remove(id: string): void
}

const NONE: readonly LakeDocument[] = []

/** @param documents ascending by `_id` */
export function createDocumentIndex(documents: readonly LakeDocument[] = []): DocumentIndex {
  const all = [...documents]
  const byId = new Map(all.map((document) => [document._id, document]))
  const byType = new Map<string, LakeDocument[]>()
  for (const document of all) {
    const list = byType.get(document._type)
    if (list) list.push(document)
    else byType.set(document._type, [document])
  }
  // Target → ids of the documents that refer to it. Built when the first query asks.
  let sources: Map<string, Set<string>> | undefined

  const link = (document: LakeDocument): void => {
    for (const target of referencesOf(document)) {
      const ids = sources?.get(target)
      if (ids) ids.add(document._id)
      else sources?.set(target, new Set([document._id]))
    }
  }
  const unlink = (document: LakeDocument): void => {
    for (const target of referencesOf(document)) sources?.get(target)?.delete(document._id)
  }

  const remove = (id: string): void => {
    const old = byId.get(id)
    if (!old) return
    byId.delete(id)
    spliceOut(all, id)
    const list = byType.get(old._type)
    if (list) spliceOut(list, id)
    if (sources) unlink(old)
  }

  return {
    all,
    get: (id) => byId.get(id),
    ofType: (type) => byType.get(type) ?? NONE,
    referencing(id) {
      if (!sources) {
        sources = new Map()
        for (const document of all) link(document)
      }
      return [...(sources.get(id) ?? [])].toSorted().flatMap((source) => byId.get(source) ?? [])
    },
    put(document) {
      const old = byId.get(document._id)
      if (old && old._type !== document._type) remove(document._id)
      else if (old && sources) unlink(old)
      byId.set(document._id, document)
      spliceIn(all, document)
      const list = byType.get(document._type)
      if (list) spliceIn(list, document)
      else byType.set(document._type, [document])
      if (sources) link(document)
    },
    remove,
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
