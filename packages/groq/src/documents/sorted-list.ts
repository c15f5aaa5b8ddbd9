// Lists of documents ascending by `_id`, with binary search.
import type {LakeDocument} from '../types.ts'

/** For sorting, ascending by `_id`. */
export const byId = (a: LakeDocument, b: LakeDocument): number =>
  a._id < b._id ? -1 : a._id > b._id ? 1 : 0

/** The first index at which `test` is true. It must be true for all later items. */
export function firstIndexWhere<T>(list: readonly T[], test: (item: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(list[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

/** The index of the document, or the index at which to insert it. */
const positionOf = (list: readonly LakeDocument[], id: string): number =>
  firstIndexWhere(list, (document) => document._id >= id)

/** Inserts the document, or replaces the one with its ID, which is returned. */
export function insertSorted(
  list: LakeDocument[],
  document: LakeDocument,
): LakeDocument | undefined {
  const at = positionOf(list, document._id)
  if (list[at]?._id !== document._id) {
    list.splice(at, 0, document)
    return undefined
  }
  const old = list[at]
  list[at] = document
  return old
}

/** Removes the document and returns it. */
export function removeSorted(list: LakeDocument[], id: string): LakeDocument | undefined {
  const at = positionOf(list, id)
  return list[at]?._id === id ? list.splice(at, 1)[0] : undefined
}

/** Whether any ID begins with the prefix. */
export const hasIdPrefix = (list: readonly LakeDocument[], prefix: string): boolean =>
  list[positionOf(list, prefix)]?._id.startsWith(prefix) === true

/** The documents whose IDs begin with the prefix. */
export function withIdPrefix(
  list: readonly LakeDocument[],
  prefix: string,
): readonly LakeDocument[] {
  const from = positionOf(list, prefix)
  const to = firstIndexWhere(list, ({_id}) => _id >= prefix && !_id.startsWith(prefix))
  return list.slice(from, to)
}
