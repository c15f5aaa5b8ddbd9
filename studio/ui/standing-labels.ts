// Labels for the state of a piece: one line and its details, with the person and the time.
import {at, textAt} from '../../workflow/checks/reading.ts'
import {currentOf, type GatheredPiece} from '../../workflow/gather.ts'
import type {HistoryEntry, Review} from '../../model/records.ts'
import type {State} from '../../model/stages.ts'
import type {Standing} from '../../workflow/state.ts'
import {STATE_LABELS} from './state-labels.ts'

export type Tone = (typeof STATE_LABELS)[State]['tone']

export interface StandingLabel {
  tone: Tone
  title: string
  /** A sentence from the program. */
  detail?: string
  /** A text by a person. */
  note?: string
}

export interface LabelOptions {
  now: number
  /** Formats a time on the newsroom's clock. */
  moment: (iso: string) => string
}

type Signed = {byName: string; at: string}

export function standingLabel(
  piece: GatheredPiece,
  {state, lapsed}: Standing,
  {moment}: Pick<LabelOptions, 'moment'>,
): StandingLabel {
  const {review, root} = piece
  if (lapsed) return lapsedLabel(review, moment)
  const {tone, title} = STATE_LABELS[state]
  const by = ({byName, at: when}: Signed): string => `by ${byName}, ${moment(when)}`
  return {
    tone,
    ...DESCRIPTIONS[state]({
      review: review ?? undefined,
      firstPublishedAt: textAt(root.published, 'firstPublishedAt'),
      last: lastOf(review, LEADING_ACTIONS[state] ?? []),
      title,
      moment,
      by,
      signed: (verb, step) => (step ? `${verb} ${by(step)}` : title),
    }),
  }
}

interface StandingFacts {
  review: Review | undefined
  firstPublishedAt: string | undefined
  /** The last editorial action that led to this state. */
  last: HistoryEntry | undefined
  /** The state's own title. */
  title: string
  moment: LabelOptions['moment']
  by: (step: Signed) => string
  /** The verb with name and time; the state's title if there is no such step. */
  signed: (verb: string, step: Signed | undefined) => string
}

type Describe = (facts: StandingFacts) => Omit<StandingLabel, 'tone'>

const describeEnd: Describe = ({title, last, signed}) => ({
  title: signed(title, last),
  ...noted(last),
})

const DESCRIPTIONS: Readonly<Record<State, Describe>> = {
  drafting: ({title}) => ({title, detail: 'It has not been submitted yet.'}),
  inReview: ({review, signed}) => ({
    title: signed('Submitted', review?.submission),
    ...noted(review?.submission),
  }),
  changesRequested: ({review, last, signed}) => {
    const note = review?.requestedChanges
    return {
      title: signed(last?.act === 'handBack' ? 'Handed back' : 'Changes requested', last),
      ...(note
        ? {note}
        : {detail: 'The editor changed something. Look it over and submit it again.'}),
    }
  },
  approved: ({review, signed}) => ({
    title: signed('Approved', review?.approval),
    detail: 'It waits to be published. Any change lets the approval lapse.',
  }),
  scheduled: ({review, title, moment, by}) => ({
    title: review?.schedule ? `Scheduled for ${moment(review.schedule.publishAt)}` : title,
    detail: [
      review?.schedule && `Set ${by(review.schedule)}.`,
      review?.approval && `Approved ${by(review.approval)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  }),
  published: ({review, firstPublishedAt, title, moment, signed}) => {
    const publication = review?.publication
    if (!publication) {
      return {title: firstPublishedAt ? `Published ${moment(firstPublishedAt)}` : title}
    }
    return {
      title: signed('Published', publication),
      detail: `Approved by ${publication.approvedByName}, ${moment(publication.approvedAt)}.`,
    }
  },
  beingCorrected: ({review, by}) => ({
    title: 'Live, with changes being written',
    detail: review?.publication
      ? `Readers see what was published ${by(review.publication)}.`
      : 'Readers see the version before these changes.',
  }),
  withdrawn: describeEnd,
  killed: describeEnd,
  spiked: describeEnd,
}

const LEADING_ACTIONS: Partial<Record<State, string[]>> = {
  changesRequested: ['requestChanges', 'handBack'],
  withdrawn: ['withdraw'],
  killed: ['kill'],
  spiked: ['spike'],
}

function lapsedLabel(review: Review | null, moment: LabelOptions['moment']): StandingLabel {
  const {approval, schedule} = review ?? {}
  return {
    tone: 'caution',
    title: 'The approval lapsed',
    detail: [
      approval
        ? `The piece was changed after ${approval.byName} approved it, ${moment(approval.at)}.`
        : 'The piece was changed after it was approved.',
      'Undo the change and the approval is back; or have it approved again.',
      schedule && `Until then it is not published ${moment(schedule.publishAt)} as scheduled.`,
    ]
      .filter(Boolean)
      .join(' '),
  }
}

function lastOf(review: Review | null, acts: readonly string[]): HistoryEntry | undefined {
  return review?.history?.findLast(({act}) => acts.includes(act))
}

const noted = (step: {note?: string} | undefined): {note?: string} =>
  step?.note ? {note: step.note} : {}

/** The time at which the embargo ends, as ISO 8601; undefined if it has ended or there is none. */
export function embargoAhead(piece: Pick<GatheredPiece, 'root'>, now: number) {
  const until = at(currentOf(piece.root), ['embargo', 'until'])
  return typeof until === 'string' && Date.parse(until) > now ? until : undefined
}
