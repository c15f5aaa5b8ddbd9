// Who has to do with a change to a photo, a quote or a source: whose readers see it, and who made it.
import {readsTheSame} from './canonical-json.ts'
import {liveArticlesUsing, type GatheredPiece, type Pair} from './gather.ts'
import type {PieceDocument} from './piece.ts'
import {asReview, reviewIdOf} from '../model/records.ts'

/** Gathered with the photo, quote or source in the article's place. */
type Member = Pick<GatheredPiece, 'root' | 'closure'>
type Find = (id: string) => PieceDocument | null

/** What would be published with it, itself last. */
export function changedPairs({root: article, closure}: Member): Pair[] {
  return [...closure.members, article].filter(({draft}) => draft)
}

/** Whether readers would see anything else than they do. */
export function isChange({draft, published}: Pair): boolean {
  return draft !== null && !(published && readsTheSame(draft, published))
}

/** Published articles that are told of it: they use it, or something that it takes along. */
export function articlesToTell(
  member: Member,
  find: Find,
  referrers: (id: string) => string[],
): PieceDocument[] {
  const live = changedPairs(member).flatMap(({id}) => liveArticlesUsing(id, find, referrers))
  return [...new Map(live.map((article) => [article._id, article])).values()]
}

/** Accounts that changed what would be published. */
export function changersOf(member: Member, find: Find): string[] {
  const changers = changedPairs(member).flatMap(
    ({id}) => asReview(find(reviewIdOf(id)))?.changedBy ?? [],
  )
  return [...new Set(changers)]
}
