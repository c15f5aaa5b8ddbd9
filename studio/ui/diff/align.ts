// Pairs the items of two versions of a list, and finds moved items.
import {diffArrays} from 'diff'

export interface Aligned<T> {
  before?: T
  after?: T
  moved?: 'up' | 'down'
}

export interface AlignBy<T> {
  /** Items with the same key are the same item, with any content. */
  keyOf: (item: T) => string | undefined
  /** From 0 to 1, for items without a counterpart by key. */
  likeness: (a: T, b: T) => number
}

/** Below this, two items are different items. */
const ALIKE = 0.5

/** Both versions as one list, in reading order. Removed items keep their place. */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  {keyOf, likeness}: AlignBy<T>,
): Aligned<T>[] {
  const oldOf = match(before, after, {keyOf, likeness})
  const partners = after.flatMap((_, index) => oldOf.get(index) ?? [])
  const unmoved = new Set(longestRising(partners))
  const paired = new Set(partners)

  const result: Aligned<T>[] = []
  let read = 0
  // Removed items follow the item that they used to follow.
  const takeRemoved = (): void => {
    for (; read < before.length && !unmoved.has(read); read += 1) {
      if (!paired.has(read)) result.push({before: before[read]})
    }
  }
  takeRemoved()
  for (const [index, item] of after.entries()) {
    const old = oldOf.get(index)
    if (old === undefined) result.push({after: item})
    else if (unmoved.has(old)) {
      result.push({before: before[old], after: item})
      read = old + 1
      takeRemoved()
    } else {
      const next = partners.slice(partners.indexOf(old)).find((other) => unmoved.has(other))
      const moved = next !== undefined && next < old ? 'up' : 'down'
      result.push({before: before[old], after: item, moved})
    }
  }
  return result
}

/** The earlier index of each item that existed before. Keys decide first, then likeness. */
function match<T>(before: readonly T[], after: readonly T[], by: AlignBy<T>): Map<number, number> {
  const oldOf = new Map<number, number>()
  const free = new Set(before.keys())
  const pair = (index: number, old: number): void => {
    oldOf.set(index, old)
    free.delete(old)
  }
  for (const [index, item] of after.entries()) {
    const key = by.keyOf(item)
    if (key === undefined) continue
    const old = [...free].find((each) => by.keyOf(before[each] as T) === key)
    if (old !== undefined) pair(index, old)
  }
  // Unchanged items, in their order: of two equal items, each finds its own.
  const open = after.keys().filter((index) => !oldOf.has(index))
  const comparator = (old: number, index: number): boolean =>
    by.likeness(before[old] as T, after[index] as T) === 1
  let [old, now]: [number[], number[]] = [[...free], [...open]]
  for (const {added, removed, count} of diffArrays(old, now, {comparator})) {
    if (!added && !removed) now.slice(0, count).forEach((index, at) => pair(index, old[at] ?? 0))
    if (!added) old = old.slice(count)
    if (!removed) now = now.slice(count)
  }
  const candidates = after
    .flatMap((item, index) =>
      oldOf.has(index)
        ? []
        : [...free].map((old) => ({index, old, alike: by.likeness(before[old] as T, item)})),
    )
    .filter(({alike}) => alike >= ALIKE)
    // If two are equally alike, the nearer one.
    .toSorted((a, b) => b.alike - a.alike || Math.abs(a.index - a.old) - Math.abs(b.index - b.old))
  for (const {index, old} of candidates) {
    if (!oldOf.has(index) && free.has(old)) pair(index, old)
  }
  return oldOf
}

/** The longest subsequence in rising order: these have not moved, the others have moved past them. */
function longestRising(numbers: readonly number[]): number[] {
  const best: number[][] = []
  for (const [index, number] of numbers.entries()) {
    const candidates = best.slice(0, index).filter((list) => (list.at(-1) ?? 0) < number)
    const longest = candidates.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, number])
  }
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}
