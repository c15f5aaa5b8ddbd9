// Finds the live articles that a change to a photo, a quote or a source affects, and the accounts that made it.
import {readsTheSame} from './canonical-json.ts'
import {liveArticlesUsing, type GatheredPiece, type Pair} from './gather.ts'
import type {PieceDocument} from './piece.ts'
import {asReview, reviewIdOf} from '../model/records.ts'

/** Its root is the photo, quote or source. */
type Member = Pick<GatheredPiece, 'root' | 'closure'>
type Find = (id: string) => PieceDocument | null

/** The drafts that would be published, the member itself last. */
export function changedPairs({root: article, closure}: Member): Pair[] {
  return [...closure.members, article].filter(({draft}) => draft)
}

/** Whether a publication would change what readers see. */
export function isChange({draft, published}: Pair): boolean {
  return draft !== null && !(published && readsTheSame(draft, published))
}

/** Published articles whose readers see the change: they use the member, or one that is published with it. */
export function articlesWithReaders(
  member: Member,
  find: Find,
  referrers: (id: string) => string[],
): PieceDocument[] {
  const live = changedPairs(member).flatMap(({id}) => liveArticlesUsing(id, find, referrers))
  return [...new Map(live.map((article) => [article._id, article])).values()]
}

/** IDs of the accounts that changed what would be published. */
export function changersOf(member: Member, find: Find): string[] {
  const changers = changedPairs(member).flatMap(
    ({id}) => asReview(find(reviewIdOf(id)))?.changedBy ?? [],
  )
  return [...new Set(changers)]
}
