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
  const known = new Map<Place, Located>()
  const locate = (place: Place): Located => {
    const {parent, key, document} = place
    if (!parent) return {path: '$', value: document}
    const found = known.get(place)
    if (found) return found
    const around = locate(parent)
    const value = (around.value as Record<string | number, Value>)[key]
    const selector =
      byKey && Array.isArray(around.value) ? selectorOf(around.value, value) : undefined
    const located = {path: around.path + (selector ?? step(key)), value}
    known.set(place, located)
    return located
  }
  return (place) => locate(place).path
}

interface Located {
  path: string
  value: Value
}

/** A key that can be read back from between quotation marks. */
const PLAIN_KEY = /^[^'\\\p{Cc}]+$/u

/** `[?(@._key=='a1')]`; undefined where that would name another item, or none. */
function selectorOf(list: readonly Value[], item: Value): string | undefined {
  const key = attribute(item, '_key')
  if (typeof key !== 'string' || !PLAIN_KEY.test(key)) return undefined
  // The client looks at the `_key` of whatever comes first, and stumbles over null.
  const first = list.find((other) => other === null || attribute(other, '_key') === key)
  return first === item ? `[?(@._key=='${key}')]` : undefined
}
