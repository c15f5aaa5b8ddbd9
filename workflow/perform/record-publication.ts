// The records of a publication by an editorial action or a release.
import {hasBeenRead} from '../checks/process.ts'
import {correct} from './corrections.ts'
import {ledgerEntry, overrideEntries} from './ledger.ts'
import {notify, writersOf} from './notify.ts'
import {ROUND_OVER, type Recipe, type Run} from './recipe.ts'
import {signature} from './review.ts'

/** @param hasDraft whether a draft stays, which says something else */
export function recordPublication(
  {context, request, reasons, note, record}: Run,
  hasDraft: boolean,
): ReturnType<Recipe> {
  const {piece, isDue, now} = context
  const {root: article, review} = piece
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
              ...(approval.authors && {authors: approval.authors}),
              approvedBy: approval.by,
              approvedByName: approval.byName,
              approvedAt: approval.at,
            },
          }
        : {}),
    },
    {hasDraft, hasPublished: true},
    isDue ? review?.schedule?.publishAt : undefined,
  )
  const correction = hasBeenRead(article) && request.correction
  const reason = isDue ? `Scheduled; performed at ${now}` : note
  return {
    mutations: [
      mutation,
      ...overrideEntries(context, reasons, request.overrides).entries,
      ...(correction ? correct(context, article.id, correction) : []),
      ledgerEntry(context, 'published', [article.id], reason),
      ...notify(context, 'published', [...writersOf(context), approval?.by]),
    ],
    state,
  }
}
