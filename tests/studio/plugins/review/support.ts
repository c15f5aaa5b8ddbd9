// A piece as the look-up gathers it, and a fixed clock in London.
import type {GatheredPiece} from '../../../../workflow/gather.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'
import type {HistoryEntry, Review} from '../../../../model/records.ts'
import type {State} from '../../../../model/stages.ts'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'

export const NOW = Date.parse('2026-03-10T15:00:00.000Z')
export const time = createNewsroomTime('Europe/London')
export const moment = (iso: string): string => time.moment(iso, NOW)

export const HESTER = {by: 'u-hester', byName: 'Hester Brandwick', at: '2026-03-10T14:02:00.000Z'}
export const INGRID = {by: 'u-ingrid', byName: 'Ingrid Vassall', at: '2026-03-10T12:30:00.000Z'}

const draft: PieceDocument = {_id: 'drafts.a1', _type: 'article', headline: 'Herring'}

export function piece({
  review = {},
  article = {},
  members = [],
  accounts = [],
  corrections = [],
}: {
  review?: Partial<Review> | null
  article?: Partial<GatheredPiece['root']>
  members?: GatheredPiece['closure']['members']
  accounts?: GatheredPiece['closure']['accounts']
  corrections?: GatheredPiece['corrections']
} = {}): GatheredPiece {
  return {
    root: {id: 'a1', draft, published: null, ...article},
    review: review && {
      _id: 'review.a1',
      _type: 'review',
      subject: {_type: 'reference', _ref: 'a1', _weak: true},
      subjectType: 'article',
      stage: 'drafting',
      state: 'drafting',
      lapsed: false,
      ...review,
    },
    closure: {members, required: [], missing: [], accounts},
    corrections,
    comments: [],
    suggested: [],
    onFronts: [],
  }
}

export function entry(
  act: string,
  from: State,
  to: State,
  more: Partial<HistoryEntry> = {},
): HistoryEntry {
  return {_key: `${act}-${to}`, act, from, to, ...HESTER, ...more}
}
