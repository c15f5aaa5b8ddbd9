// When a delivery that failed is tried again.

/** A message that could not be delivered for so long is given up. */
export const GIVE_UP_MS = 24 * 60 * 60_000

const FIRST_MS = 5_000
const LONGEST_MS = 60 * 60_000

/**
 * Milliseconds until the next attempt: twice as long each time, up to an hour, and up to a half less by
 * chance, so that what failed together does not come back together.
 *
 * @param failures how often it has failed, 1 for the first time
 * @param random from 0 to 1
 * @param retryAfter what the receiver asked for in milliseconds; it gets at least that
 */
export function backOff(failures: number, random: number, retryAfter = 0): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1))
  return Math.max(Math.round(longest * (1 - random / 2)), Math.min(retryAfter, LONGEST_MS * 6))
}

/** The header `Retry-After` in milliseconds from now; 0 where it says nothing. */
export function readRetryAfter(header: string | undefined, now: number): number {
  if (!header) return 0
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - now)
}
