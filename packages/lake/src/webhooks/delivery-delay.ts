// How long a failed delivery waits for its next attempt.
import {backOff} from '../back-off.ts'

/** A message that could not be delivered for so long has failed. */
export const RETRY_FOR_MS = 24 * 60 * 60_000

const FIRST_MS = 5_000
const LONGEST_MS = 60 * 60_000

/**
 * Milliseconds until the next attempt.
 *
 * @param failures how often it has failed, 1 for the first time
 * @param random from 0 to 1
 * @param retryAfter what the receiver asked for in milliseconds; it gets at least that
 */
export const deliveryDelay = (failures: number, random: number, retryAfter = 0): number =>
  Math.max(
    backOff(failures, {first: FIRST_MS, longest: LONGEST_MS, random}),
    Math.min(retryAfter, LONGEST_MS * 6),
  )
