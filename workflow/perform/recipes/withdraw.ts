// Editorial actions after which a piece, or a change to it, does not appear: discard, withdraw, kill, spike.
import {draftIdOf} from '../../../model/ids.ts'
import {noticeOf} from '../corrections.ts'
import {ledgerEntry} from '../ledger.ts'
import {notify, writersOf} from '../notify.ts'
import {takeBack} from '../publication.ts'
import {ROUND_OVER, type Recipe} from '../recipe.ts'

/** Readers keep seeing what they see. */
export const discardChanges: Recipe = ({context, note, record}) => {
  const {id} = context.piece.root
  const after = {hasDraft: false, hasPublished: true}
  const {mutation, state} = record({...ROUND_OVER, stage: 'published'}, after)
  const notifications = notify(context, 'discarded', writersOf(context), note)
  return {mutations: [mutation, {delete: {id: draftIdOf(id)}}, ...notifications], state}
}

/** *Withdraw* and *kill*: readers find the notice; the newsroom keeps the text. */
export const takeDown: Recipe = ({context, request, note = '', record}) => {
  const {piece, actor} = context
  const kind = request.act === 'withdraw' ? 'withdrawn' : 'killed'
  const owner = piece.review?.writer ?? actor.id
  const after = {hasDraft: true, hasPublished: false}
  const {mutation, state} = record({...ROUND_OVER, stage: kind}, after)
  return {
    mutations: [
      ...takeBack(piece.root, owner),
      mutation,
      noticeOf(context, kind, note),
      ledgerEntry(context, kind, [piece.root.id], note),
      ...notify(context, kind, writersOf(context), note),
    ],
    state,
  }
}

/** It will not appear; nothing is lost. */
export const spike: Recipe = ({context, note, record}) => {
  const {mutation, state} = record({...ROUND_OVER, stage: 'spiked'})
  return {mutations: [mutation, ...notify(context, 'spiked', writersOf(context), note)], state}
}

export const unspike: Recipe = ({record}) => {
  const {mutation, state} = record({...ROUND_OVER, stage: 'drafting'})
  return {mutations: [mutation], state}
}
