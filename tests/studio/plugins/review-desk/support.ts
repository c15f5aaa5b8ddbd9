// A small newsroom for the desk's tests: entries with just what a test says of them.
import type {
  DeskArticle,
  DeskEntry,
  DeskSnapshot,
} from '../../../../studio/plugins/review-desk/desk-records.ts'
import {joinPieces, type DeskPiece} from '../../../../studio/plugins/review-desk/join-pieces.ts'
import type {HistoryEntry, Review} from '../../../../model/records.ts'
import type {State} from '../../../../model/stages.ts'

export const NOW = Date.parse('2026-11-25T10:00:00.000Z')
export const at = (hoursFromNow: number): string =>
  new Date(NOW + hoursFromNow * 3_600_000).toISOString()

export const sides = (change: Partial<DeskArticle> = {}): DeskArticle => ({
  _type: 'article',
  _id: 'drafts.a',
  headline: 'The ferry is late',
  section: 'section-economy',
  bylines: ['Tomas Ardley'],
  authors: ['author-tomas'],
  createdBy: 'uTomas',
  _createdAt: at(-48),
  _updatedAt: at(-2),
  ...change,
})

export const moved = (from: State, to: State, hoursAgo: number, act = 'submit'): HistoryEntry => ({
  _key: `${act}${hoursAgo}`,
  act,
  from,
  to,
  by: 'uHester',
  byName: 'Hester Brandwick',
  at: at(-hoursAgo),
})

export const review = (change: Partial<Review> = {}): Review => ({
  _id: 'review.a',
  _type: 'review',
  subject: {_type: 'reference', _ref: 'a', _weak: true},
  subjectType: 'article',
  stage: 'inReview',
  state: 'inReview',
  lapsed: false,
  ...change,
})

export function snapshot(
  entries: Record<string, Partial<DeskEntry>>,
  myAuthors: string[] = [],
): DeskSnapshot {
  return {
    frame: {
      sections: [
        {_id: 'section-economy', title: 'Economy'},
        {_id: 'section-culture', title: 'Culture'},
      ],
      myAuthors,
      timeZone: 'Europe/London',
    },
    entries: new Map(
      Object.entries(entries).map(([id, entry]) => [
        id,
        {draft: null, published: null, review: null, ...entry},
      ]),
    ),
  }
}

/** The one piece of a snapshot with one entry. */
export function pieceOf(entry: Partial<DeskEntry>, me = 'uNobody'): DeskPiece {
  const [piece] = joinPieces(snapshot({a: entry}), {me, stateIsStored: true})
  if (!piece) throw new Error('The entry made no piece')
  return piece
}
