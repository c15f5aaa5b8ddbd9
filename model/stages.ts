// The stages and states of a piece, and what people call them.

interface StateName {
  /** As a label. */
  title: string
  /** In the middle of a sentence: "the piece is …". */
  phrase: string
}

/** Stages in the order of a piece's life; the last state is derived and never set. */
export const STATES = {
  drafting: {title: 'Drafting', phrase: 'being written'},
  inReview: {title: 'In review', phrase: 'in review'},
  changesRequested: {title: 'Changes requested', phrase: 'back with its writer'},
  approved: {title: 'Approved', phrase: 'approved'},
  scheduled: {title: 'Scheduled', phrase: 'scheduled'},
  published: {title: 'Published', phrase: 'published'},
  withdrawn: {title: 'Withdrawn', phrase: 'withdrawn'},
  killed: {title: 'Killed', phrase: 'killed'},
  spiked: {title: 'Spiked', phrase: 'spiked'},
  beingCorrected: {title: 'Being corrected', phrase: 'live, with changes being written'},
} satisfies Record<string, StateName>

/** The state of a piece: its stage, seen together with its content. */
export type State = keyof typeof STATES

/** What an editorial action sets. The state can differ: a change of the content lapses an approval. */
export type Stage = Exclude<State, 'beingCorrected'>
