// Stories and pictures that end at a time: the timer takes them off.
import {fixedKey} from '../perform/review.ts'
import {textAt} from '../checks/reading.ts'
import type {PieceDocument} from '../piece.ts'
import {isFront, slotsOf} from './read-front.ts'
import {nextEnd} from './tidy-front.ts'

/** The name of the action. Only the timer performs it. */
export const END_SLOTS = 'endSlots'

export interface FrontEnd {
  /** ISO 8601 */
  at: string
  request: {act: typeof END_SLOTS; frontId: string}
  transactionId: string
}

/** When something on a front that readers see ends next; null where nothing does. */
export function frontEnd(front: PieceDocument): FrontEnd | null {
  const at = isFront(front) && !front._id.includes('.') ? nextEnd(front) : undefined
  if (at === undefined) return null
  const request = {act: END_SLOTS, frontId: front._id} as const
  return {
    at,
    request,
    transactionId: `ended-${fixedKey(front._id, at, textAt(front, '_rev') ?? '')}`,
  }
}

/** The paths of what has ended. The rule of fronts takes it off, and the ledger says so. */
export function endedPaths(front: PieceDocument | null, now: number): string[] {
  return slotsOf(front).flatMap(({path, until = Infinity, pictureUntil = Infinity}) => {
    if (until <= now) return [path]
    return pictureUntil <= now ? [`${path}.picture`] : []
  })
}
