// The texts of the line above an article's form.
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {Standing} from '../../../workflow/state.ts'
import {standingLabel, type StandingLabel, type LabelOptions} from '../../ui/standing-labels.ts'

export interface StatusLabel extends StandingLabel {
  /**
   * The line has the same height for an approval and its lapse, because typing must not move the
   * form.
   */
  isOneLine?: boolean
  isReadOnly?: boolean
  /** The address of the page that readers see. */
  page?: string
}

/** Undefined if a writer needs to know nothing before writing. */
export function statusLabel(
  piece: GatheredPiece,
  standing: Standing,
  options: LabelOptions & {isEditor: boolean; page: string | null},
): StatusLabel[] {
  const {moment} = options
  const {review} = piece
  const failed = review?.scheduleFailure
  const label = standingLabel(piece, standing, {moment})
  const failure: StatusLabel[] = failed
    ? [
        {
          tone: 'critical',
          title: `Not published ${moment(failed.publishAt)} as scheduled`,
          note: failed.reasons.map(({message}) => message).join('\n'),
        },
      ]
    : []
  return [
    ...failure,
    ...(pageLine(standing, label, options.page) ?? stateLine(standing, label, options.isEditor)),
  ]
}

/** The line has the same height for both states, because typing leads from one to the other. */
function pageLine(
  {state}: Standing,
  {tone, title}: StandingLabel,
  page: string | null,
): StatusLabel[] | undefined {
  if (!page || (state !== 'published' && state !== 'beingCorrected')) return undefined
  return [{tone, title, isOneLine: true, page}]
}

function stateLine(
  {state, lapsed}: Standing,
  label: StandingLabel,
  isEditor: boolean,
): StatusLabel[] {
  if (lapsed) {
    return [
      {
        ...label,
        isOneLine: true,
        detail: 'Undo the change and the approval is back; or have it approved again.',
      },
    ]
  }
  switch (state) {
    case 'approved':
      return [{...label, isOneLine: true, detail: 'Any change lets the approval lapse.'}]
    case 'changesRequested':
      return [label]
    case 'scheduled':
      return [
        {
          ...label,
          isReadOnly: true,
          detail: isEditor
            ? 'It is read-only until you unschedule it.'
            : 'It is read-only until an editor takes it off the schedule.',
        },
      ]
    case 'withdrawn':
      return [
        {
          ...label,
          detail:
            'That is what readers find at its address. It can be changed and submitted again.',
        },
      ]
    case 'killed':
      return [
        {
          ...label,
          isReadOnly: true,
          detail:
            'That is what readers find at its address. It is read-only and stays unpublished.',
        },
      ]
    case 'spiked':
      return [
        {
          ...label,
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
