// Amending: a changed photo, quote or source is published, and each live article that uses it says so.
import type {EditorialActionRequest} from '../../model/editorial-actions.ts'
import {refuses} from '../check.ts'
import {checkAmendment} from '../checks/amendment.ts'
import {changedPairs, changersOf} from '../gather-use.ts'
import type {PieceDocument} from '../piece.ts'
import {correct} from './corrections.ts'
import {ledgerEntry, overrideEntries} from './ledger.ts'
import {publish} from './publication.ts'
import type {EditorialContext, Performed} from './types.ts'

/**
 * @param context gathered with the photo, quote or source in the article's place
 * @param live published articles that use it, or something that it takes along
 */
export function amend(
  request: EditorialActionRequest,
  context: EditorialContext,
  live: readonly PieceDocument[],
): Performed {
  const {piece, actor, now, policy, read} = context
  const pairs = changedPairs(piece)
  const changedBy = changersOf(piece, read)
  const reasons = checkAmendment({piece, live, changedBy, request, policy}, actor, now)
  if (refuses(reasons)) return {reasons: reasons.filter(({severity}) => severity === 'error')}
  const {mutations, moved} = publish(pairs)
  const {entries} = overrideEntries(context, reasons, request.overrides)
  const corrections = live.flatMap(({_id}) => {
    const correction = request.amendments?.[_id]
    return correction ? correct(context, _id, correction) : []
  })
  return {
    mutations: [
      ...mutations,
      ...corrections,
      ...entries,
      ledgerEntry(
        context,
        'amended',
        live.map(({_id}) => _id),
        request.note,
      ),
    ],
    moved,
    state: 'published',
    warnings: reasons,
  }
}
