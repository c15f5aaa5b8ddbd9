// Where a value of an answer comes from.
import type {Value} from '../values.ts'

/** A document as a query meets it. */
export type Document = Readonly<Record<string, Value>>

/**
 * A place in a document; something that the query put together, by its parts (an array's items or an
 * object's attributes); what stands in the query itself; or what was computed.
 */
export type Origin = Place | readonly Origin[] | ReadonlyMap<string, Origin> | 'literal' | 'unknown'

/** Where something stands in a document: the document itself, or a member of what stands at a place. */
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

/** A value and where it comes from. */
export interface Traced {
  readonly value: Value
  readonly origin: Origin
}

export const NOTHING: Traced = {value: null, origin: 'unknown'}

/** Where an attribute or an item of a value comes from. */
export function memberOrigin(origin: Origin, key: string | number): Origin {
  if (typeof origin === 'string') return origin
  if (origin instanceof Place) return new Place(origin.document, origin, key)
  const part = isItems(origin) ? origin[Number(key)] : origin.get(String(key))
  return part ?? 'unknown'
}

/** An array's items, each with its origin. */
export function itemsOf(list: readonly Value[], origin: Origin): Traced[] {
  return list.map((value, index) => ({value, origin: memberOrigin(origin, index)}))
}

/** An array of such items. */
export const arrayOf = (items: readonly Traced[]): Traced => ({
  value: items.map(({value}) => value),
  origin: items.map(({origin}) => origin),
})

// What `Array.isArray` says of a readonly array is lost on TypeScript.
const isItems = (
  origin: readonly Origin[] | ReadonlyMap<string, Origin>,
): origin is readonly Origin[] => Array.isArray(origin)
