// The state of a piece: the stage that editorial actions have set, together with its content.
import type {Review} from '../model/records.ts'
import type {Stage, State} from '../model/stages.ts'

export interface StateInput {
  review: Pick<Review, 'stage' | 'approval'> | null
  hasDraft: boolean
  hasPublished: boolean
  /** Whether the approval covers the piece as it is now; asked for only where there is an approval. */
  isAsApproved: () => boolean
}

export interface Standing {
  state: State
  /** It was approved, and the content has changed since; undoing the change brings it back. */
  lapsed: boolean
}

/** Stages in which the content is waiting for somebody's judgement or has been given one. */
const WAITING: readonly Stage[] = ['inReview', 'changesRequested', 'approved', 'scheduled']

/** Derived, never set: two pieces with the same review and content stand at the same point. */
export function standingOf({review, hasDraft, hasPublished, isAsApproved}: StateInput): Standing {
  const stage = review?.stage ?? 'drafting'
  if (stage === 'withdrawn' || stage === 'killed' || stage === 'spiked') {
    return {state: stage, lapsed: false}
  }
  // Nothing is pending: the changes of a live article were discarded.
  if (!hasDraft && hasPublished) return {state: 'published', lapsed: false}
  if (WAITING.includes(stage)) {
    const approved = stage === 'approved' || stage === 'scheduled'
    const lapsed = approved && !(review?.approval && isAsApproved())
    return {state: lapsed ? 'inReview' : stage, lapsed}
  }
  return {state: hasPublished ? 'beingCorrected' : 'drafting', lapsed: false}
}

/** Read-only in the form: an editorial action has to come before a change. */
export function isLocked(state: State): boolean {
  return state === 'scheduled' || state === 'killed' || state === 'spiked'
}
