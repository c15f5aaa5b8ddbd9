// The values that GROQ computes with: JSON as it is, and the two that JSON has not.
//
// Specification 1.revision 1, "Types". Nothing is wrapped: a document's own arrays and objects are
// passed along and never changed.
import {idTest} from './id-pattern.ts'

/** null, boolean, number, string, array, object, `DateTime` or `Path`; undefined is null. */
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

/** What is an object to JavaScript and none to GROQ. */
abstract class Atom {
  abstract toJSON(): string
}

/** A moment; a string is none until `dateTime()` makes it one. */
export class DateTime extends Atom {
  /** Milliseconds since the epoch. */
  readonly time: number

  constructor(time: number) {
    super()
    this.time = time
  }

  /** Null for what is no RFC 3339 timestamp. */
  static parse(text: string): DateTime | null {
    if (!RFC3339.test(text)) return null
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : new DateTime(time)
  }

  /** @param seconds may be a fraction, or negative */
  plus(seconds: number): DateTime | null {
    const time = this.time + seconds * 1000
    return Number.isNaN(new Date(time).getTime()) ? null : new DateTime(Math.trunc(time))
  }

  /** RFC 3339 in UTC; fractions of a second only where there are any. */
  override toString(): string {
    return new Date(this.time).toISOString().replace('.000Z', 'Z')
  }

  override toJSON(): string {
    return this.toString()
  }
}

/** `path("drafts.**")`: a pattern of ids. */
export class Path extends Atom {
  readonly pattern: string
  readonly #matches: (id: string) => boolean

  constructor(pattern: string) {
    super()
    this.pattern = pattern
    this.#matches = idTest(pattern)
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

/** An object of GROQ's: neither an array nor a moment nor a pattern. */
export function isObject(value: Value): value is Record<string, Value> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Atom)
  )
}

/** As `string()` and `array::join()` write it; null for what is no simple value. */
export function textOf(value: Value): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`
  return value instanceof DateTime ? value.toString() : null
}

/** Numbers that JSON has; others (a division by zero) are null. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
