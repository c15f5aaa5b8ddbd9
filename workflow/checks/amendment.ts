// What stands in the way of amending a photo, quote or source that readers see in live articles.
import type {EditorialActionRequest} from '../../model/editorial-actions.ts'
import {isMemberType} from '../../model/content-types.ts'
import {currentOf, type GatheredPiece} from '../gather.ts'
import {isChange} from '../gather-use.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {checkReferences} from './piece.ts'
import {checkEmbargoElsewhere} from './content.ts'
import type {CheckActor, Policy} from './four-eyes.ts'
import {override} from './override.ts'
import {checkAlternative, checkPhoto} from './photo.ts'
import {checkQuote} from './quote.ts'
import {nameOf, textAt} from './reading.ts'
import {error} from './reason.ts'

export interface AmendmentInput {
  /** Gathered with the photo, quote or source in the article's place. */
  piece: GatheredPiece
  /** Published articles that use it, or something that it takes along. */
  live: readonly PieceDocument[]
  /** Accounts that changed what would be published. */
  changedBy: readonly string[]
  request: Partial<EditorialActionRequest>
  policy: Policy
}

const KINDS = ['correction', 'clarification', 'update', 'editorsNote', 'minor']

/** Answers every reason against it; with no error in it, it may be done. */
export function checkAmendment(
  {piece, live, changedBy, request, policy}: AmendmentInput,
  actor: CheckActor,
  now: string,
): ReviewReason[] {
  const {root, closure} = piece
  const document = currentOf(root)
  if (!document || !isMemberType(document._type)) {
    return [
      error(
        'noMember',
        {document: root.id},
        'A photo, a quote or a source is amended; this is none.',
      ),
    ]
  }
  const place = {document}
  const reasons: ReviewReason[] = []
  const isPhoto = document._type === 'photoWithCredit'
  const mayAmend =
    actor.roles.includes('editor') || (isPhoto && actor.roles.includes('photoEditor'))
  if (!mayAmend) {
    reasons.push(
      error(
        'roleMissing',
        place,
        isPhoto
          ? 'Amend: that is for an editor or a photo editor.'
          : 'Amend: that is for an editor.',
      ),
    )
  }
  if (actor.kind !== 'user') {
    reasons.push(
      error('fourEyesToken', place, 'A person who is signed in amends; a token does not.'),
    )
  }
  if (!root.draft || !root.published || ![...closure.members, root].some(isChange)) {
    reasons.push(
      error('nothingToAmend', place, 'There is no change here to something that is published.'),
    )
  }
  if (changedBy.includes(actor.id)) {
    const reason = error(
      'fourEyesChanged',
      place,
      'You made this change: somebody else publishes it.',
    )
    reasons.push(policy.fourEyes === 'enforced' ? reason : {...reason, overridable: true})
  }
  for (const article of live) {
    const correction = request.amendments?.[article._id]
    if (!correction || !KINDS.includes(correction.type)) {
      reasons.push(
        error(
          'kindMissing',
          {document: article},
          `What are readers of ${nameOf(article)} told: a correction, a clarification, an update, an editor’s note, or is it minor?`,
        ),
      )
    } else if (!textAt(correction, 'readerNote')) {
      reasons.push(
        error(
          'readerNoteMissing',
          {document: article},
          `A few words for ${nameOf(article)} are missing.`,
        ),
      )
    }
  }
  const time = Date.parse(now)
  for (const member of [...closure.members.map(currentOf), document]) {
    if (member?._type === 'photoWithCredit') {
      reasons.push(...checkPhoto(member, time, true), ...checkAlternative(member))
    }
    if (member?._type === 'expertQuote') reasons.push(...checkQuote(member))
  }
  reasons.push(...checkReferences(document, closure), ...checkEmbargoElsewhere(closure, time))
  return override(reasons, request.overrides ?? [])
}
