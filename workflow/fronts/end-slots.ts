// Stories and pictures that end at a time: the timer takes them off. An import does so when it is through.
import {fixedKey} from '../perform/review.ts'
import {textAt} from '../checks/reading.ts'
import type {PieceDocument} from '../piece.ts'
import {isFront} from './read-front.ts'
import {nextEnd, tidyFront, tidyingWrites, type FrontPatch} from './tidy-front.ts'
import {draftTidying, photosIn, tidying, type AroundFront} from './tidy-input.ts'

/** The name of the action. Only the server performs it. */
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

/**
 * What comes off a front and no change to it or to its stories tells: what has ended, and what an import has
 * brought in whatever order. The rule of fronts records it.
 *
 * @param id of the front, of its draft or of a version, which keep what only readers cannot open
 */
export function endSlots(id: string, around: AroundFront): FrontPatch[] {
  const front = around.read(id)
  if (!isFront(front)) return []
  const isDraft = id.includes('.')
  const unset = tidyFront(front, isDraft ? draftTidying(around) : tidying(around))
    .filter(({why}) => !isDraft || (why !== 'ended' && why !== 'twice'))
    .map(({path}) => path)
  if (isDraft) return unset.length > 0 ? [{patch: {id, unset}}] : []
  return tidyingWrites(front, unset, photosIn(around))
}
