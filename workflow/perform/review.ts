// Writing the review of a piece: who did what, when, and where that leaves it.
import type {EditorialAction} from '../../model/editorial-actions.ts'
import {DEFAULT_PIECE} from '../../model/registry.ts'
import {isCovered} from '../coverage.ts'
import {currentOf, type Pair} from '../gather.ts'
import {reviewIdOf, type Review, type Signature} from '../../model/records.ts'
import type {Stage, State} from '../../model/stages.ts'
import {sha256} from '../sha256.ts'
import {standingOf} from '../state.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

/** A key or id part that is the same whenever the same transaction is run again. */
export function fixedKey(...parts: string[]): string {
  return sha256(parts.join('\n')).slice(0, 20)
}

export function signature({actor, now}: Pick<EditorialContext, 'actor' | 'now'>): Signature {
  return {by: actor.id, byName: actor.name, at: now}
}

/** A review with nothing in it yet, for pieces that never had one. */
export function emptyReview({id, draft, published}: Pair): Review {
  const creator = (draft?.['_system'] as {createdBy?: unknown} | undefined)?.createdBy
  return {
    _id: reviewIdOf(id),
    _type: 'review',
    subject: {_type: 'reference', _ref: id, _weak: true},
    subjectType: currentOf({id, draft, published})?._type ?? DEFAULT_PIECE,
    stage: published ? 'published' : 'drafting',
    state: published ? 'published' : 'drafting',
    lapsed: false,
    ...(typeof creator === 'string' && !published ? {writer: creator} : {}),
  }
}

export interface After {
  hasDraft: boolean
  hasPublished: boolean
}

/**
 * The review as the act leaves it, with its line in the history.
 *
 * @param changes what the act sets; a member that is undefined is taken away
 */
export function reviewAfter(
  context: EditorialContext,
  act: EditorialAction | 'scheduleFailed',
  from: State,
  changes: Partial<{[K in keyof Review]: Review[K] | undefined}> & {stage?: Stage},
  after: After,
  line: {note?: string; dueAt?: string} = {},
): {mutation: EditorialMutation; state: State} {
  const {piece, transactionId} = context
  const before = piece.review ?? emptyReview(piece.root)
  const {scheduleFailure: _, ...rest} = before
  const merged = {...rest, ...changes}
  const {state, lapsed} = standingOf({
    review: merged,
    ...after,
    isAsApproved: () => isCovered(piece, merged.approval),
  })
  const review = Object.fromEntries(
    Object.entries({
      ...merged,
      state,
      lapsed,
      history: [
        ...(before.history ?? []),
        {
          _key: fixedKey(transactionId, act, before._id).slice(0, 12),
          act,
          ...signature(context),
          from,
          to: state,
          ...line,
        },
      ],
    }).filter(([name, value]) => value !== undefined && !STORED.has(name)),
  )
  const {_id, _type} = before
  return {mutation: {createOrReplace: {...review, _id, _type}}, state}
}

/** The store's own fields: it fills them in again. */
const STORED = new Set(['_rev', '_updatedAt'])
