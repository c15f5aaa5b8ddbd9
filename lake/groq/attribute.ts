// `.name`: an object's own attribute.
import {isObject, type Value} from './values.ts'

/** Null where there is none, and of what is no object. */
export function attribute(value: Value, name: string): Value {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}
