// The one function that decides which reasons forbid an editorial action on a piece. The studio shows
// them, the lake refuses with them, and the tests compare them.
import type {EditorialAction, EditorialActionRequest} from '../model/editorial-actions.ts'
import {isPieceType} from '../model/registry.ts'
import {checkDraft} from './checks/piece.ts'
import {checkComments} from './checks/comments.ts'
import {checkContent} from './checks/content.ts'
import {checkFourEyes, type CheckActor, type Policy} from './checks/four-eyes.ts'
import {override} from './checks/override.ts'
import {checkFrontWords} from './checks/front-words.ts'
import {checkSuggestions} from './checks/suggestions.ts'
import {checkOwnership, checkRequest, checkRole, checkState} from './checks/process.ts'
import {error} from './checks/reason.ts'
import {isCovered, pieceHash} from './coverage.ts'
import {currentOf, type GatheredPiece} from './gather.ts'
import {once} from './once.ts'
import type {ReviewReason} from '../model/records.ts'
import {standingOf, type Standing} from './state.ts'

export interface CheckInput extends GatheredPiece {
  /** What somebody wants to do; publishing, where nothing is said. */
  act?: EditorialAction
  /** What they say with it. */
  request?: Partial<EditorialActionRequest>
  policy?: Policy
  /** Content hash of the piece, if the caller has computed it already. */
  hash?: () => string
  /** The timer performs what was scheduled: that is where it begins. */
  isDue?: boolean
}

const ENFORCED: Policy = {fourEyes: 'enforced'}

/**
 * Answers every reason why the act cannot be performed (severity `error`) and what should be known
 * besides (`warning`). With no error in it, the act may be performed.
 *
 * @param input the piece, gathered by `gatherPiece`
 * @param now ISO 8601
 */
export function check(input: CheckInput, actor: CheckActor, now: string): ReviewReason[] {
  const {act = 'publish', request = {}, policy = ENFORCED} = input
  const article = currentOf(input.root)
  if (!article || !isPieceType(article._type)) {
    return [error('noArticle', {document: input.root.id}, 'There is no such piece.')]
  }
  const hash = once(input.hash ?? (() => pieceHash(input)))
  const standing = standingOfPiece(input, hash)
  const from: Standing =
    input.isDue && standing.state === 'scheduled' ? {state: 'approved', lapsed: false} : standing

  const reasons = [
    ...checkRole(act, article, actor),
    ...checkState(act, article, input, from),
    ...checkOwnership(act, article, input, standing, actor),
    ...checkRequest(act, article, input, request, now),
    ...checkContentFor(input, act, request, now),
    ...checkComments(input, act),
    ...checkSuggestions(input, act),
    ...checkFrontWords(input),
    ...(act === 'approve' ? checkFourEyes({article, piece: input, hash, policy}, actor) : []),
  ]
  const approved = act === 'publish' || act === 'schedule' ? input.review?.approval?.overrides : []
  const planned = input.isDue ? input.review?.schedule?.overrides : []
  return override(reasons, [...(request.overrides ?? []), ...(approved ?? []), ...(planned ?? [])])
}

/** The state of a gathered piece. */
export function standingOfPiece(
  piece: GatheredPiece,
  hash: () => string = () => pieceHash(piece),
): Standing {
  return standingOf({
    review: piece.review,
    hasDraft: piece.root.draft !== null,
    hasPublished: piece.root.published !== null,
    isAsApproved: () => isCovered(piece, piece.review?.approval, hash),
  })
}

function checkContentFor(
  input: CheckInput,
  act: EditorialAction,
  request: Partial<EditorialActionRequest>,
  now: string,
): ReviewReason[] {
  const article = currentOf(input.root)
  if (!article) return []
  if (act === 'submit') return checkDraft(article)
  if (act === 'approve') return checkContent(input, {time: Date.parse(now), isPublication: false})
  if (act === 'publish') return checkContent(input, {time: Date.parse(now), isPublication: true})
  if (act !== 'schedule') return []
  const at = Date.parse(request.publishAt ?? '')
  const time = Number.isNaN(at) ? Date.parse(now) : at
  return checkContent(input, {time, isPublication: !Number.isNaN(at)})
}

/** Whether any of the reasons refuses. */
export function refuses(reasons: readonly ReviewReason[]): boolean {
  return reasons.some(({severity}) => severity === 'error')
}
