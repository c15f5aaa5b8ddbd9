// Publishing the whole piece in one transaction, with what readers are told about it; now, or planned.
import {keyed, overrideEntries} from '../ledger.ts'
import {publish as publishDrafts} from '../publication.ts'
import {recordPublication} from '../record-publication.ts'
import type {Recipe} from '../recipe.ts'
import {signature} from '../review.ts'

export const publish: Recipe = (run) => {
  const {root: article, closure} = run.context.piece
  const {mutations, moved} = publishDrafts([...closure.members, article])
  const recorded = recordPublication(run, false)
  return {...recorded, mutations: [...mutations, ...recorded.mutations], moved}
}

export const schedule: Recipe = ({context, request, reasons, record}) => {
  const {publishAt = '', correction} = request
  const {entries, used} = overrideEntries(context, reasons, request.overrides)
  const overrides = keyed(used)
  const {mutation, state} = record({
    stage: 'scheduled',
    schedule: {
      ...signature(context),
      publishAt: new Date(publishAt).toISOString(),
      ...(correction ? {correction} : {}),
      ...(overrides.length > 0 ? {overrides} : {}),
    },
  })
  return {mutations: [mutation, ...entries], state}
}

export const unschedule: Recipe = ({record}) => {
  const {mutation, state} = record({stage: 'approved', schedule: undefined})
  return {mutations: [mutation], state}
}
