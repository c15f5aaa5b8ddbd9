// `array::`. Specification 1.revision 1, "Array functions".
import {isEqual} from '../operators.ts'
import {DateTime, textOf, type Value} from '../values.ts'
import type {Namespace} from './index.ts'
import {simple} from './simple.ts'

export const arrays: Namespace = {
  compact: simple((list) =>
    Array.isArray(list) ? list.filter((item) => item !== null && item !== undefined) : null,
  ),
  intersects: simple((one, other) => {
    if (!Array.isArray(one) || !Array.isArray(other)) return null
    return one.some((a) => other.some((b) => isEqual(a, b)))
  }),
  join: simple((list, separator) => {
    if (!Array.isArray(list) || typeof separator !== 'string') return null
    const texts = list.map(textOf)
    return texts.includes(null) ? null : texts.join(separator)
  }),
  /** What is equal by `==` comes once; arrays and objects equal nothing and all come. */
  unique: simple((list) => {
    if (!Array.isArray(list)) return null
    const seen = new Set<Value>()
    return list.filter((item) => {
      const key = item instanceof DateTime ? `\u0000${item.time}` : (item ?? null)
      if (typeof key === 'object' && key !== null) return true
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }),
}
