// Whether a value is too long to be written as JSON, found out before it is: lists that a query shares
// between many places are in memory once and on paper as often as they are named.

/**
 * Looks no further than the limit, so that it takes as long as that much JSON at most.
 *
 * @param limit UTF-16 units; what is not longer may still be written longer, where letters are escaped
 */
export function isLongerThan(limit: number, value: unknown): boolean {
  return rest(limit, value) < 0
}

/** What is left of a length once the value is written; negative where it does not fit. */
function rest(length: number, value: unknown): number {
  if (typeof value === 'string') return length - value.length - 2
  if (typeof value !== 'object' || value === null) return length - 1
  let left = length - 2
  if (Array.isArray(value)) {
    for (const item of value) {
      left = rest(left - 1, item)
      if (left < 0) return left
    }
    return left
  }
  const object = value as Record<string, unknown>
  for (const name in object) {
    const item = object[name]
    if (item === undefined) continue
    left = rest(left - name.length - 4, item)
    if (left < 0) return left
  }
  return left
}
