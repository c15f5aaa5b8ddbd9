// Four eyes: nobody approves what they wrote, submitted or changed.
import {isCovered} from '../coverage.ts'
import type {GatheredPiece} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {error} from './reason.ts'

/** `recorded` lets a newsroom of two approve its own, with a reason that the ledger keeps. */
export interface Policy {
  fourEyes: 'enforced' | 'recorded'
}

export interface CheckActor {
  id: string
  kind: string
  roles: readonly string[]
}

export function checkFourEyes(
  {
    article,
    piece,
    hash,
    policy,
  }: {
    article: PieceDocument
    piece: GatheredPiece
    /** Content hash of the piece. */
    hash: () => string
    policy: Policy
  },
  actor: CheckActor,
): ReviewReason[] {
  const place = {document: article}
  const {review, closure} = piece
  if (actor.kind !== 'user') {
    return [error('fourEyesToken', place, 'A person who is signed in approves; a token does not.')]
  }
  const reasons: ReviewReason[] = []
  if (closure.accounts.some(({userId}) => userId === actor.id)) {
    reasons.push(
      error('fourEyesByline', place, 'Your name is on this piece: somebody else approves it.'),
    )
  }
  if (review?.submission?.by === actor.id) {
    reasons.push(
      error('fourEyesSubmitter', place, 'You submitted this piece: somebody else approves it.'),
    )
  }
  // A change that was undone does not count.
  if (review?.changedBy?.includes(actor.id) && !isCovered(piece, review.submission, hash)) {
    reasons.push(
      error(
        'fourEyesChanged',
        place,
        'You changed this piece since it was submitted. Hand it back to its writer, or let another editor approve it.',
      ),
    )
  }
  if (policy.fourEyes === 'enforced') return reasons
  return reasons.map((reason) => ({...reason, overridable: true}))
}
