// A rule: when a document changes, the stages of all articles that use it are computed again in the same
// transaction. Only the content makes an approval lapse or return.
import type {Json} from '@copydesk/lake/types'
import {isSameContent} from '../canonical-json.ts'
import {coverageOf, isCovered} from '../coverage.ts'
import {gatherPiece, referrersOf} from '../gather.ts'
import {fixedKey} from '../perform/review.ts'
import type {PieceDocument} from '../piece.ts'
import {
  isFirstWithPiece,
  isMemberType,
  isPieceType,
  recordedType,
  titleOf,
} from '../../model/registry.ts'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import {asReview, type Notification, type Review, reviewIdOf} from '../../model/records.ts'
import type {Stage} from '../../model/stages.ts'
import {textAt} from '../checks/reading.ts'
import {standingOf} from '../state.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput, type RuleWrite} from './types.ts'

/** It writes reviews and notifications, never content. */
export function keepReviews(input: RuleInput): RuleAnswer {
  const changed = input.changes.filter((change) => isContentChange(change, input))
  const articles = affectedArticles(input, changed)
  return {
    writes: [
      ...[...articles].flatMap((id) => keepReview(id, input, changed)),
      ...changed.filter(isOfMember).flatMap((change) => keepMember(change, input)),
    ],
  }
}

/** Also what ceases to be content, or begins to be, by taking another type. */
const isContentChange = (change: RuleChange, input: RuleInput): boolean =>
  !isInRelease(change) &&
  (isOfPiece(change) || isOfMember(change) || concernsNewAuthor(change, input))

/** Of an author whom readers do not know, or whom they begin to know by it. */
const concernsNewAuthor = (change: RuleChange, {changes, read}: RuleInput): boolean => {
  if (!isOfAuthor(change)) return false
  const published = publishedIdOf(change.id)
  return (
    read(published) === null ||
    changes.some(({id, previous}) => id === published && previous === null)
  )
}

/**
 * A version does not belong to the piece: it is compared with the approved content when its release is
 * published.
 */
const isInRelease = ({id}: RuleChange): boolean => id.startsWith('versions.')

const isOfMember = ({previous, result}: RuleChange): boolean =>
  [previous, result].some((side) => isMemberType(side?._type))

const isOfAuthor = ({previous, result}: RuleChange): boolean =>
  [previous, result].some((side) => isFirstWithPiece(side?._type))

const isOfPiece = ({previous, result}: RuleChange): boolean =>
  [previous, result].some((side) => isPieceType(side?._type))

/** Articles with a review that a change can concern; ids as published. */
function affectedArticles(
  {changes, read, referrers}: RuleInput,
  changed: readonly RuleChange[],
): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const toVisit: string[] = []
  for (const change of changed) {
    if (isOfPiece(change)) found.add(publishedIdOf(change.id))
    if (isOfMember(change) || isOfAuthor(change)) toVisit.push(publishedIdOf(change.id))
  }
  // An import may bring the review later than the content.
  for (const {id, result} of changes) {
    if (result?._type === 'review' && isPieceType(textAt(result, 'subjectType'))) {
      found.add(id.replace(/^review\./, ''))
    }
  }
  for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
    for (const referrer of referrersOf(next, referrers)) {
      const published = publishedIdOf(referrer)
      if (seen.has(referrer)) continue
      seen.add(referrer)
      if (found.has(published)) continue
      const review = read(reviewIdOf(published))
      if (isPieceType(textAt(review, 'subjectType'))) found.add(published)
      else {
        const document = read(referrer)
        const isNew = isFirstWithPiece(document?._type) && read(published) === null
        if (isNew || isMemberType(document?._type)) toVisit.push(published)
      }
    }
  }
  return found
}

/** In these the content has been put before somebody: who changes it since is noted. */
const SUBMITTED: readonly Stage[] = ['inReview', 'approved', 'scheduled']

