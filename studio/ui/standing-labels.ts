// Where a piece stands, and who brought it there, in words: one line first, and what belongs to it.
import {at, textAt} from '../../workflow/checks/reading.ts'
import {currentOf, type GatheredPiece} from '../../workflow/gather.ts'
import type {HistoryEntry, Review, State} from '../../model/records.ts'
import type {Standing} from '../../workflow/state.ts'
import {STATE_LABELS} from './state-labels.ts'

export type Tone = (typeof STATE_LABELS)[State]['tone']

export interface StandingWords {
  tone: Tone
  title: string
  /** A sentence of ours. */
  detail?: string
  /** Somebody's own words. */
  note?: string
}

export interface WordsOptions {
  now: number
  /** A time on the newsroom's clock, in words. */
  moment: (iso: string) => string
}

type Signed = {byName: string; at: string}

export function standingWords(
  piece: GatheredPiece,
  {state, lapsed}: Standing,
  {moment}: Pick<WordsOptions, 'moment'>,
): StandingWords {
  const {review, root: article} = piece
  const by = ({byName, at: when}: Signed): string => `by ${byName}, ${moment(when)}`
  const {tone, title} = STATE_LABELS[state]
  const signed = (verb: string, by_: Signed | undefined): string =>
    by_ ? `${verb} ${by(by_)}` : title
  if (lapsed) return lapsedWords(review, moment)
  const done = lastOf(review, ENDS[state] ?? [])

  switch (state) {
    case 'drafting':
      return {tone, title, detail: 'It has not been submitted yet.'}
    case 'inReview':
      return {tone, title: signed('Submitted', review?.submission), ...noted(review?.submission)}
    case 'changesRequested': {
      const verb = done?.act === 'handBack' ? 'Handed back' : 'Changes requested'
      const note = review?.requestedChanges
      return {
        tone,
        title: signed(verb, done),
        ...(note
          ? {note}
          : {detail: 'The editor changed something. Look it over and submit it again.'}),
      }
    }
    case 'approved':
      return {
        tone,
        title: signed('Approved', review?.approval),
        detail: 'It waits to be published. Any change lets the approval lapse.',
      }
    case 'scheduled':
      return {
        tone,
        title: review?.schedule
          ? `Scheduled for ${moment(review.schedule.publishAt)}`
          : STATE_LABELS.scheduled.title,
        detail: [
          review?.schedule && `Set ${by(review.schedule)}.`,
          review?.approval && `Approved ${by(review.approval)}.`,
        ]
          .filter(Boolean)
          .join(' '),
      }
    case 'published': {
      const out = textAt(article.published, 'firstPublishedAt')
      const last = review?.publication
      if (last) {
        return {
          tone,
          title: signed('Published', last),
          detail: `Approved by ${last.approvedByName}, ${moment(last.approvedAt)}.`,
        }
      }
      return {tone, title: out ? `Published ${moment(out)}` : title}
    }
    case 'beingCorrected': {
      const last = review?.publication
      return {
        tone,
        title: 'Live, with changes being written',
        detail: last
          ? `Readers see what was published ${by(last)}.`
          : 'Readers see the version before these changes.',
      }
    }
    case 'withdrawn':
    case 'killed':
    case 'spiked':
      return {tone, title: signed(title, done), ...noted(done)}
  }
}

/** The acts that lead there. */
const ENDS: Partial<Record<State, string[]>> = {
  changesRequested: ['requestChanges', 'handBack'],
  withdrawn: ['withdraw'],
  killed: ['kill'],
  spiked: ['spike'],
}

function lapsedWords(review: Review | null, moment: (iso: string) => string): StandingWords {
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

/** ISO 8601; undefined where there is none ahead. */
export function embargoAhead(piece: Pick<GatheredPiece, 'root'>, now: number) {
  const until = at(currentOf(piece.root), ['embargo', 'until'])
  return typeof until === 'string' && Date.parse(until) > now ? until : undefined
}
