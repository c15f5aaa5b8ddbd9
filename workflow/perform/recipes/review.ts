// Acts between writer and editor: the review changes, and somebody is recipients.
import {coverageOf} from '../../coverage.ts'
import {editorsOf, notify, writersOf} from '../notify.ts'
import {ROUND_OVER, type Recipe} from '../recipe.ts'
import {emptyReview, signature} from '../review.ts'
import {keepSnapshot} from '../snapshot.ts'

export const submit: Recipe = ({context, note, record}) => {
  const {piece} = context
  const writer = piece.review?.writer ?? emptyReview(piece.root).writer
  const {mutation, state} = record({
    ...ROUND_OVER,
    stage: 'inReview',
    submission: {
      ...signature(context),
      ...coverageOf(piece),
      ...(note ? {note} : {}),
    },
    ...(writer ? {writer} : {}),
  })
  const recipients = [piece.review?.assignment?.assignee, ...editorsOf(context)]
  return {
    mutations: [
      mutation,
      // Who edits it from here on shows its writer what they changed.
      keepSnapshot(context, 'submitted'),
      ...notify(context, 'submitted', recipients, note),
    ],
    state,
  }
}

/** *Request changes* and *hand back*: the piece is its writer's again. */
export const backToWriter: Recipe = ({context, note, record}) => {
  const {mutation, state} = record({
    stage: 'changesRequested',
    approval: undefined,
    schedule: undefined,
    requestedChanges: note,
  })
  const recipients = writersOf(context)
  return {mutations: [mutation, ...notify(context, 'changesRequested', recipients, note)], state}
}

export const assign: Recipe = ({context, request: {assignee, dueAt}, note, record}) => {
  const assignment = assignee
    ? {...signature(context), assignee, ...(dueAt ? {dueAt} : {})}
    : undefined
  const {mutation, state} = record({assignment})
  const recipients = [assignment?.assignee]
  return {mutations: [mutation, ...notify(context, 'assigned', recipients, note)], state}
}

/** *Require* and *clear legal check*. */
export const legal: Recipe = ({context, request, note, record}) => {
  const {mutation, state} = record({
    legal: {
      ...signature(context),
      state: request.act === 'requireLegal' ? 'required' : 'cleared',
      ...(note ? {note} : {}),
    },
  })
  return {mutations: [mutation], state}
}

export const explainEmbargo: Recipe = ({note, record}) => {
  const {mutation, state} = record({embargoNote: note})
  return {mutations: [mutation], state}
}
