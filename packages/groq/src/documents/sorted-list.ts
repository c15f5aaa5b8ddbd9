// Lists of documents ascending by `_id`, in which one is found by halving.
import type {LakeDocument} from '../types.ts'

/** Ascending by `_id`, for `toSorted`. */
export const byId = (a: LakeDocument, b: LakeDocument): number =>
  a._id < b._id ? -1 : a._id > b._id ? 1 : 0

/** The first place in a list at which `isThere` holds; it holds for all after it. */
export function firstWhere<T>(list: readonly T[], isThere: (item: T) => boolean): number {
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
const position = (list: readonly LakeDocument[], id: string): number =>
  firstWhere(list, (document) => document._id >= id)

/** Takes the place of the one that has its id, and answers that one. */
export function spliceIn(list: LakeDocument[], document: LakeDocument): LakeDocument | undefined {
  const at = position(list, document._id)
  if (list[at]?._id !== document._id) {
    list.splice(at, 0, document)
    return undefined
  }
  const old = list[at]
  list[at] = document
  return old
}

/** Answers what was there. */
export function spliceOut(list: LakeDocument[], id: string): LakeDocument | undefined {
  const at = position(list, id)
  return list[at]?._id === id ? list.splice(at, 1)[0] : undefined
}

/** Whether the id of any begins so. */
export const anyStartsWith = (list: readonly LakeDocument[], prefix: string): boolean =>
  list[position(list, prefix)]?._id.startsWith(prefix) === true

/** Those whose ids begin so. */
export function startingWith(
  list: readonly LakeDocument[],
  prefix: string,
): readonly LakeDocument[] {
  const from = position(list, prefix)
  const to = firstWhere(list, ({_id}) => _id >= prefix && !_id.startsWith(prefix))
  return list.slice(from, to)
}