function keepReview(
  articleId: string,
  input: RuleInput,
  changed: readonly RuleChange[],
): RuleWrite[] {
  const {read, referrers} = input
  const review = asReview(read(reviewIdOf(articleId)))
  if (!review) return []
  const set: Record<string, Json> = {}

  const {state, lapsed} = standingOf({
    review,
    hasDraft: read(draftIdOf(articleId)) !== null,
    hasPublished: read(articleId) !== null,
    isAsApproved: () => isCovered(gatherPiece(articleId, read, referrers).piece, review.approval),
  })
  if (state !== review.state) set['state'] = state
  if (lapsed !== review.lapsed) set['lapsed'] = lapsed
  if (
    SUBMITTED.includes(review.stage) &&
    isClients(input) &&
    changed.some((change) => isReal(change) && !isOwnPublication(change, input))
  ) {
    const by = review.changedBy ?? []
    if (!by.includes(input.actor.id)) set['changedBy'] = [...by, input.actor.id]
  }
  // What is live is another content now, and rightly so: the publication names it.
  const isPublished = input.act === 'publish' && changed.some(({id}) => id === articleId)
  const isLiveChange = changed.some(({id}) => !id.includes('.')) && !isPublished
  if (isLiveChange && review.publication && read(articleId)) {
    const {piece} = gatherPiece(articleId, publishedOnly(read), referrers)
    if (!isCovered(piece, review.publication)) {
      const {authors: _, ...publication} = review.publication
      set['publication'] = {...publication, ...coverageOf(piece)}
    }
  }
  if (Object.keys(set).length === 0) return []
  return [
    {patch: {id: review._id, set}},
    ...(lapsed && !review.lapsed ? notifyOfLapse(articleId, review, input) : []),
  ]
}

const publishedOnly =
  (read: RuleInput['read']) =>
  (id: string): PieceDocument | null =>
    id.startsWith('drafts.') ? null : read(id)

const isClients = (input: RuleInput): boolean => input.act === undefined && !imports(input)

/** An author who is published without the piece leaves it as it was. */
const isOwnPublication = (change: RuleChange, {read}: RuleInput): boolean =>
  isOfAuthor(change) && read(publishedIdOf(change.id)) !== null

/** A patch without effect makes a revision, but changes nothing. */
function isReal({previous, result}: RuleChange): boolean {
  if (!previous || !result) return true
  return !isSameContent(previous, result)
}

/** The approver and the submitter are notified once for each approval, however often it lapses. */
function notifyOfLapse(
  articleId: string,
  review: Review,
  {read, actor, now}: RuleInput,
): RuleWrite[] {
  const article = read(draftIdOf(articleId)) ?? read(articleId)
  const headline = titleOf(article)
  const recipients = new Set([review.approval?.by, review.submission?.by])
  return [...recipients]
    .filter((id): id is string => id !== undefined && id !== actor.id)
    .map((recipient) => ({
      createIfNotExists: {
        _id: `notification.${fixedKey('lapsed', articleId, review.approval?.at ?? '', recipient)}`,
        _type: 'notification',
        recipient,
        kind: 'lapsed',
        article: {_type: 'reference', _ref: articleId, _weak: true},
        ...recordedType(review.subjectType),
        by: actor.id,
        byName: actor.name,
        at: now,
        ...(headline ? {headline} : {}),
      } satisfies Notification,
    }))
}

/** Who changed a published photo, quote or source: they do not amend it themselves. */
function keepMember(change: RuleChange, input: RuleInput): RuleWrite[] {
  const {id, result} = change
  const {read, actor} = input
  if (!id.startsWith('drafts.') || isOfPiece(change)) return []
  const published = publishedIdOf(id)
  const reviewId = reviewIdOf(published)
  const review = asReview(read(reviewId))
  if (!result) return review ? [{delete: {id: reviewId}}] : []
  const live = read(published)
  if (!isClients(input) || !isReal(change) || !live) return []
  if (!review) {
    return [
      {
        createOrReplace: {
          _id: reviewId,
          _type: 'review',
          subject: {_type: 'reference', _ref: published, _weak: true},
          subjectType: live._type,
          stage: 'published',
          state: 'beingCorrected',
          lapsed: false,
          changedBy: [actor.id],
        } satisfies Review,
      },
    ]
  }
  if (review.changedBy?.includes(actor.id)) return []
  return [{patch: {id: reviewId, set: {changedBy: [...(review.changedBy ?? []), actor.id]}}}]
}
