// The person, time or legal check that a piece waits for.
import type {DeskPiece} from './join-pieces.ts'

export interface WaitingForOptions {
  /** Account ID of the signed-in person. */
  me: string
  /** An account's name; undefined for one that is not known. */
  nameOf: (accountId: string) => string | undefined
  /** A time on the newsroom's clock, in words. */
  moment: (iso: string) => string
  now: number
}

/** `an editor`, `you`, `Tomas Ardley`, `legal`, `publication`, a time; empty if it waits for nothing. */
export function waitingFor(piece: DeskPiece, options: WaitingForOptions): string {
  const {state, assignment, legal, schedule, embargo} = piece
  const isOpen = state !== 'published' && state !== 'killed' && state !== 'spiked'
  if (isOpen && legal?.state === 'required') return 'legal'
  if (state === 'inReview') return named(assignment?.assignee, options) ?? 'an editor'
  if (state === 'approved') {
    if (piece.scheduleFailure) return 'an editor'
    const isAhead = embargo !== undefined && Date.parse(embargo) > options.now
    return isAhead ? `the embargo’s end, ${options.moment(embargo)}` : 'publication'
  }
  if (state === 'scheduled') {
    if (piece.scheduleFailure) return 'an editor'
    return schedule ? options.moment(schedule.publishAt) : 'its time'
  }
  if (state === 'changesRequested') return writerOf(piece, options)
  if (state === 'drafting' || state === 'beingCorrected' || state === 'withdrawn') {
    return named(assignment?.assignee, options) ?? writerOf(piece, options)
  }
  return ''
}

/** The person who began it. If a token began it, the first author in the byline. */
function writerOf(piece: DeskPiece, options: WaitingForOptions): string {
  const {writer, submittedBy, bylines} = piece
  const name = named(writer, options)
  if (name) return name
  if (submittedBy) return submittedBy.id === options.me ? 'you' : submittedBy.name
  return bylines[0] ?? 'the writer'
}

function named(id: string | undefined, {me, nameOf}: WaitingForOptions): string | undefined {
  if (id === undefined) return undefined
  return id === me ? 'you' : nameOf(id)
}
