// For each value of a field, the documents with that value in the order of another field: the newest of each
// author. An order is built when it is first asked for.
import {LRUCache} from 'lru-cache'
import type {LakeDocument} from '../types.ts'
import type {Value} from '../values.ts'
import {cached} from './cached.ts'
import type {Simple} from './field-index.ts'
import {createOrderedIndex, type OrderedIndex} from './ordered-index.ts'

export interface OrdersByValue {
  /** @param documents those with the value, ascending by `_id` */
  of(value: Simple, documents: readonly LakeDocument[]): OrderedIndex
  add(document: LakeDocument): void
  remove(document: LakeDocument): void
}

/** Documents in all orders together, as they were built. The least recently used orders go first. */
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
  const orders = new LRUCache<Simple, OrderedIndex>({
    maxSize: maxDocuments,
    // An order that is larger than the limit is cached without any other.
    sizeCalculation: ({size}) => Math.min(Math.max(size, 1), maxDocuments),
  })
  return {
    of: (value, documents) => cached(orders, value, () => createOrderedIndex(valueOf, documents)),
    add(document) {
      for (const value of valuesOf(document)) orders.peek(value)?.add(document)
    },
    remove(document) {
      for (const value of valuesOf(document)) orders.peek(value)?.remove(document)
    },
  }
}
