// `.name`: an object's own attribute.
import {isObject, type Value} from './values.ts'

/** Null where there is none, and of what is no object. */
export function attribute(value: Value, name: string): Value {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** The same for one name, as a query asks for it again and again. */
export function attributeNamed(name: string): (value: Value) => Value {
  // Every object has these by inheritance, and no others.
  if (name in Object.prototype) return (value) => attribute(value, name)
  return (value) => (isObject(value) ? (value[name] ?? null) : null)
}
