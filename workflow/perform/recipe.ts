// What the recipe of an allowed editorial action gets and returns.
import type {EditorialAction, EditorialActionRequest} from '../../model/editorial-actions.ts'
import type {Review, ReviewReason} from '../../model/records.ts'
import type {Stage, State} from '../../model/stages.ts'
import {textAt} from '../checks/reading.ts'
import {reviewAfter, type After} from './review.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

export interface Run {
  context: EditorialContext
  request: EditorialActionRequest
  /** Every reason of the check: none of them refuses any more. */
  reasons: ReviewReason[]
  /** What was said with it. */
  note?: string
  /**
   * The review as the act leaves it, with its line in the history.
   *
   * @param changes what the act sets; a member that is undefined is taken away
   * @param after which sides of the article there are then, where the act changes that
   */
  record(changes: ReviewChanges, after?: After, dueAt?: string): Recorded
}

type ReviewChanges = Partial<{[K in keyof Review]: Review[K] | undefined}> & {stage?: Stage}

interface Recorded {
  mutation: EditorialMutation
  state: State
}

export type Recipe = (run: Run) => {
  mutations: EditorialMutation[]
  moved?: {id: string; into: string}[]
  state: State
}

/** What belonged to one round of review, and to no later one. */
export const ROUND_OVER = {
  submission: undefined,
  approval: undefined,
  schedule: undefined,
  requestedChanges: undefined,
  changedBy: [],
} satisfies ReviewChanges

export function createRun(
  context: EditorialContext,
  request: EditorialActionRequest & {act: Exclude<EditorialAction, 'amend'>},
  from: State,
  reasons: ReviewReason[],
): Run {
  const {draft, published} = context.piece.root
  const sides = {hasDraft: draft !== null, hasPublished: published !== null}
  const note = textAt(request, 'note')
  return {
    context,
    request,
    reasons,
    ...(note ? {note} : {}),
    record: (changes, after = sides, dueAt) =>
      reviewAfter(context, request.act, from, changes, after, {
        ...(note ? {note} : {}),
        ...(dueAt ? {dueAt} : {}),
      }),
  }
}
