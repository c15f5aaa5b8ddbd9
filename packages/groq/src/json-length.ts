// Whether a value is too long to be written as JSON, found out before it is: lists that a query shares
// between many places are in memory once and on paper as often as they are named.
import {StoredDocument} from './documents/stored-document.ts'

/**
 * Looks no further than the limit, so that it takes as long as that much JSON at most.
 *
 * @param limit UTF-16 units; what is not longer may still be written longer, where letters are escaped
 * @param tick called for each list and object; what it throws ends the look
 */
export function isLongerThan(limit: number, value: unknown, tick: () => void = () => {}): boolean {
  return rest(limit, value, tick) < 0
}

/** Of documents that were asked for before: their long parts need not be loaded again to be measured. */
const lengths = new WeakMap<object, number>()
/** No document is as long. */
const MOST = 1_000_000_000

/** What is left of a length once the value is written; negative where it does not fit. */
function rest(length: number, value: unknown, tick: () => void): number {
  if (typeof value === 'string') return length - value.length - 2
  if (typeof value !== 'object' || value === null) return length - 1
  tick()
  if (Array.isArray(value)) return restOfList(length - 2, value, tick)
  if (!(value instanceof StoredDocument)) return restOfObject(length - 2, value, tick)
  const known = lengths.get(value) ?? MOST - restOfObject(MOST, value, tick)
  lengths.set(value, known)
  return length - known
}

function restOfList(length: number, list: readonly unknown[], tick: () => void): number {
  let left = length
  for (const item of list) {
    left = rest(left - 1, item, tick)
    if (left < 0) return left
  }
  return left
}

function restOfObject(length: number, object: object, tick: () => void): number {
  let left = length
  // Nothing here has members by inheritance, and this is the fastest way through them.
  for (const name in object) {
    const item = (object as Record<string, unknown>)[name]
    if (typeof item === 'string') left -= name.length + item.length + 6
    else if (item !== undefined) left = rest(left - name.length - 4, item, tick)
    if (left < 0) return left
  }
  return left
}
