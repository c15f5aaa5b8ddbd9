// Normalized JSON paths for `@sanity/client`: `$['body'][2]['text']`.
import {attribute} from '../attribute.ts'
import type {Value} from '../values.ts'
import type {Place} from './origin.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}
const TO_ESCAPE = /[\f\n\r\t'\\]/

/** One step of a path: an attribute or an item. */
export function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  // Very few names need an escape.
  if (!TO_ESCAPE.test(key)) return `['${key}']`
  return `['${Array.from(key, (letter) => ESCAPES[letter] ?? letter).join('')}']`
}

/**
 * Returns the path of a place in its document.
 *
 * @param byKey whether to name items by `_key`, if that is unique, instead of by index
 */
export function createPaths(byKey: boolean): (place: Place) => string {
  const paths = new Map<Place, string>()
  const values = new Map<Place, Value>()

  /** Evaluated only if needed: it can load long fields. */
  const valueAt = (place: Place): Value =>
    memoized(values, place, ({document, parent, key}) =>
      parent ? (valueAt(parent) as Record<string | number, Value>)[key] : document,
    )
  const pathOf = (place: Place): string =>
    memoized(paths, place, ({parent, key}) => {
      if (!parent) return '$'
      const selector =
        byKey && typeof key === 'number' ? selectorOf(valueAt(parent) as Value[], key) : undefined
      return pathOf(parent) + (selector ?? step(key))
    })
  return pathOf
}

function memoized<T>(known: Map<Place, T>, place: Place, make: (place: Place) => T): T {
  const found = known.get(place)
  if (found !== undefined) return found
  const value = make(place)
  known.set(place, value)
  return value
}

/** A key that needs no escapes. */
const PLAIN_KEY = /^[^'\\\p{Cc}]+$/u

/** `[?(@._key=='a1')]`. Undefined if it would not select exactly this item. */
function selectorOf(list: readonly Value[], index: number): string | undefined {
  const key = attribute(list[index], '_key')
  if (typeof key !== 'string' || !PLAIN_KEY.test(key)) return undefined
  // The client reads `_key` of each item before it and fails on null.
  const first = list.findIndex((other) => other === null || attribute(other, '_key') === key)
  return first === index ? `[?(@._key=='${key}')]` : undefined
}
