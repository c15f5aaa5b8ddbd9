// The values of GROQ: JSON values and two more types. Specification 1.revision 1, "Types".
//
// Values are not wrapped. Lists and objects of documents are passed on and never changed.
import {createIdTest} from './id-pattern.ts'

/** null, boolean, number, string, array, object, `DateTime` or `Path`; undefined counts as null. */
export type Value = unknown

export type ValueType =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'array'
  | 'object'
  | 'datetime'
  | 'path'

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|([-+]\d{2}:\d{2}))$/

/** Values that are objects in JavaScript but not in GROQ. */
export abstract class ScalarObject {
  abstract toJSON(): string
}

/** A date and time. Strings are converted by `dateTime()` only. */
export class DateTime extends ScalarObject {
  /** Milliseconds since the epoch. */
  readonly time: number

  constructor(time: number) {
    super()
    this.time = time
  }

  /** Null if the text is not an RFC 3339 timestamp. */
  static parse(text: string): DateTime | null {
    if (!RFC3339.test(text)) return null
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : new DateTime(time)
  }

  /** @param seconds may be a fraction or negative */
  plus(seconds: number): DateTime | null {
    const time = this.time + seconds * 1000
    return Number.isNaN(new Date(time).getTime()) ? null : new DateTime(Math.trunc(time))
  }

  /** RFC 3339 in UTC, with fractions of a second only if there are any. */
  override toString(): string {
    return new Date(this.time).toISOString().replace('.000Z', 'Z')
  }

  override toJSON(): string {
    return this.toString()
  }
}

/** `path("drafts.**")`: a pattern of IDs. */
export class Path extends ScalarObject {
  readonly pattern: string
  readonly #matches: (id: string) => boolean

  constructor(pattern: string) {
    super()
    this.pattern = pattern
    this.#matches = createIdTest(pattern)
  }

  matches(id: string): boolean {
    return this.#matches(id)
  }

  override toJSON(): string {
    return this.pattern
  }
}

export function typeOf(value: Value): ValueType {
  if (value === null || value === undefined) return 'null'
  const type = typeof value
  if (type !== 'object') return type as ValueType
  if (Array.isArray(value)) return 'array'
  if (value instanceof DateTime) return 'datetime'
  return value instanceof Path ? 'path' : 'object'
}

/** An object in GROQ: not an array, a `DateTime` or a `Path`. */
export function isObject(value: Value): value is Record<string, Value> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ScalarObject)
  )
}

/** The text for `string()` and `array::join()`. Null for lists, objects, paths and null. */
export function textOf(value: Value): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`
  return value instanceof DateTime ? value.toString() : null
}

/** JSON has only finite numbers. Others, such as the result of a division by zero, are null. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
