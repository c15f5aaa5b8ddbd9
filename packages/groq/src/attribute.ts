// Attribute access: `.name`.
import {isObject, type Value} from './values.ts'

/** Null if the value is not an object or has no such attribute. */
export function attribute(value: Value, name: string): Value {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** The same, compiled for one name. */
export function attributeNamed(name: string): (value: Value) => Value {
  // An own-property check is only needed for these names.
  if (name in Object.prototype) return (value) => attribute(value, name)
  return (value) => (isObject(value) ? (value[name] ?? null) : null)
}
