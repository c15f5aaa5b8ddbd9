// The terms for sharing a preview, and the time at which each ends.
import {LONGEST_DAYS} from '../../../workflow/preview/requests.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'

const DAY = 86_400_000

/** Days, or a chosen time. */
export type Term = '1' | '7' | '30' | 'at'

export const TERMS: readonly {value: Term; title: string}[] = [
  {value: '1', title: '1 day'},
  {value: '7', title: '7 days'},
  {value: '30', title: '30 days'},
  {value: 'at', title: 'At a date and time …'},
]

/**
 * When it ends, ISO 8601; empty if no time is chosen.
 * @param wall on the newsroom's clock, as in a field for date and time
 */
export function termEnds(
  term: Term,
  wall: string,
  time: Pick<NewsroomTime, 'instantOf'>,
  now: number,
): string {
  if (term === 'at') return time.instantOf(wall) ?? ''
  return new Date(now + Number(term) * DAY).toISOString()
}

/** The bounds of the field for it, on the newsroom's clock. */
export function termBounds(time: Pick<NewsroomTime, 'wallOf'>, now: number) {
  return {min: time.wallOf(now), max: time.wallOf(now + LONGEST_DAYS * DAY)}
}
