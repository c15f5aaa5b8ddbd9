// Lists of documents ascending by `_id`, in which one is found by halving.
import type {LakeDocument} from '../types.ts'

/** Ascending by `_id`, for `toSorted`. */
export const byId = (a: LakeDocument, b: LakeDocument): number =>
  a._id < b._id ? -1 : a._id > b._id ? 1 : 0

/** The first place in a list at which `isThere` holds; it holds for all after it. */
export function firstIndexWhere<T>(list: readonly T[], isThere: (item: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isThere(list[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

/** Where `id` stands, or would stand. */
const positionOf = (list: readonly LakeDocument[], id: string): number =>
  firstIndexWhere(list, (document) => document._id >= id)

/** Takes the place of the one that has its id, and answers that one. */
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

/** Answers what was there. */
export function removeSorted(list: LakeDocument[], id: string): LakeDocument | undefined {
  const at = positionOf(list, id)
  return list[at]?._id === id ? list.splice(at, 1)[0] : undefined
}

/** Whether the id of any begins so. */
export const hasIdPrefix = (list: readonly LakeDocument[], prefix: string): boolean =>
  list[positionOf(list, prefix)]?._id.startsWith(prefix) === true

/** Those whose ids begin so. */
export function withIdPrefix(
  list: readonly LakeDocument[],
  prefix: string,
): readonly LakeDocument[] {
  const from = positionOf(list, prefix)
  const to = firstIndexWhere(list, ({_id}) => _id >= prefix && !_id.startsWith(prefix))
  return list.slice(from, to)
}
