// The indexes of fields. Each is built by the first query that needs it; the least recently used go first.
import {LRUCache} from 'lru-cache'
import type {LakeDocument} from '../types.ts'
import {cached} from './cached.ts'
import {
  createFieldIndex,
  indexedValues,
  type Field,
  type FieldIndex,
  type FieldValue,
  type Simple,
} from './field-index.ts'
import {createOrderedIndex, type OrderedIndex} from './ordered-index.ts'
import {createOrdersByValue, type OrdersByValue} from './orders-by-value.ts'

/** What follows the changes of documents. */
export type Updatable = Pick<FieldIndex, 'add' | 'remove'>

interface CachedIndex {
  attributes: readonly string[]
  /** The only type in it; undefined for all types. */
  type: string | undefined
  index: Updatable
}

type Cache<Index> = LRUCache<string, CachedIndex & {index: Index}>

/** Limits the memory that clients with many different queries can fill. */
const MAX_FIELD_INDEXES = 24
const MAX_ORDERS_BY_VALUE = 12

export interface QueryIndexes {
  /** See `Documents.withValue`. */
  withValue(field: Field, value: Simple, type?: string): readonly LakeDocument[] | undefined
  /** See `Documents.ordered`. */
  ordered(field: Field, type?: string, filter?: FieldValue): OrderedIndex | undefined
  /** Visits the indexes that hold documents of this type. */
  forEach(type: string, visit: (index: Updatable) => void): void
  /** Drops indexes of fields that have moved to the long-field store: their old values cannot be read. */
  dropLongFields(): void
}

/**
 * @param longFieldNames attributes without indexes; the set grows while documents are loaded
 * @param documentsOf the documents of a type, or all of them; ascending by `_id`
 */
export function createQueryIndexes(
  longFieldNames: ReadonlySet<string>,
  documentsOf: (type: string | undefined) => readonly LakeDocument[],
): QueryIndexes {
  const byField: Cache<FieldIndex | OrderedIndex> = new LRUCache({max: MAX_FIELD_INDEXES})
  const byValue: Cache<OrdersByValue> = new LRUCache({max: MAX_ORDERS_BY_VALUE})
  const isLong = (attributes: readonly string[]): boolean =>
    longFieldNames.size > 0 && attributes.some((name) => name === '*' || longFieldNames.has(name))

  const indexOf = <T extends FieldIndex | OrderedIndex>(
    kind: string,
    {name, attributes}: Field,
    type: string | undefined,
    build: (documents: readonly LakeDocument[]) => T,
  ): T | undefined => {
    if (isLong(attributes)) return undefined
    const key = `${type ?? '*'} ${kind} ${name}`
    const make = () => ({attributes, type, index: build(documentsOf(type))})
    return cached(byField, key, make).index as T
  }

  const withValue: QueryIndexes['withValue'] = (field, value, type) => {
    const index = indexOf(field.isList ? 'in' : '==', field, type, (documents) =>
      createFieldIndex((document) => indexedValues(document, field), documents),
    )
    return index?.get(value)
  }

  return {
    withValue,
    ordered(field, type, filter) {
      const {attributes, valueOf} = field
      if (!filter) return indexOf('order', field, type, (all) => createOrderedIndex(valueOf, all))
      const {field: by, value} = filter
      const found = isLong(attributes) ? undefined : withValue(by, value, type)
      if (!found) return undefined
      const key = JSON.stringify([type ?? '*', field.name, by.isList === true, by.name])
      const valuesOf = (document: LakeDocument) => indexedValues(document, by)
      const orders = cached(byValue, key, () => ({
        attributes: [...attributes, ...by.attributes],
        type,
        index: createOrdersByValue({valuesOf, valueOf}),
      }))
      return orders.index.of(value, found)
    },
    forEach(type, visit) {
      for (const cache of [byField, byValue]) {
        for (const cachedIndex of cache.values()) {
          if (cachedIndex.type === undefined || cachedIndex.type === type) visit(cachedIndex.index)
        }
      }
    },
    dropLongFields() {
      if (longFieldNames.size === 0) return
      for (const cache of [byField, byValue]) {
        const dropped = [...cache].filter(([, {attributes}]) => isLong(attributes))
        for (const [key] of dropped) cache.delete(key)
      }
    },
  }
}
