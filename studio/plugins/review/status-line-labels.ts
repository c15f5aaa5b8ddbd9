// The texts of the line above an article's form.
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {Standing} from '../../../workflow/state.ts'
import {standingLabel, type StandingLabel, type LabelOptions} from '../../ui/standing-labels.ts'

export interface StatusLabel extends StandingLabel {
  /** The line has one height for an approval and its lapse: typing must not move the form. */
  isSteady?: boolean
  isReadOnly?: boolean
}

/** Undefined if there is nothing to know before writing. */
export function statusLabel(
  piece: GatheredPiece,
  standing: Standing,
  options: LabelOptions & {isEditor: boolean},
): StatusLabel[] {
  const {moment, isEditor} = options
  const {review} = piece
  const failed = review?.scheduleFailure
  const words = standingLabel(piece, standing, {moment})
  const failure: StatusLabel[] = failed
    ? [
        {
          tone: 'critical',
          title: `Not published ${moment(failed.publishAt)} as scheduled`,
          note: failed.reasons.map(({message}) => message).join('\n'),
        },
      ]
    : []
  return [...failure, ...stateLine(standing, words, isEditor)]
}

function stateLine(
  {state, lapsed}: Standing,
  words: StandingLabel,
  isEditor: boolean,
): StatusLabel[] {
  if (lapsed) {
    return [
      {
        ...words,
        isSteady: true,
        detail: 'Undo the change and the approval is back; or have it approved again.',
      },
    ]
  }
  switch (state) {
    case 'approved':
      return [{...words, isSteady: true, detail: 'Any change lets the approval lapse.'}]
    case 'changesRequested':
      return [words]
    case 'scheduled':
      return [
        {
          ...words,
          isReadOnly: true,
          detail: isEditor
            ? 'It is read-only until you unschedule it.'
            : 'It is read-only until an editor takes it off the schedule.',
        },
      ]
    case 'withdrawn':
      return [
        {
          ...words,
          detail:
            'That is what readers find at its address. It can be changed and submitted again.',
        },
      ]
    case 'killed':
      return [
        {
          ...words,
          isReadOnly: true,
          detail:
            'That is what readers find at its address. It is read-only and stays unpublished.',
        },
      ]
    case 'spiked':
      return [
        {
          ...words,
          isReadOnly: true,
          detail: isEditor
            ? 'It is read-only until you take it off the spike.'
            : 'It is read-only until an editor takes it off the spike.',
        },
      ]
    default:
      return []
  }
}
