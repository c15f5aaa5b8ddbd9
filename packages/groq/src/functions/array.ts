// `array::`. Specification 1.revision 1, "Array functions".
import {join} from '../limits.ts'
import {keyOf} from '../operators.ts'
import {textOf} from '../values.ts'
import type {Namespace} from './index.ts'
import {ofValues} from './simple.ts'

export const arrays: Namespace = {
  compact: ofValues((list) =>
    Array.isArray(list) ? list.filter((item) => item !== null && item !== undefined) : null,
  ),
  intersects: ofValues((one, other) => {
    if (!Array.isArray(one) || !Array.isArray(other)) return null
    const keys = new Set(other.map(keyOf))
    return one.some((item) => keys.has(keyOf(item)))
  }),
  join: ofValues((list, separator) => {
    if (!Array.isArray(list) || typeof separator !== 'string') return null
    const texts = list.map(textOf)
    return texts.every((text) => text !== null) ? join(texts, separator) : null
  }),
  /** Keeps the first of equal values. Arrays and objects are never equal. */
  unique: ofValues((list) => {
    if (!Array.isArray(list)) return null
    const seen = new Set()
    return list.filter((item) => {
      const key = keyOf(item)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }),
}
