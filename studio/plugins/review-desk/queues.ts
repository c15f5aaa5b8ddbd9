// The queues of the desk: which piece is in which queue, and in which order.
import type {State} from '../../../model/stages.ts'
import type {DeskPiece} from './join-pieces.ts'

export type QueueName =
  | 'mine'
  | 'inReview'
  | 'changesRequested'
  | 'approved'
  | 'scheduled'
  | 'drafting'
  | 'beingCorrected'
  | 'published'
  | 'closed'

export interface Queue {
  name: QueueName
  title: string
  pieces: DeskPiece[]
  /** Pieces of this state that are in *Mine* and are not repeated. */
  mineAbove: number
  /** Folded at first: nobody has to act on its pieces. */
  folded: boolean
}

export interface QueueOptions {
  /** Id of a section; empty for all. */
  section: string
  /** Words to search for in headlines, bylines and sections. */
  words: string
  onlyMine: boolean
  /** ISO 8601: pieces that were published earlier are not shown. */
  startOfDay: string
}

const QUEUES: readonly {name: QueueName; title: string; states: readonly State[]}[] = [
  {name: 'inReview', title: 'In review', states: ['inReview']},
  {name: 'changesRequested', title: 'Changes requested', states: ['changesRequested']},
  {name: 'approved', title: 'Approved', states: ['approved']},
  {name: 'scheduled', title: 'Scheduled', states: ['scheduled']},
  {name: 'drafting', title: 'Drafting', states: ['drafting']},
  {name: 'beingCorrected', title: 'Being corrected', states: ['beingCorrected']},
  {name: 'published', title: 'Published today', states: ['published']},
  {
    name: 'closed',
    title: 'Withdrawn, killed and spiked',
    states: ['withdrawn', 'killed', 'spiked'],
  },
]

/** Finished pieces: nobody has to act on them. */
const DONE: readonly QueueName[] = ['published', 'closed']

/** Every queue in the desk's order, empty ones too. */
export function queues(pieces: readonly DeskPiece[], options: QueueOptions): Queue[] {
  const shown = pieces.filter(
    (piece) =>
      matches(piece, options) && (piece.state !== 'published' || piece.since >= options.startOfDay),
  )
  const isDone = (piece: DeskPiece): boolean => DONE.includes(queueOf(piece.state))
  const mine = shown.filter((piece) => piece.isMine && !isDone(piece))
  const rest = shown.filter((piece) => !mine.includes(piece) && (!options.onlyMine || piece.isMine))
  return [
    {name: 'mine', title: 'Mine', pieces: mine.toSorted(byUrgency), mineAbove: 0, folded: false},
    ...QUEUES.map(({name, title}): Queue => {
      const isIn = ({state}: DeskPiece): boolean => queueOf(state) === name
      return {
        name,
        title,
        pieces: rest.filter(isIn).toSorted(ORDERS[name] ?? byWaiting),
        mineAbove: mine.filter(isIn).length,
        folded: name === 'closed',
      }
    }),
  ]
}

export function queueOf(state: State): QueueName {
  return QUEUES.find(({states}) => states.includes(state))?.name ?? 'drafting'
}

function matches(piece: DeskPiece, {section, words}: QueueOptions): boolean {
  if (section && piece.section !== section) return false
  const text = plain([piece.headline, piece.sectionTitle, ...piece.bylines].join(' '))
  return plain(words)
    .split(' ')
    .every((word) => text.includes(word))
}

/** Without accents and capitals: a search for “Zoe” finds Zoë. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

type Order = (a: DeskPiece, b: DeskPiece) => number

const LAST = '9999'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const dueOf = ({assignment}: DeskPiece): string => assignment?.dueAt ?? LAST

/** The earliest due time first, then the longest wait. */
const byWaiting: Order = (a, b) => compare(dueOf(a), dueOf(b)) || compare(a.since, b.since)
const newestFirst: Order = (a, b) => compare(b.since, a.since)
const byTime: Order = (a, b) =>
  compare(a.schedule?.publishAt ?? LAST, b.schedule?.publishAt ?? LAST)

const ORDERS: Partial<Record<QueueName, Order>> = {
  scheduled: byTime,
  drafting: (a, b) => compare(dueOf(a), dueOf(b)) || newestFirst(a, b),
  published: newestFirst,
  closed: newestFirst,
}

/** In *Mine*: pieces that wait for the person, those with a due time first; then the others. */
const byUrgency: Order = (a, b) =>
  Number(b.isMyTurn) - Number(a.isMyTurn) ||
  compare(dueOf(a), dueOf(b)) ||
  rank(a) - rank(b) ||
  (ORDERS[queueOf(a.state)] ?? byWaiting)(a, b)

/** A returned piece is the writer's next work. A piece in review is somebody else's. */
function rank({state}: DeskPiece): number {
  const order: State[] = ['changesRequested', 'inReview', 'approved', 'scheduled', 'beingCorrected']
  const place = order.indexOf(state)
  return place < 0 ? order.length : place
}
