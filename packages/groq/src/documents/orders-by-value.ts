// For each value of a field, the documents with that value in the order of another field: the newest of each
// author. An order is built when it is first asked for.
import type {LakeDocument} from '../types.ts'
import type {Value} from '../values.ts'
import type {Simple} from './field-index.ts'
import {createOrderedIndex, type OrderedIndex} from './ordered-index.ts'

export interface OrdersByValue {
  /** @param documents those with the value, ascending by `_id` */
  of(value: Simple, documents: readonly LakeDocument[]): OrderedIndex
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** Documents in all orders together. Beyond it the oldest orders are dropped. */
const MAX_DOCUMENTS = 300_000

interface Options {
  /** The values under which a document is found, each once. */
  valuesOf(document: LakeDocument): Iterable<Simple>
  /** The value by which documents are ordered. */
  valueOf(document: LakeDocument): Value
  maxDocuments?: number
}

export function createOrdersByValue({
  valuesOf,
  valueOf,
  maxDocuments = MAX_DOCUMENTS,
}: Options): OrdersByValue {
  const orders = new Map<Simple, OrderedIndex>()

  // The sizes of the orders change with each commit: an LRU cache would have to be told each time.
  const makeRoom = (newest: Simple): void => {
    let total = 0
    for (const {size} of orders.values()) total += size
    for (const [value, {size}] of orders) {
      if (total <= maxDocuments || value === newest) break
      orders.delete(value)
      total -= size
    }
  }

  return {
    of(value, documents) {
      const known = orders.get(value)
      if (known) return known
      const order = createOrderedIndex(valueOf, documents)
      orders.set(value, order)
      makeRoom(value)
      return order
    },
    add(document) {
      for (const value of valuesOf(document)) orders.get(value)?.add(document)
    },
    remove(document) {
      for (const value of valuesOf(document)) orders.get(value)?.remove(document)
    },
  }
}
