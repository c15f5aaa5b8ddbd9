// Checks the process: whether a role may perform an editorial action, and whether the piece's state allows it.
import {
  EDITORIAL_ACTIONS,
  type EditorialAction,
  type EditorialActionRequest,
} from '../../model/editorial-actions.ts'
import {nounOf} from '../../model/registry.ts'
import type {GatheredPiece, Pair} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {STATES} from '../../model/stages.ts'
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

/** Whether their roles allow any editorial action. */
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
  const names = roles.map((role) => ROLE_NAMES[role] ?? role).join(' or ')
  return [error('roleMissing', {document: article}, `${title}: that is for ${names}.`)]
}

export function checkState(
  act: EditorialAction,
  article: PieceDocument,
  gathered: GatheredPiece,
  standing: Standing,
): ReviewReason[] {
  const {from, title} = EDITORIAL_ACTIONS[act]
  const {state} = standing
  if (act === 'publish' || act === 'schedule') {
    const unapproved = checkApproved(article, standing)
    if (unapproved) return [unapproved]
  }
  const isUnscheduled = act === 'unschedule' && gathered.review?.stage !== 'scheduled'
  if (!from.includes(state) || isUnscheduled) {
    const message = `${title}: the piece is ${STATES[state].phrase}.`
    return [error('wrongState', {document: article}, message)]
  }
  const condition = CONDITIONS[act]
  if (!condition || condition.isMet(gathered, article)) return []
  return [error(condition.code, {document: article}, condition.message(nounOf(article._type)))]
}

function checkApproved(
  article: PieceDocument,
  {state, lapsed}: Standing,
): ReviewReason | undefined {
  const place = {document: article}
  if (lapsed) {
    return error(
      'approvalLapsed',
      place,
      'The piece was changed after it was approved. Undo the change, or have it approved again.',
    )
  }
  // The timer publishes what is scheduled; a person takes it off the schedule first.
  if (state === 'drafting' || state === 'beingCorrected') {
    return error(
      'notSubmitted',
      place,
      'The piece has not been submitted, and nobody has approved it.',
    )
  }
  if (state === 'inReview' || state === 'changesRequested') {
    return error('notApproved', place, 'Nobody has approved the piece yet.')
  }
  return undefined
}

interface Condition {
  isMet: (gathered: GatheredPiece, article: PieceDocument) => boolean
  code: string
  message: (noun: string) => string
}

const WAS_PUBLISHED: Condition = {
  isMet: ({root}) => root.published !== null,
  code: 'notPublished',
  message: (noun) => `Readers have never seen this ${noun}: spike it instead.`,
}

/** What an editorial action needs beside the right state. */
const CONDITIONS: Partial<Record<EditorialAction, Condition>> = {
  withdraw: WAS_PUBLISHED,
  kill: WAS_PUBLISHED,
  spike: {
    isMet: ({root}, article) => !root.published && !textAt(article, 'firstPublishedAt'),
    code: 'wasPublished',
    message: (noun) => `Readers have seen this ${noun}: withdraw it instead.`,
  },
  discardChanges: {
    isMet: ({root}) => root.published !== null && root.draft !== null,
    code: 'nothingToDiscard',
    message: (noun) => `There are no changes to a published ${noun} here.`,
  },
  clearLegal: {
    isMet: ({review}) => review?.legal?.state === 'required',
    code: 'legalNotRequired',
    message: () => 'Nobody has required a legal check.',
  },
  submit: {
    isMet: ({root}) => root.draft !== null,
    code: 'nothingToSubmit',
    message: () => 'Nothing was changed since the publication.',
  },
}

/** Only an editor discards or spikes what somebody else began. */
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

/** Published now or before: the next publication needs a readers' note. */
export function hasBeenRead({draft, published}: Pair): boolean {
  return published !== null || textAt(draft, 'firstPublishedAt') !== undefined
}

const KINDS = ['correction', 'clarification', 'update', 'editorsNote', 'minor']

/** Checks the request's note, time and kind of correction. */
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
          `Readers have seen this ${nounOf(article._type)}: is this a correction, a clarification, an update, an editor’s note or a minor change?`,
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
