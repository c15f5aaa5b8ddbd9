// The newsroom's editorial actions and rules, in the form in which the lake takes them.
import type {
  ActionSchedule,
  CustomAction,
  CustomActionInput,
  Shares,
  Rule,
} from '@copydesk/lake/types'
import {EDITORIAL_ACTIONS} from '../model/editorial-actions.ts'
import type {Policy} from '../workflow/checks/four-eyes.ts'
import {parseEditorialActionRequest} from '../workflow/perform/parse-request.ts'
import {runEditorialAction} from '../workflow/perform/run.ts'
import {planOf, scheduleFailed} from '../workflow/perform/schedule.ts'
import type {Performed, Person} from '../workflow/perform/types.ts'
import {END_SLOTS, endSlots, frontEnd} from '../workflow/fronts/end-slots.ts'
import {openedBy} from '../workflow/preview/opened-by.ts'
import {performOnPreview} from '../workflow/preview/perform.ts'
import {parsePreviewRequest, PREVIEW_ACTIONS} from '../workflow/preview/requests.ts'
import {asReview} from '../model/records.ts'
import {holdComments} from '../workflow/rules/hold-comments.ts'
import {holdFieldOwnership} from '../workflow/rules/field-ownership.ts'
import {holdFrontIds} from '../workflow/rules/hold-front-ids.ts'
import {holdOrder} from '../workflow/rules/hold-order.ts'
import {holdPublication} from '../workflow/rules/hold-publication.ts'
import {holdType} from '../workflow/rules/hold-type.ts'
import {holdRecords} from '../workflow/rules/hold-records.ts'
import {keepPublishedFields} from '../workflow/rules/published-fields.ts'
import {keepFronts} from '../workflow/rules/keep-fronts.ts'
import {keepReviews} from '../workflow/rules/keep-reviews.ts'
import {keepVerification} from '../workflow/rules/keep-verification.ts'
import {recordOrder} from '../workflow/rules/record-order.ts'
import {recordReleases} from '../workflow/rules/record-releases.ts'
import {noteImports} from '../workflow/rules/note-imports.ts'

/** Those that refuse come first: nothing is written for what is refused. */
export const NEWSROOM_RULES: readonly Rule[] = [
  holdRecords,
  holdComments,
  holdPublication,
  holdOrder,
  holdFrontIds,
  holdType,
  holdFieldOwnership,
  keepVerification,
  keepPublishedFields,
  recordReleases,
  keepFronts,
  keepReviews,
  noteImports,
  recordOrder,
]

/** @param people the accounts that can act and be told, as they are when an action is performed */
export function newsroomActions(
  people: () => readonly Person[],
  policy: Policy,
): Readonly<Record<string, CustomAction>> {
  const act: CustomAction = ({request: body, isDue, ...rest}) => {
    // Who is here for one article learns nothing of where others stand.
    if (rest.actor.kind === 'shareToken') return malformed('A preview link accepts only remarks.')
    const parsed = parseEditorialActionRequest(body)
    if ('problem' in parsed) return malformed(parsed.problem)
    const environment = {...around(rest), isDue, policy}
    return answer(runEditorialAction(parsed.request, {...environment, people: people()}))
  }
  const failed: CustomAction = ({request, ...rest}) => {
    if (rest.actor.kind !== 'system') return malformed('There is no such editorial action.')
    const environment = {...around(rest), isDue: true, policy}
    return answer(scheduleFailed(request, {...environment, people: people()}))
  }
  const onPreview: CustomAction = ({
    request: body,
    actor,
    read,
    referrers,
    now,
    transactionId,
    isDue,
  }) => {
    const request = parsePreviewRequest(body)
    if ('problem' in request) return malformed(request.problem)
    const environment = {actor, read, referrers, now, transactionId, isDue, policy}
    const done = performOnPreview(request, {...environment, people: people()})
    if ('reasons' in done) return done
    if ('mutations' in done) return {mutations: done.mutations}
    const {tooOften: message, retryAfter} = done
    return {failure: {status: 429, type: 'tooManyRequests', message, retryAfter}}
  }
  const end: CustomAction = ({request, actor, read, referrers, now}) => {
    if (actor.kind !== 'system') return malformed('There is no such editorial action.')
    return {mutations: endSlots(String(request['frontId']), {read, referrers, now})}
  }
  return {
    ...Object.fromEntries(Object.keys(EDITORIAL_ACTIONS).map((name) => [name, act])),
    ...Object.fromEntries(PREVIEW_ACTIONS.map((name) => [name, onPreview])),
    scheduleFailed: failed,
    [END_SLOTS]: end,
  }
}

/** Preview links are shares. */
export const NEWSROOM_SHARES: Shares = {idPrefix: 'link.', read: openedBy}

/** Reviews hold what is scheduled. */
const PUBLICATIONS: ActionSchedule = {
  type: 'review',
  read(document) {
    const plan = planOf(asReview(document))
    return plan && {...plan, request: {...plan.request}}
  },
  failed: (document, plan, reasons) => ({
    act: 'scheduleFailed',
    reviewId: document._id,
    publishAt: plan.at,
    reasons,
  }),
}

/** Fronts say until when a story is there. */
const FRONT_ENDS: ActionSchedule = {
  type: 'front',
  read: (front) => frontEnd(front),
  failed: (front) => ({act: END_SLOTS, frontId: front._id}),
}

/** What the lake's timer performs. */
export const NEWSROOM_SCHEDULES: readonly ActionSchedule[] = [PUBLICATIONS, FRONT_ENDS]

/** What the workflow asks for of what an action may know. */
const around = ({
  actor,
  read,
  referrers,
  attached,
  now,
  transactionId,
}: Omit<CustomActionInput, 'request' | 'isDue'>) => ({
  actor,
  read,
  referrers,
  commentsOn: (id: string) => attached('comment', id),
  now,
  transactionId,
})

const malformed = (message: string) =>
  ({failure: {status: 400, type: 'actError', message}}) as const

function answer(performed: Performed | {conflict: string}): ReturnType<CustomAction> {
  if ('conflict' in performed) {
    return {failure: {status: 409, type: 'revisionConflict', message: performed.conflict}}
  }
  if ('reasons' in performed) return {reasons: performed.reasons}
  return {mutations: performed.mutations, moved: performed.moved}
}
