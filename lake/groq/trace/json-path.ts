// Normalised JSON paths, as `@sanity/client` reads them: `$['body'][2]['text']`.
import {isObject, type Value} from '../values.ts'
import type {Place} from './origin.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

/** A step of a path: to an attribute or to an item. */
export const step = (key: string | number): string =>
  typeof key === 'number'
    ? `[${key}]`
    : `['${key.replaceAll(/[\f\n\r\t'\\]/g, (letter) => ESCAPES[letter] ?? letter)}']`

/** A key that can be read back from between quotation marks. */
const PLAIN_KEY = /^[^'\\\p{Cc}]+$/u

/**
 * The path of a place in its document.
 *
 * @param byKey whether items are named by their `_key`, where that tells them apart, and not by index
 */
export function pathOf(place: Place, byKey: boolean): string {
  let path = '$'
  let value: Value = place.document
  for (const key of place.keys()) {
    const around = value
    value = (around as Record<string | number, Value>)[key]
    path += (byKey && Array.isArray(around) && selector(around, value)) || step(key)
  }
  return path
}

/** `[?(@._key=='a1')]`; undefined where that would name another item, or none. */
function selector(list: readonly Value[], item: Value): string | undefined {
  const key = isObject(item) ? item._key : undefined
  if (typeof key !== 'string' || !PLAIN_KEY.test(key)) return undefined
  const first = list.find((other) => isObject(other) && other._key === key)
  return first === item ? `[?(@._key=='${key}')]` : undefined
}
