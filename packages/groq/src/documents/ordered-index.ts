// Documents in the order of a field, as `order()` sorts them: for ranges, and for the first few of many.
import {compare, compareForOrder} from '../operators.ts'
import type {LakeDocument} from '../types.ts'
import type {Value} from '../values.ts'
import {firstIndexWhere} from './sorted-list.ts'

/** One end of a range. */
export interface Bound {
  op: '<' | '<=' | '>' | '>='
  value: Value
}

export interface OrderedIndex {
  readonly size: number
  /** How many documents are within all bounds. */
  count(bounds: readonly Bound[]): number
  /** The documents within all bounds, in the index's order. Values that cannot be compared are not. */
  between(bounds: readonly Bound[]): readonly LakeDocument[]
  /** From one end to the other. Documents with equal values are one group, ascending by `_id`. */
  groups(descending: boolean): Iterable<readonly LakeDocument[]>
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** @param documents ascending by `_id`, which decides between equal values */
export function createOrderedIndex(
  valueOf: (document: LakeDocument) => Value,
  documents: readonly LakeDocument[],
): OrderedIndex {
  const rows = documents.map((document) => ({document, value: valueOf(document)}))
  rows.sort((a, b) => compareForOrder(a.value, b.value))
  // Two parallel lists take half the memory of a list of pairs.
  const values = rows.map(({value}) => value)
  const sorted = rows.map(({document}) => document)

  /** The index of the document with that value, or the index at which to insert it. */
  const positionOf = (value: Value, id: string): number => {
    let low = firstIndexWhere(values, (other) => compareForOrder(other, value) >= 0)
    let high = firstIndexWhere(values, (other) => compareForOrder(other, value) > 0)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] as LakeDocument)._id < id) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get size() {
      return sorted.length
    },
    count(bounds) {
      const [from, to] = rangeWithin(values, bounds)
      return to - from
    },
    between: (bounds) => sorted.slice(...rangeWithin(values, bounds)),
    groups: (descending) => groupsOf(values, sorted, descending),
    add(document) {
      const value = valueOf(document)
      const at = positionOf(value, document._id)
      values.splice(at, 0, value)
      sorted.splice(at, 0, document)
    },
    remove(document) {
      const at = positionOf(valueOf(document), document._id)
      if (sorted[at]?._id !== document._id) return
      values.splice(at, 1)
      sorted.splice(at, 1)
    },
  }
}

/** From the first index within all bounds to the one after the last. */
function rangeWithin(values: readonly Value[], bounds: readonly Bound[]): [number, number] {
  let from = 0
  let to = values.length
  for (const {op, value} of bounds) {
    // A bound that cannot be compared (null, a list, an object) selects nothing.
    if (compare(value, value) === null) return [0, 0]
    const isUpper = op === '<' || op === '<='
    const isInclusive = op === '<=' || op === '>='
    const edge = firstIndexWhere(values, (other) => {
      const order = compareForOrder(other, value)
      return isUpper === isInclusive ? order > 0 : order >= 0
    })
    // Values of other types come before or after all values of this type.
    const others = isUpper
      ? firstIndexWhere(
          values,
          (other) => compareForOrder(other, value) >= 0 || isSameType(other, value),
        )
      : firstIndexWhere(
          values,
          (other) => compareForOrder(other, value) > 0 && !isSameType(other, value),
        )
    from = Math.max(from, isUpper ? others : edge)
    to = Math.min(to, isUpper ? edge : others)
  }
  return [from, Math.max(from, to)]
}

function* groupsOf(
  values: readonly Value[],
  sorted: readonly LakeDocument[],
  descending: boolean,
): Generator<readonly LakeDocument[]> {
  if (descending) {
    for (let end = sorted.length; end > 0;) {
      const value = values[end - 1]
      const start = firstIndexWhere(values, (other) => compareForOrder(other, value) >= 0)
      yield sorted.slice(start, end)
      end = start
    }
    return
  }
  for (let start = 0; start < sorted.length;) {
    const value = values[start]
    const end = firstIndexWhere(values, (other) => compareForOrder(other, value) > 0)
    yield sorted.slice(start, end)
    start = end
  }
}

const isSameType = (a: Value, b: Value): boolean => compare(a, b) !== null
