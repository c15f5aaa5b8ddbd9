// The source of a value in a result.
import type {Value} from '../values.ts'

/** A document as a query sees it. */
export type Document = Readonly<Record<string, Value>>

/**
 * A place in a document; the sources of a list's items or of an object's attributes; a literal of the
 * query; or a computed value.
 */
export type Origin = Place | readonly Origin[] | ReadonlyMap<string, Origin> | 'literal' | 'unknown'

/** A document, or an attribute or item of another place. */
export class Place {
  readonly document: Document
  readonly parent: Place | null
  readonly key: string | number

  constructor(document: Document, parent: Place | null = null, key: string | number = '') {
    this.document = document
    this.parent = parent
    this.key = key
  }
}

/** A value with its source. */
export interface Traced {
  readonly value: Value
  readonly origin: Origin
}

export const TRACED_NULL: Traced = {value: null, origin: 'unknown'}

/** The source of an attribute or item. */
export function memberOrigin(origin: Origin, key: string | number): Origin {
  if (typeof origin === 'string') return origin
  if (origin instanceof Place) return new Place(origin.document, origin, key)
  const part = isItems(origin) ? origin[Number(key)] : origin.get(String(key))
  return part ?? 'unknown'
}

/** The items of a list, each with its source. */
export function itemsOf(list: readonly Value[], origin: Origin): Traced[] {
  return list.map((value, index) => ({value, origin: memberOrigin(origin, index)}))
}

/** A list of traced items. */
export const arrayOf = (items: readonly Traced[]): Traced => ({
  value: items.map(({value}) => value),
  origin: items.map(({origin}) => origin),
})

// `Array.isArray` does not narrow a readonly array.
const isItems = (
  origin: readonly Origin[] | ReadonlyMap<string, Origin>,
): origin is readonly Origin[] => Array.isArray(origin)
