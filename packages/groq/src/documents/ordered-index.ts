// Documents in the order of a value of theirs, as `order()` puts them: ranges, and the first few of many.
import {compare, compareAll} from '../operators.ts'
import type {Value} from '../values.ts'
import type {LakeDocument} from '../types.ts'
import {firstWhere} from './sorted-list.ts'

/** One end of a range. */
export interface Bound {
  op: '<' | '<=' | '>' | '>='
  value: Value
}

export interface OrderedIndex {
  readonly size: number
  /** How many fulfil all bounds. */
  count(bounds: readonly Bound[]): number
  /** Those that fulfil all bounds, in the index's order. What has no order with a bound does not. */
  between(bounds: readonly Bound[]): readonly LakeDocument[]
  /** From one end to the other: those with equal values together, ascending by `_id`. */
  groups(descending: boolean): Iterable<readonly LakeDocument[]>
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** @param documents ascending by `_id`, which decides between equals */
export function createOrderedIndex(
  valueOf: (document: LakeDocument) => Value,
  documents: readonly LakeDocument[],
): OrderedIndex {
  const rows = documents.map((document) => ({document, value: valueOf(document)}))
  rows.sort((a, b) => compareAll(a.value, b.value))
  // Two lists side by side take half of what a list of pairs does.
  const values = rows.map(({value}) => value)
  const sorted = rows.map(({document}) => document)

  /** Where a document of that value stands, or would stand. */
  const place = (value: Value, id: string): number => {
    let low = firstWhere(values, (other) => compareAll(other, value) >= 0)
    let high = firstWhere(values, (other) => compareAll(other, value) > 0)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] as LakeDocument)._id < id) low = middle + 1
      else high = middle
    }
    return low
  }

  const ends = (bounds: readonly Bound[]): [number, number] => {
    let from = 0
    let to = values.length
    for (const {op, value} of bounds) {
      // It has no order with itself either: nothing passes.
      if (compare(value, value) === null) return [0, 0]
      const isUpper = op === '<' || op === '<='
      const isOwnIncluded = op === '<=' || op === '>='
      const edge = firstWhere(values, (other) => {
        const order = compareAll(other, value)
        return isUpper === isOwnIncluded ? order > 0 : order >= 0
      })
      // Values of another type stand before or after all of this one.
      const others = isUpper
        ? firstWhere(values, (other) => compareAll(other, value) >= 0 || isSameType(other, value))
        : firstWhere(values, (other) => compareAll(other, value) > 0 && !isSameType(other, value))
      from = Math.max(from, isUpper ? others : edge)
      to = Math.min(to, isUpper ? edge : others)
    }
    return [from, Math.max(from, to)]
  }

  return {
    get size() {
      return sorted.length
    },
    count(bounds) {
      const [from, to] = ends(bounds)
      return to - from
    },
    between: (bounds) => sorted.slice(...ends(bounds)),
    *groups(descending) {
      if (descending) {
        for (let end = sorted.length; end > 0;) {
          const value = values[end - 1]
          const start = firstWhere(values, (other) => compareAll(other, value) >= 0)
          yield sorted.slice(start, end)
          end = start
        }
        return
      }
      for (let start = 0; start < sorted.length;) {
        const value = values[start]
        const end = firstWhere(values, (other) => compareAll(other, value) > 0)
        yield sorted.slice(start, end)
        start = end
      }
    },
    add(document) {
      const value = valueOf(document)
      const at = place(value, document._id)
      values.splice(at, 0, value)
      sorted.splice(at, 0, document)
    },
    remove(document) {
      const at = place(valueOf(document), document._id)
      if (sorted[at]?._id !== document._id) return
      values.splice(at, 1)
      sorted.splice(at, 1)
    },
  }
}

const isSameType = (a: Value, b: Value): boolean => compare(a, b) !== null
