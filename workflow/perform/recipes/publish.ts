// Publishing the whole piece in one transaction, with what readers are told about it; now, or planned.
import {hasBeenRead} from '../../checks/process.ts'
import {correct} from '../corrections.ts'
import {keyed, ledgerEntry, overrideEntries} from '../ledger.ts'
import {notify, writersOf} from '../notify.ts'
import {publish as publishDrafts} from '../publication.ts'
import {ROUND_OVER, type Recipe} from '../recipe.ts'
import {signature} from '../review.ts'

export const publish: Recipe = ({context, request, reasons, note, record}) => {
  const {piece, isDue, now} = context
  const {article, closure, review} = piece
  const {mutations, moved} = publishDrafts([...closure.members, article])
  const approval = review?.approval
  const {mutation, state} = record(
    {
      ...ROUND_OVER,
      stage: 'published',
      assignment: undefined,
      legal: undefined,
      ...(approval
        ? {
            publication: {
              ...signature(context),
              hash: approval.hash,
              approvedBy: approval.by,
              approvedByName: approval.byName,
              approvedAt: approval.at,
            },
          }
        : {}),
    },
    {hasDraft: false, hasPublished: true},
    isDue ? review?.schedule?.publishAt : undefined,
  )
  const told = hasBeenRead(article) && request.correction
  const reason = isDue ? `Scheduled; performed at ${now}` : note
  return {
    mutations: [
      ...mutations,
      mutation,
      ...overrideEntries(context, reasons, request.overrides).entries,
      ...(told ? correct(context, article.id, told) : []),
      ledgerEntry(context, 'published', [article.id], reason),
      ...notify(context, 'published', [...writersOf(context), approval?.by]),
    ],
    moved,
    state,
  }
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
