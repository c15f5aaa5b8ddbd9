// Tells whether a value is too long to be written as JSON, without writing it. A list that a query uses
// in many places is in memory once, but it is written as often as it is used.

/**
 * Stops at the limit: it takes no longer than writing that much JSON.
 *
 * @param limit UTF-16 units, without the escapes in strings
 * @param tick called for each list and object; it may throw to stop
 */
export function isLongerThan(limit: number, value: unknown, tick: () => void = () => {}): boolean {
  return lengthLeft(limit, value, tick) < 0
}

/** The length left after the value is written. Negative if it does not fit. */
function lengthLeft(length: number, value: unknown, tick: () => void): number {
  if (typeof value === 'string') return length - value.length - 2
  if (typeof value !== 'object' || value === null) return length - 1
  tick()
  return Array.isArray(value)
    ? lengthLeftByList(length - 2, value, tick)
    : lengthLeftByObject(length - 2, value, tick)
}

function lengthLeftByList(length: number, list: readonly unknown[], tick: () => void): number {
  let left = length
  for (const item of list) {
    left = lengthLeft(left - 1, item, tick)
    if (left < 0) return left
  }
  return left
}

function lengthLeftByObject(length: number, object: object, tick: () => void): number {
  let left = length
  // The fastest loop over attributes. These objects inherit none.
  for (const name in object) {
    const item = (object as Record<string, unknown>)[name]
    if (typeof item === 'string') left -= name.length + item.length + 6
    else if (item !== undefined) left = lengthLeft(left - name.length - 4, item, tick)
    if (left < 0) return left
  }
  return left
}
