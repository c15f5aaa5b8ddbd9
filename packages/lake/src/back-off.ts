// Computes when to repeat a failed attempt.

export interface BackOffOptions {
  /** Milliseconds after the first failure. */
  first: number
  /** The maximum, in milliseconds. */
  longest: number
  /**
   * From 0 to 1. Shortens the wait by up to a half, so that simultaneous failures are not retried
   * at the same moment.
   */
  random?: number
}

/**
 * Milliseconds until the next attempt, doubled after each failure.
 * @param failures number of failures, 1 for the first
 * @example backOff(3, {first: 1_000, longest: 60_000}) // 4000
 */
export function backOff(failures: number, {first, longest, random = 0}: BackOffOptions): number {
  return Math.round(Math.min(longest, first * 2 ** (failures - 1)) * (1 - random / 2))
}

/** The header `Retry-After` in milliseconds from now; 0 if it has no valid value. */
export function readRetryAfter(header: string | null | undefined, now: number): number {
  if (!header) return 0
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now)
}
