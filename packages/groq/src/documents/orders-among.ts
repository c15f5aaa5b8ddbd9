// The newest of an author, of a section: for each value of a field the order of those that have it.
import type {Value} from '../values.ts'
import type {LakeDocument} from '../types.ts'
import type {Simple} from './field-index.ts'
import {createOrderedIndex, type OrderedIndex} from './ordered-index.ts'

export interface OrdersAmong {
  /** @param documents those that have the value, ascending by `_id` */
  of(value: Simple, documents: readonly LakeDocument[]): OrderedIndex
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** Documents in all of these orders together; beyond that the orders made first go. */
const MOST_DOCUMENTS = 300_000

interface Options {
  /** Values of the field by which they are told apart, each once. */
  valuesOf(document: LakeDocument): Iterable<Simple>
  /** What they are ordered by. */
  valueOf(document: LakeDocument): Value
  most?: number
}

/** Made for each value as it is asked for. */
export function createOrdersAmong({
  valuesOf,
  valueOf,
  most = MOST_DOCUMENTS,
}: Options): OrdersAmong {
  const orders = new Map<Simple, OrderedIndex>()

  const makeRoom = (newest: Simple): void => {
    let held = 0
    for (const {size} of orders.values()) held += size
    for (const [value, {size}] of orders) {
      if (held <= most || value === newest) break
      orders.delete(value)
      held -= size
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
