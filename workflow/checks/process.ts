// Whether an act is this person's, and whether the piece stands where the act begins.
import {
  EDITORIAL_ACTIONS,
  type EditorialAction,
  type EditorialActionRequest,
} from '../../model/editorial-actions.ts'
import {nounOf} from '../../model/content-types.ts'
import type {GatheredPiece, Pair} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason, State} from '../../model/records.ts'
import type {Standing} from '../state.ts'
import type {CheckActor} from './four-eyes.ts'
import {textAt} from './reading.ts'
import {error} from './reason.ts'

const ROLE_NAMES: Record<string, string> = {
  journalist: 'a journalist',
  photoEditor: 'a photo editor',
  editor: 'an editor',
  administrator: 'an administrator',
}

/** How a state is called in the middle of a sentence. */
export const STATE_LABELS: Record<State, string> = {
  drafting: 'being written',
  beingCorrected: 'live, with changes being written',
  inReview: 'in review',
  changesRequested: 'back with its writer',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
  killed: 'killed',
  spiked: 'spiked',
}

/** Whether there is any act at all that they may perform. */
export const performsEditorialActions = ({kind, roles}: CheckActor): boolean =>
  kind === 'system' ||
  Object.values(EDITORIAL_ACTIONS).some((act) =>
    roles.some((role) => (act.roles as string[]).includes(role)),
  )

export function checkRole(
  act: EditorialAction,
  article: PieceDocument | string,
  actor: CheckActor,
): ReviewReason[] {
  const {roles, title} = EDITORIAL_ACTIONS[act]
  if (actor.kind === 'system' || actor.roles.some((role) => (roles as string[]).includes(role))) {
    return []
  }
  const who = roles.map((role) => ROLE_NAMES[role] ?? role).join(' or ')
  return [error('roleMissing', {document: article}, `${title}: that is for ${who}.`)]
}

export function checkState(
  act: EditorialAction,
  article: PieceDocument,
  {review, root: pair}: GatheredPiece,
  {state, lapsed}: Standing,
): ReviewReason[] {
  const place = {document: article}
  const {from, title} = EDITORIAL_ACTIONS[act]
  if (act === 'publish' || act === 'schedule') {
    if (lapsed) {
      return [
        error(
          'approvalLapsed',
          place,
          'The piece was changed after it was approved. Undo the change, or have it approved again.',
        ),
      ]
    }
    // The timer publishes what is scheduled; a person takes it off the schedule first.
    if (state === 'drafting' || state === 'beingCorrected') {
      return [
        error(
          'notSubmitted',
          place,
          'The piece has not been submitted, and nobody has approved it.',
        ),
      ]
    }
    if (state === 'inReview' || state === 'changesRequested') {
      return [error('notApproved', place, 'Nobody has approved the piece yet.')]
    }
  }
  const isUnscheduled = act === 'unschedule' && review?.stage !== 'scheduled'
  if (!from.includes(state) || isUnscheduled) {
    return [error('wrongState', place, `${title}: the piece is ${STATE_LABELS[state]}.`)]
  }
  if ((act === 'withdraw' || act === 'kill') && !pair.published) {
    return [
      error(
        'notPublished',
        place,
        `Readers have never seen this ${nounOf(article._type)}: spike it instead.`,
      ),
    ]
  }
  if (act === 'spike' && (pair.published || textAt(article, 'firstPublishedAt'))) {
    return [
      error(
        'wasPublished',
        place,
        `Readers have seen this ${nounOf(article._type)}: withdraw it instead.`,
      ),
    ]
  }
  if (act === 'discardChanges' && !(pair.published && pair.draft)) {
    return [
      error(
        'nothingToDiscard',
        place,
        `There are no changes to a published ${nounOf(article._type)} here.`,
      ),
    ]
  }
  if (act === 'clearLegal' && review?.legal?.state !== 'required') {
    return [error('legalNotRequired', place, 'Nobody has required a legal check.')]
  }
  if (act === 'submit' && !pair.draft) {
    return [error('nothingToSubmit', place, 'Nothing was changed since the publication.')]
  }
  return []
}

/** Whoever is no editor throws away only what they began themselves. */
export function checkOwnership(
  act: EditorialAction,
  article: PieceDocument,
  {root: pair}: GatheredPiece,
  {state}: Standing,
  actor: CheckActor,
): ReviewReason[] {
  if (act !== 'spike' && act !== 'discardChanges') return []
  if (actor.kind === 'system' || actor.roles.includes('editor')) return []
  const creator = textAt(pair.draft, '_system', 'createdBy')
  if (creator === actor.id && (act === 'discardChanges' || state === 'drafting')) return []
  return [
    error(
      'notYours',
      {document: article},
      creator === actor.id
        ? 'It has been submitted: an editor decides what becomes of it.'
        : 'A colleague began this: they or an editor can give it up.',
    ),
  ]
}

/** Live, or withdrawn since: its readers are told of what comes next. */
export function hasBeenRead({draft, published}: Pair): boolean {
  return published !== null || textAt(draft, 'firstPublishedAt') !== undefined
}

const KINDS = ['correction', 'clarification', 'update', 'editorsNote', 'minor']

/** What an act has to say: its note, its time, its kind. */
export function checkRequest(
  act: EditorialAction,
  article: PieceDocument,
  {root: pair}: GatheredPiece,
  request: Partial<EditorialActionRequest>,
  now: string,
): ReviewReason[] {
  const place = {document: article}
  const reasons: ReviewReason[] = []
  const {needsNote} = EDITORIAL_ACTIONS[act]
  if (needsNote && !textAt(request, 'note')) {
    reasons.push(error('noteMissing', place, needsNote))
  }
  if (act === 'schedule') {
    const at = Date.parse(request.publishAt ?? '')
    if (Number.isNaN(at)) {
      reasons.push(error('publishAtMissing', place, 'When should it be published?'))
    } else if (at <= Date.parse(now)) {
      reasons.push(error('publishAtPast', place, 'That moment has passed.'))
    }
  }
  if (act === 'publish' || act === 'schedule') {
    const {correction} = request
    const wasRead = hasBeenRead(pair)
    if (wasRead && !(correction && KINDS.includes(correction.type))) {
      reasons.push(
        error(
          'kindMissing',
          place,
          'Readers have seen this article: is this a correction, a clarification, an update, an editor’s note or a minor change?',
        ),
      )
    } else if (wasRead && !textAt(correction, 'readerNote')) {
      reasons.push(
        error(
          'readerNoteMissing',
          place,
          correction?.type === 'minor'
            ? 'Why is it minor?'
            : 'What are readers told about the change?',
        ),
      )
    } else if (!wasRead && correction) {
      reasons.push(
        error('kindNotApplicable', place, 'Readers have not seen it: there is nothing to correct.'),
      )
    }
  }
  return reasons
}
