// A piece as the check sees it, with everything in order, to be put out of order one thing at a time.
import {coverageOf} from '../../workflow/coverage.ts'
import {gatherPiece, type GatheredPiece} from '../../workflow/gather.ts'
import type {PieceDocument} from '../../workflow/piece.ts'
import type {Review} from '../../model/records.ts'

type Fields = Record<string, unknown>

export const NOW = '2026-11-25T10:00:00.000Z'
export const HOUR = 3_600_000
export const later = (hours: number): string =>
  new Date(Date.parse(NOW) + hours * HOUR).toISOString()

const ref = (_ref: string) => ({_type: 'reference', _ref})

/** Photo, quote and source are published already; the article is a draft. */
export function documents(): Record<string, PieceDocument> {
  return {
    'drafts.a': {
      _id: 'drafts.a',
      _type: 'article',
      headline: 'Ferry runs aground',
      dek: 'Nobody was hurt.',
      slug: {current: 'ferry'},
      section: ref('world'),
      topics: [ref('sea')],
      related: [{...ref('b'), _weak: true}],
      bylines: [{_key: 'b', author: ref('jane')}],
      leadPhoto: {photo: ref('photo')},
      body: [{_key: 'q', _type: 'quoteUse', display: 'block', quote: ref('quote')}],
      _system: {createdBy: 'writer'},
    },
    photo: {
      _id: 'photo',
      _type: 'photoWithCredit',
      image: {asset: ref(`image-${'a'.repeat(40)}-1600x900-jpg`)},
      caption: 'A ferry',
      alt: 'A ferry at a pier',
      creditLine: '© Agency',
      rights: {clearance: 'cleared'},
    },
    quote: {
      _id: 'quote',
      _type: 'expertQuote',
      text: 'So it is.',
      kind: 'direct',
      speakers: [{source: ref('source')}],
      terms: 'onRecord',
      verification: {status: 'sourceMatched'},
    },
    source: {_id: 'source', _type: 'source', name: 'Prof. Source'},
    world: {_id: 'world', _type: 'section'},
    sea: {_id: 'sea', _type: 'topic'},
    jane: {_id: 'jane', _type: 'author'},
    'private.author.jane': {
      _id: 'private.author.jane',
      _type: 'privateAuthor',
      userId: 'jane-account',
    },
  }
}

export interface Change {
  /** Fields by the document's id as stored; null takes it away. */
  documents?: Record<string, Fields | null>
  review?: Partial<Review>
}

/** @param change undefined fields are taken away */
export function documentsWith(change: Change = {}): Record<string, PieceDocument> {
  const all = documents()
  for (const [id, fields] of Object.entries(change.documents ?? {})) {
    if (fields === null) delete all[id]
    else all[id] = {...(all[id] ?? {_id: id, _type: 'article'}), ...fields}
  }
  if (change.review) {
    all['review.a'] = {
      _id: 'review.a',
      _type: 'review',
      subject: {_type: 'reference', _ref: 'a', _weak: true},
      subjectType: 'article',
      stage: 'drafting',
      state: 'drafting',
      lapsed: false,
      ...change.review,
    }
  }
  return all
}

export function pieceWith(change: Change = {}): GatheredPiece {
  const all = documentsWith(change)
  return gatherPiece('a', (id) => all[id] ?? null).piece
}

/** Approved in its current state, with or without its faults. */
export const approved = (change: Change = {}): GatheredPiece => pieceWith(approvedWith(change))

/** The same change, with an approval of what it leaves. */
export function approvedWith(change: Change = {}): Change {
  const coverage = coverageOf(pieceWith({...change, review: {}}))
  const signature = {by: 'approver', byName: 'A', at: NOW}
  const review: Partial<Review> = {
    stage: 'approved',
    submission: {...signature, by: 'writer', ...coverage},
    approval: {...signature, ...coverage},
    ...change.review,
  }
  return {...change, review}
}
