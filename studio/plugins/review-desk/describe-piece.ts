// The texts of a piece's row, and the whole row as one sentence for screen readers.
import {age} from '../../ui/time/age.ts'
import type {DeskPiece} from './join-pieces.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {STATE_LABELS} from '../../ui/state-labels.ts'
import {waitingFor} from './waiting-for.ts'

export interface RowLabels {
  state: string
  lapsed: boolean
  waitingFor: string
  age: string
  /** `640`; empty if there is no text yet. */
  length: string
  lengthTitle: string
  assignee: string
  due: string
  isOverdue: boolean
  /** Only while it lasts. */
  embargo: string
  /** The scheduled time of a piece whose approval has lapsed. */
  dueOut: string
  /** Why the scheduled publication failed. */
  failure: string
  spoken: string
}

export interface DescribeOptions {
  me: string
  now: number
  time: NewsroomTime
  nameOf: (accountId: string) => string | undefined
}

export function describePiece(piece: DeskPiece, options: DescribeOptions): RowLabels {
  const {now, time, nameOf, me} = options
  const moment = (iso: string): string => time.moment(iso, now)
  const {assignment, length, embargo, scheduleFailure: failed} = piece
  const isDone = piece.state === 'published' || piece.state === 'killed' || piece.state === 'spiked'
  const due = assignment?.dueAt && !isDone ? moment(assignment.dueAt) : ''
  const labels: Omit<RowLabels, 'spoken'> = {
    state: STATE_LABELS[piece.state].title,
    lapsed: piece.lapsed,
    waitingFor: waitingFor(piece, {me, nameOf, moment, now}),
    age: age(piece.since, now),
    length: length && length.count > 0 ? length.count.toLocaleString('en-GB') : '',
    lengthTitle:
      length && length.count > 0
        ? `${length.count.toLocaleString('en-GB')} ${unitOf(length)}`
        : 'No text yet',
    assignee: assignment ? assigneeOf(assignment.assignee, options) : '',
    due,
    isOverdue: due !== '' && Date.parse(assignment?.dueAt ?? '') < now,
    embargo: embargo && Date.parse(embargo) > now ? moment(embargo) : '',
    dueOut: piece.state === 'inReview' && piece.schedule ? moment(piece.schedule.publishAt) : '',
    failure: failed
      ? `Was not published ${moment(failed.publishAt)}: ${sentences(failed.reasons)}`
      : '',
  }
  return {...labels, spoken: spoken(piece, labels)}
}

const unitOf = ({count, unit}: NonNullable<DeskPiece['length']>): string =>
  count === 1 ? unit.slice(0, -1) : unit

function assigneeOf(id: string, {me, nameOf}: DescribeOptions): string {
  return id === me ? 'You' : (nameOf(id) ?? 'Somebody who has left')
}

function sentences(reasons: readonly {message: string}[]): string {
  const [first, ...more] = reasons
  if (!first) return 'open it to see why.'
  return more.length > 0 ? `${first.message} And ${more.length} more.` : first.message
}

function spoken(piece: DeskPiece, labels: Omit<RowLabels, 'spoken'>): string {
  return [
    piece.headline,
    labels.state,
    labels.lapsed && 'approval lapsed',
    labels.waitingFor && `waiting for ${labels.waitingFor}`,
    labels.age && `for ${labels.age}`,
    piece.sectionTitle,
    piece.bylines.length > 0 && `by ${piece.bylines.join(', ')}`,
    labels.lengthTitle,
    labels.assignee && `assigned to ${labels.assignee}`,
    labels.due && `${labels.isOverdue ? 'overdue since' : 'due'} ${labels.due}`,
    labels.dueOut && `to go out ${labels.dueOut}`,
    labels.embargo && `under embargo until ${labels.embargo}`,
    labels.failure,
  ]
    .filter(Boolean)
    .join(', ')
}
