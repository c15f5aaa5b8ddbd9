// Requests to another lake, repeated while it is busy or unreachable.
import {backOff, readRetryAfter} from '@copydesk/lake/back-off'
import {setTimeout as sleepFor} from 'node:timers/promises'
import {OperatorError} from '@copydesk/lake/errors'

export interface RetryOptions {
  /** How often a request is sent at most. */
  attempts?: number
  sleep?: (milliseconds: number) => Promise<unknown>
  random?: () => number
  clock?: () => number
  /** Told before each wait. */
  onWait?: (why: string) => void
}

const WAITS = {first: 500, longest: 30_000}
/** Where nobody has answered yet, the address is wrong more often than the other side away. */
const FIRST_CONTACT = 3
/** A server that asks for more is asked again by hand. */
const LONGEST_ASKED_MS = 5 * 60_000
/** 507 is a full disk: waiting makes no room. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524])

/**
 * `fetch` for requests that may be repeated. Returns the first response that is not a temporary failure.
 *
 * @throws OperatorError if the other side stays unreachable
 */
export function createRetryingFetch({
  attempts = 8,
  sleep = (milliseconds) => sleepFor(milliseconds),
  random = Math.random,
  clock = Date.now,
  onWait = () => {},
}: RetryOptions = {}) {
  let hasAnswered = false
  return async function patientFetch(url: string, init: RequestInit = {}): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(url, init).catch((error: unknown) => error as Error)
      if (response instanceof Response && !PASSING.has(response.status)) return response
      if (response instanceof Response) hasAnswered = true
      if (attempt >= (hasAnswered ? attempts : Math.min(attempts, FIRST_CONTACT))) {
        if (response instanceof Response) return response
        throw new OperatorError(`${new URL(url).origin} cannot be reached (${reasonOf(response)}).`)
      }
      let asked = 0
      if (response instanceof Response) {
        asked = readRetryAfter(response.headers.get('retry-after'), clock())
        if (asked > LONGEST_ASKED_MS) return response
        await response.body?.cancel()
      }
      onWait(
        `${new URL(url).host} ${response instanceof Response ? `is busy (${response.status})` : `cannot be reached (${reasonOf(response)})`}: waiting`,
      )
      await sleep(asked + backOff(attempt, {...WAITS, random: random()}))
    }
  }
}

function reasonOf(error: Error): string {
  const {cause} = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}
