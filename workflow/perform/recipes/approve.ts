// Approving: exactly this content, and a copy of it, to show later changes against.
import {coverageOf} from '../../coverage.ts'
import {keyed, overrideEntries} from '../ledger.ts'
import {notify, writersOf} from '../notify.ts'
import type {Recipe} from '../recipe.ts'
import {signature} from '../review.ts'
import {keepSnapshot} from '../snapshot.ts'

export const approve: Recipe = ({context, request, reasons, note, record}) => {
  const {piece, now} = context
  const {entries, used} = overrideEntries(context, reasons, request.overrides)
  const overrides = keyed(used)
  const {schedule} = piece.review ?? {}
  const isAhead = schedule !== undefined && Date.parse(schedule.publishAt) > Date.parse(now)
  const {mutation, state} = record({
    // A time that was set before the approval lapsed is still planned.
    stage: isAhead ? 'scheduled' : 'approved',
    schedule: isAhead ? schedule : undefined,
    approval: {
      ...signature(context),
      ...coverageOf(piece),
      ...(overrides.length > 0 ? {overrides} : {}),
    },
  })
  const snapshot = keepSnapshot(context, 'approved')
  const recipients = writersOf(context)
  return {
    mutations: [mutation, snapshot, ...entries, ...notify(context, 'approved', recipients, note)],
    state,
  }
}
