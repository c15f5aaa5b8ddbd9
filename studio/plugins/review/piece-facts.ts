// Facts about a piece beside its state: a failed schedule, the legal check, the embargo,
// the assignee, and the people who may not approve it.
import type {Policy} from '../../../workflow/checks/four-eyes.ts'
import {isCovered} from '../../../workflow/coverage.ts'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {ReviewReason} from '../../../model/records.ts'
import type {Standing} from '../../../workflow/state.ts'
import {embargoAhead, type StandingLabel, type LabelOptions} from '../../ui/standing-labels.ts'

export interface PieceFact extends StandingLabel {
  key: string
  reasons?: readonly ReviewReason[]
}

export interface FactsOptions extends LabelOptions {
  /** Account ID of the signed-in person. */
  me: string
  nameOf: (accountId: string) => string | undefined
  /** Content hash of the piece. */
  hash: string
  policy: Policy
}

/** Facts that need an action come first. */
export function pieceFacts(
  piece: GatheredPiece,
  standing: Standing,
  options: FactsOptions,
): PieceFact[] {
  const {state} = standing
  const isClosed = state === 'killed' || state === 'spiked'
  return [
    ...failure(piece, options),
    ...(isClosed ? [] : [...legal(piece, options), ...embargo(piece, options)]),
    ...(isClosed || state === 'published' ? [] : assignment(piece, options)),
    ...(state === 'inReview' ? fourEyes(piece, options) : []),
    ...(state === 'approved' || state === 'scheduled' ? overrides(piece) : []),
  ]
}

function failure({review}: GatheredPiece, {moment}: FactsOptions): PieceFact[] {
  const failed = review?.scheduleFailure
  if (!failed) return []
  return [
    {
      key: 'schedule-failure',
      tone: 'critical',
      title: `Not published ${moment(failed.publishAt)} as scheduled`,
      detail: 'This blocked it then. Correct it and schedule or publish it again.',
      reasons: failed.reasons,
    },
  ]
}

function legal({review}: GatheredPiece, {moment}: FactsOptions): PieceFact[] {
  const check = review?.legal
  if (!check) return []
  const isRequired = check.state === 'required'
  const who = `${check.byName}, ${moment(check.at)}`
  return [
    {
      key: 'legal',
      tone: isRequired ? 'caution' : 'positive',
      title: isRequired ? `Legal check required by ${who}` : `Legal check cleared by ${who}`,
      ...(check.note ? {note: check.note} : {}),
    },
  ]
}

function embargo(piece: GatheredPiece, {moment, now}: FactsOptions): PieceFact[] {
  const until = embargoAhead(piece, now)
  if (until === undefined) return []
  const note = piece.review?.embargoNote
  return [
    {
      key: 'embargo',
      tone: 'caution',
      title: `Under embargo until ${moment(until)}`,
      ...(note ? {note} : {detail: 'Nobody has noted why. An editor can: “Explain embargo”.'}),
    },
  ]
}

function assignment({review}: GatheredPiece, options: FactsOptions): PieceFact[] {
  const given = review?.assignment
  if (!given) return []
  const {me, nameOf, moment, now} = options
  const who = given.assignee === me ? 'you' : (nameOf(given.assignee) ?? 'somebody who has left')
  const isOverdue = given.dueAt !== undefined && Date.parse(given.dueAt) < now
  const due = given.dueAt && `${isOverdue ? 'overdue since' : 'due'} ${moment(given.dueAt)}`
  return [
    {
      key: 'assignment',
      tone: isOverdue ? 'critical' : 'default',
      title: [`Assigned to ${who}`, due].filter(Boolean).join(', '),
      detail: `By ${given.by === me ? 'you' : given.byName}, ${moment(given.at)}.`,
    },
  ]
}

/** Why somebody cannot approve it, by account. */
function barred(piece: GatheredPiece, hash: string): Map<string, string[]> {
  const {review, closure} = piece
  const found = new Map<string, string[]>()
  const add = (id: string, why: string): void => {
    const known = found.get(id) ?? []
    if (!known.includes(why)) found.set(id, [...known, why])
  }
  for (const {userId} of closure.accounts) add(userId, 'in the byline')
  const {submission} = review ?? {}
  if (submission) add(submission.by, 'submitted it')
  // A change that was undone does not count.
  if (!isCovered(piece, submission, () => hash))
    for (const id of review?.changedBy ?? []) add(id, 'changed it since')
  return found
}

function fourEyes(piece: GatheredPiece, {me, nameOf, hash, policy}: FactsOptions): PieceFact[] {
  const found = barred(piece, hash)
  if (found.size === 0) return []
  const isMine = found.has(me)
  const people = [...found]
    .toSorted(([a], [b]) => Number(b === me) - Number(a === me))
    .map(([id, why]) => {
      const name = id === me ? 'You' : (nameOf(id) ?? nameInRecords(piece, id))
      return `${name}: ${why.join(', ')}.`
    })
  return [
    {
      key: 'four-eyes',
      tone: isMine ? 'caution' : 'default',
      title:
        policy.fourEyes === 'recorded'
          ? 'Approved by these only with a reason'
          : isMine
            ? 'Somebody else has to approve it'
            : 'Not to be approved by',
      detail: people.join('\n'),
    },
  ]
}

function nameInRecords({review}: GatheredPiece, id: string): string {
  const {submission} = review ?? {}
  return submission?.by === id ? submission.byName : 'somebody who has left'
}

function overrides({review}: GatheredPiece): PieceFact[] {
  const given = review?.approval?.overrides ?? []
  if (given.length === 0) return []
  return [
    {
      key: 'overrides',
      tone: 'default',
      title: given.length === 1 ? 'One rule was set aside' : `${given.length} rules were set aside`,
      note: given.map(({reason}) => reason).join('\n'),
    },
  ]
}
