// The wait before a failed delivery is tried again.
import {backOff} from '../back-off.ts'

/** A message that could not be delivered for this long has failed. */
export const RETRY_FOR_MS = 24 * 60 * 60_000

const FIRST_MS = 5_000
const LONGEST_MS = 60 * 60_000

/**
 * Milliseconds until the next attempt.
 * @param failures number of failures, 1 for the first
 * @param random from 0 to 1
 * @param retryAfter the receiver's `Retry-After` in milliseconds; the wait is at least as long
 */
export const deliveryDelay = (failures: number, random: number, retryAfter = 0): number =>
  Math.max(
    backOff(failures, {first: FIRST_MS, longest: LONGEST_MS, random}),
    Math.min(retryAfter, LONGEST_MS * 6),
  )
