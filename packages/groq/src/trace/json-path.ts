// Normalised JSON paths, as `@sanity/client` reads them: `$['body'][2]['text']`.
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

/** A step of a path: to an attribute or to an item. */
export function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  // Hardly any name has such a letter.
  if (!TO_ESCAPE.test(key)) return `['${key}']`
  return `['${Array.from(key, (letter) => ESCAPES[letter] ?? letter).join('')}']`
}

/**
 * The paths of places in their documents.
 *
 * @param byKey whether items are named by their `_key`, where that tells them apart, and not by index
 */
export function createPaths(byKey: boolean): (place: Place) => string {
  const paths = new Map<Place, string>()
  const values = new Map<Place, Value>()

  /** Only where it is wanted: long texts are read from the database as they are looked at. */
  const valueAt = (place: Place): Value =>
    kept(values, place, ({document, parent, key}) =>
      parent ? (valueAt(parent) as Record<string | number, Value>)[key] : document,
    )
  const pathOf = (place: Place): string =>
    kept(paths, place, ({parent, key}) => {
      if (!parent) return '$'
      const selector =
        byKey && typeof key === 'number' ? selectorOf(valueAt(parent) as Value[], key) : undefined
      return pathOf(parent) + (selector ?? step(key))
    })
  return pathOf
}

function kept<T>(known: Map<Place, T>, place: Place, make: (place: Place) => T): T {
  const found = known.get(place)
  if (found !== undefined) return found
  const value = make(place)
  known.set(place, value)
  return value
}

/** A key that can be read back from between quotation marks. */
const PLAIN_KEY = /^[^'\\\p{Cc}]+$/u

/** `[?(@._key=='a1')]`; undefined where that would name another item, or none. */
function selectorOf(list: readonly Value[], index: number): string | undefined {
  const key = attribute(list[index], '_key')
  if (typeof key !== 'string' || !PLAIN_KEY.test(key)) return undefined
  // The client looks at the `_key` of whatever comes first, and stumbles over null.
  const first = list.findIndex((other) => other === null || attribute(other, '_key') === key)
  return first === index ? `[?(@._key=='${key}')]` : undefined
}
