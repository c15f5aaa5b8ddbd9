// Performing an act on a piece: checks first, then the server's writes and the publication, together.
import type {EditorialAction, EditorialActionRequest} from '../../model/editorial-actions.ts'
import {check, refuses, standingOfPiece} from '../check.ts'
import {error} from '../checks/reason.ts'
import {createRun, type Recipe} from './recipe.ts'
import {approve} from './recipes/approve.ts'
import {discardChanges, spike, takeDown, unspike} from './recipes/withdraw.ts'
import {publish, schedule, unschedule} from './recipes/publish.ts'
import {assign, backToWriter, explainEmbargo, legal, submit} from './recipes/review.ts'
import type {EditorialContext, Performed} from './types.ts'

/** Acts on an article: every one but *amend*, which is one on a photo, quote or source. */
type PieceAction = Exclude<EditorialAction, 'amend'>

const RECIPES: Record<PieceAction, Recipe> = {
  submit,
  requestChanges: backToWriter,
  handBack: backToWriter,
  approve,
  schedule,
  unschedule,
  publish,
  requireLegal: legal,
  clearLegal: legal,
  explainEmbargo,
  assign,
  discardChanges,
  withdraw: takeDown,
  kill: takeDown,
  spike,
  unspike,
}

export function perform(
  request: EditorialActionRequest & {act: PieceAction},
  context: EditorialContext,
): Performed {
  const {piece, actor, now, policy, isDue, people} = context
  const {act, assignee} = request
  const reasons = check({...piece, act, request, policy, isDue}, actor, now)
  if (assignee && !people.some(({id}) => id === assignee)) {
    reasons.push(
      error('assigneeUnknown', {document: piece.root.id}, 'Nobody here has that account.'),
    )
  }
  if (refuses(reasons)) return {reasons: reasons.filter(({severity}) => severity === 'error')}
  const run = createRun(context, request, standingOfPiece(piece).state, reasons)
  const {mutations, moved = [], state} = RECIPES[act](run)
  return {mutations, moved, state, warnings: reasons}
}
