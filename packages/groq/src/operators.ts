// Comparison and arithmetic. Specification 1.revision 1, "Operators".
import {assertTextLength, concat} from './limits.ts'
import {DateTime, finite, isObject, Path, typeOf, type Value} from './values.ts'

/** `==`. Arrays and objects equal nothing. */
export function isEqual(a: Value, b: Value): boolean {
  if (a === null || a === undefined) return b === null || b === undefined
  if (typeof a === 'object') {
    return a instanceof DateTime && b instanceof DateTime && a.time === b.time
  }
  return a === b
}

/** Compares by code point. JavaScript sorts characters from U+10000 on before U+E000. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const one = a.charCodeAt(at)
    const other = b.charCodeAt(at)
    if (one !== other) return codePointRank(one) - codePointRank(other)
  }
  return a.length - b.length
}

function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Negative, zero or positive. Null if the values cannot be compared: different types, arrays, objects. */
export function compare(a: Value, b: Value): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return a instanceof DateTime && b instanceof DateTime ? a.time - b.time : null
}

const RANK: Partial<Record<string, number>> = {datetime: 1, number: 2, string: 3, boolean: 4}

/** The order of `order()`: by type first. Arrays, objects and null come last and count as equal. */
export function compareForOrder(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  const rank = RANK[typeOf(a)] ?? 100
  const difference = rank - (RANK[typeOf(b)] ?? 100)
  return difference === 0 ? (compare(a, b) ?? 0) : difference
}

type Operator = (a: Value, b: Value) => Value

const ordering =
  (holds: (order: number) => boolean): Operator =>
  (a, b) => {
    const order = compare(a, b)
    return order === null ? null : holds(order)
  }

const arithmetic =
  (result: (a: number, b: number) => number): Operator =>
  (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? finite(result(a, b)) : null

function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return finite(a + b)
  if (typeof a === 'string' && typeof b === 'string') {
    assertTextLength(a.length + b.length)
    return a + b
  }
  if (a instanceof DateTime && typeof b === 'number') return a.plus(b)
  if (typeof a === 'number' && b instanceof DateTime) return b.plus(a)
  if (Array.isArray(a) && Array.isArray(b)) return concat<Value>(a, b)
  return isObject(a) && isObject(b) ? {...a, ...b} : null
}

function subtract(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return finite(a - b)
  if (!(a instanceof DateTime)) return null
  if (b instanceof DateTime) return (a.time - b.time) / 1000
  return typeof b === 'number' ? a.plus(-b) : null
}

function valueIn(value: Value, among: Value): Value {
  if (among instanceof Path) {
    const id = value instanceof Path ? value.pattern : value
    return typeof id === 'string' ? among.matches(id) : null
  }
  return Array.isArray(among) ? includesValue(among, value) : null
}

/** A list of this length gets a set when it is searched for the second time. */
const MIN_INDEXED_LENGTH = 16
const searchedOnce = new WeakSet<object>()
const valueSets = new WeakMap<object, Set<Value>>()

/** Whether the list contains the value, by `==`. */
export function includesValue(list: readonly Value[], value: Value): boolean {
  if (list.length < MIN_INDEXED_LENGTH) return list.some((item) => isEqual(value, item))
  const known = valueSets.get(list)
  if (known) return known.has(keyOf(value))
  if (!searchedOnce.has(list)) {
    searchedOnce.add(list)
    return list.some((item) => isEqual(value, item))
  }
  const lookUp = new Set(list.map(keyOf))
  valueSets.set(list, lookUp)
  return lookUp.has(keyOf(value))
}

/** Equal values have the same key. Lists and objects equal nothing, not even themselves. */
export function keyOf(value: Value): Value {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value
  return value instanceof DateTime ? BigInt(value.time) : Symbol('equals nothing')
}

/** `value in left..right`. Null if the value cannot be compared with an end. */
export function isBetween(value: Value, left: Value, right: Value, isInclusive: boolean): Value {
  const low = compare(value, left)
  const high = compare(value, right)
  if (low === null || high === null) return null
  return low >= 0 && (isInclusive ? high <= 0 : high < 0)
}

/** All operators except `match` (`match.ts`). */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  '==': isEqual,
  '!=': (a, b) => !isEqual(a, b),
  '<': ordering((order) => order < 0),
  '<=': ordering((order) => order <= 0),
  '>': ordering((order) => order > 0),
  '>=': ordering((order) => order >= 0),
  in: valueIn,
  '+': add,
  '-': subtract,
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
  '**': arithmetic((a, b) => a ** b),
}
