// The reasons against amending a photo, quote or source that readers see in live articles.
import type {EditorialActionRequest} from '../../model/editorial-actions.ts'
import {isMemberType} from '../../model/registry.ts'
import {currentOf, type GatheredPiece, type Pair} from '../gather.ts'
import {isChange} from '../gather-use.ts'
import type {PieceDocument} from '../piece.ts'
import type {CorrectionRequest, ReviewReason} from '../../model/records.ts'
import {checkAuthor} from './author.ts'
import {checkReferences, checkUses} from './piece.ts'
import {checkEmbargoElsewhere} from './content.ts'
import type {CheckActor, Policy} from './four-eyes.ts'
import {override} from './override.ts'
import {checkAmendedQuotations} from './quotations.ts'
import {checkAlternative, checkPhoto} from './photo.ts'
import {checkQuote} from './quote.ts'
import {nameOf, textAt} from './reading.ts'
import {error} from './reason.ts'

export interface AmendmentInput {
  /** Its root is the photo, quote or source. */
  piece: GatheredPiece
  /** Published articles that use it, or a member that is published with it. */
  live: readonly PieceDocument[]
  /** IDs of the accounts that changed what would be published. */
  changedBy: readonly string[]
  request: Partial<EditorialActionRequest>
  policy: Policy
}

const KINDS = ['correction', 'clarification', 'update', 'editorsNote', 'minor']

/** All reasons against it; without an error among them, it is allowed. */
export function checkAmendment(
  input: AmendmentInput,
  actor: CheckActor,
  now: string,
): ReviewReason[] {
  const {piece, live, request} = input
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
  const reasons = [
    ...checkActor(document, actor),
    ...checkChange(document, input, actor),
    ...live.flatMap((article) => checkCorrection(article, request.amendments?.[article._id])),
  ]
  const time = Date.parse(now)
  for (const member of [...closure.members.map(currentOf), document]) {
    if (member?._type === 'photoWithCredit') {
      reasons.push(...checkPhoto(member, time, true), ...checkAlternative(member))
    }
    if (member?._type === 'expertQuote') reasons.push(...checkQuote(member))
    if (member?._type === 'author') {
      reasons.push(...checkAuthor(member), ...checkUses(member, closure))
    }
  }
  const reworded = [...closure.members, root].filter(isReworded)
  const find = (id: string) => reworded.find((pair) => pair.id === id)?.draft ?? null
  reasons.push(...live.flatMap((article) => checkAmendedQuotations(article, find)))
  reasons.push(...checkReferences(document, closure), ...checkEmbargoElsewhere(closure, time))
  return override(reasons, request.overrides ?? [])
}

/** A quote with other words than readers know. */
const isReworded = ({draft, published}: Pair): boolean =>
  draft?._type === 'expertQuote' && textAt(draft, 'text') !== textAt(published, 'text')

/** Editors amend everything, photo editors photos, and only signed-in people do. */
function checkActor(document: PieceDocument, {roles, kind}: CheckActor): ReviewReason[] {
  const reasons: ReviewReason[] = []
  const isPhoto = document._type === 'photoWithCredit'
  const mayAmend = roles.includes('editor') || (isPhoto && roles.includes('photoEditor'))
  if (!mayAmend) {
    reasons.push(
      error(
        'roleMissing',
        {document},
        isPhoto
          ? 'Amend: that is for an editor or a photo editor.'
          : 'Amend: that is for an editor.',
      ),
    )
  }
  if (kind !== 'user') {
    reasons.push(
      error('fourEyesToken', {document}, 'A person who is signed in amends; a token does not.'),
    )
  }
  return reasons
}

/** There is a change to something published, made by somebody else. */
function checkChange(
  document: PieceDocument,
  {piece: {root, closure}, changedBy, policy}: AmendmentInput,
  actor: CheckActor,
): ReviewReason[] {
  const reasons: ReviewReason[] = []
  if (!root.draft || !root.published || ![...closure.members, root].some(isChange)) {
    reasons.push(
      error(
        'nothingToAmend',
        {document},
        'There is no change here to something that is published.',
      ),
    )
  }
  if (changedBy.includes(actor.id)) {
    const reason = error(
      'fourEyesChanged',
      {document},
      'You made this change: somebody else publishes it.',
    )
    reasons.push(policy.fourEyes === 'enforced' ? reason : {...reason, overridable: true})
  }
  return reasons
}

/** Each live article explains the change to its readers. */
function checkCorrection(
  article: PieceDocument,
  correction: CorrectionRequest | undefined,
): ReviewReason[] {
  if (!correction || !KINDS.includes(correction.type)) {
    return [
      error(
        'kindMissing',
        {document: article},
        `What are readers of ${nameOf(article)} told: a correction, a clarification, an update, an editor’s note, or is it minor?`,
      ),
    ]
  }
  if (textAt(correction, 'readerNote')) return []
  return [
    error(
      'readerNoteMissing',
      {document: article},
      `A few words for ${nameOf(article)} are missing.`,
    ),
  ]
}
