// The history of a piece, one line for each editorial action: the person, the action, the states, the time.
import type {Correction, HistoryEntry} from '../../../model/records.ts'
import {age} from '../../ui/time/age.ts'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {STATE_LABELS} from '../../ui/state-labels.ts'
import type {Tone} from '../../ui/standing-labels.ts'

export interface HistoryLine {
  key: string
  who: string
  /** `asked for changes`: the words after the name. */
  what: string
  tone: Tone
  /** Only if the state changed. */
  from?: string
  to?: string
  note?: string
  /** The text for readers. */
  toReaders?: string
  /** From the ledger: why a rule was overridden, or why readers got no note. */
  reasons?: string[]
  /** `It was due today 06:00 and went out 2 h late.` */
  late?: string
  /** On the newsroom's clock. */
  clock: string
  full: string
}

/** A reason in the ledger, with the time of its action. */
export interface LedgerReason {
  at: string
  reason: string
}

export interface HistoryDay {
  /** `Today`, `Tue 3 Mar`. */
  title: string
  lines: HistoryLine[]
}

const DONE: Record<string, string> = {
  submit: 'submitted it',
  requestChanges: 'asked for changes',
  handBack: 'handed it back to its writer',
  approve: 'approved it',
  schedule: 'scheduled it',
  unschedule: 'took it off the schedule',
  publish: 'published it',
  amend: 'amended it',
  requireLegal: 'required a legal check',
  clearLegal: 'cleared the legal check',
  explainEmbargo: 'noted why it is under embargo',
  assign: 'changed who looks after it',
  discardChanges: 'discarded the changes',
  withdraw: 'withdrew it',
  kill: 'killed it',
  spike: 'spiked it',
  unspike: 'took it off the spike',
}

/** Their note is shown at the article's address. */
const HAS_NOTE_FOR_READERS = new Set(['withdraw', 'kill'])

const WITH: Record<Correction['type'], string> = {
  correction: 'with a correction',
  clarification: 'with a clarification',
  update: 'as an update',
  editorsNote: 'with an editor’s note',
  retraction: 'with a retraction',
}

/** A timer may be this late without anybody noticing, in milliseconds. */
const PUNCTUAL = 60_000

/** The newest comes first. */
export function historyDays(
  history: readonly HistoryEntry[],
  corrections: readonly Correction[],
  time: NewsroomTime,
  now: number,
  ledger: readonly LedgerReason[] = [],
): HistoryDay[] {
  const days = new Map<string, HistoryDay>()
  const newestFirst = history.toReversed().toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  for (const entry of newestFirst) {
    const date = dateOf(entry.at, time)
    const day = days.get(date) ?? {title: dayTitle(entry.at, time, now), lines: []}
    const reasons = ledger.flatMap(({at, reason}) => (at === entry.at ? [reason] : []))
    day.lines.push({...lineOf(entry, corrections, time, now), ...(reasons.length > 0 && {reasons})})
    days.set(date, day)
  }
  return [...days.values()]
}

const dateOf = (iso: string, time: NewsroomTime): string =>
  time.wallOf(Date.parse(iso)).slice(0, 10)

function dayTitle(iso: string, time: NewsroomTime, now: number): string {
  const day = time.moment(iso, now).replace(/,? \d\d:\d\d$/, '')
  return day.charAt(0).toUpperCase() + day.slice(1)
}

function lineOf(
  entry: HistoryEntry,
  corrections: readonly Correction[],
  time: NewsroomTime,
  now: number,
): HistoryLine {
  const {_key, act, byName, at, from, to, note} = entry
  const correction =
    act === 'publish' ? corrections.find(({publishedAt}) => publishedAt === at) : undefined
  const toReaders = HAS_NOTE_FOR_READERS.has(act) ? note : correction?.readerNote
  const moved = from !== to
  return {
    key: _key,
    what: sentence(entry, correction),
    who: act === 'scheduleFailed' ? '' : byName,
    tone: act === 'scheduleFailed' ? 'critical' : STATE_LABELS[to]?.tone,
    ...(moved && {from: STATE_LABELS[from]?.title, to: STATE_LABELS[to]?.title}),
    ...(note && !HAS_NOTE_FOR_READERS.has(act) && {note}),
    ...(toReaders && {toReaders}),
    ...lateness(entry, time, now),
    clock: time.wallOf(Date.parse(at)).slice(11),
    full: time.full(at),
  }
}

function sentence({act, dueAt}: HistoryEntry, correction: Correction | undefined): string {
  if (act === 'scheduleFailed') return 'It was not published as scheduled'
  const done = DONE[act] ?? 'changed its state'
  if (act !== 'publish') return done
  return [
    done,
    ...(dueAt ? ['as scheduled'] : []),
    ...(correction ? [WITH[correction.type]] : []),
  ].join(', ')
}

function lateness(
  {act, at, dueAt}: HistoryEntry,
  time: NewsroomTime,
  now: number,
): {late?: string} {
  if (!dueAt) return {}
  const due = time.moment(dueAt, now)
  if (act === 'scheduleFailed') return {late: `It was due ${due}.`}
  if (Date.parse(at) - Date.parse(dueAt) < PUNCTUAL) return {}
  return {late: `It was due ${due} and went out ${age(dueAt, Date.parse(at))} late.`}
}
