// Scheduled publications: what the timer is to do, and what is recorded where it could not.
import type {EditorialActionRequest} from '../../model/editorial-actions.ts'
import {gatherPiece} from '../gather.ts'
import {standingOfPiece} from '../check.ts'
import type {Review, ReviewReason} from '../../model/records.ts'
import {editorsOf, notify} from './notify.ts'
import {fixedKey, reviewAfter} from './review.ts'
import type {EditorialEnvironment} from './run.ts'
import type {Performed} from './types.ts'

export interface Plan {
  at: string
  by: string
  request: EditorialActionRequest
  transactionId: string
}

/** A schedule is kept while its stage is, lapsed or not: then it fails, and says why. */
export function planOf(review: Review | null): Plan | null {
  if (review?.stage !== 'scheduled' || !review.schedule) return null
  const {schedule, subject} = review
  const request: EditorialActionRequest = {
    act: 'publish',
    articleId: subject._ref,
    ...(schedule.correction ? {correction: schedule.correction} : {}),
  }
  return {
    at: schedule.publishAt,
    by: schedule.by,
    request,
    transactionId: `scheduled-${fixedKey(subject._ref, schedule.publishAt, schedule.at)}`,
  }
}

/** The piece goes back to being approved (or, changed, to review), and the failure stays visible. */
export function scheduleFailed(
  body: Readonly<Record<string, unknown>>,
  environment: EditorialEnvironment,
): Performed {
  const articleId = String(body['reviewId']).replace(/^review\./, '')
  const {read, referrers, now} = environment
  const {piece} = gatherPiece(articleId, read, referrers)
  const {review} = piece
  if (!review?.schedule) return {mutations: [], moved: [], state: 'drafting', warnings: []}
  const reasons = body['reasons'] as ReviewReason[]
  const context = {...environment, piece}
  const note = reasons.map(({message}) => message).join(' ')
  const {mutation, state} = reviewAfter(
    context,
    'scheduleFailed',
    standingOfPiece(piece).state,
    {
      stage: 'approved',
      schedule: undefined,
      scheduleFailure: {
        at: now,
        publishAt: review.schedule.publishAt,
        reasons: reasons.map((reason, index) => ({...reason, _key: `${index}-${reason.code}`})),
      },
    },
    {hasDraft: piece.root.draft !== null, hasPublished: piece.root.published !== null},
    {note, dueAt: review.schedule.publishAt},
  )
  const recipients = [review.schedule.by, review.approval?.by, ...editorsOf(context)]
  return {
    mutations: [mutation, ...notify(context, 'scheduleFailed', recipients, note)],
    moved: [],
    state,
    warnings: [],
  }
}
