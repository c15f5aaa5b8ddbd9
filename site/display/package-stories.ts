// The other stories of a piece's package.
import type {CardPiece} from '../piece.ts'

/** A package as the query of a piece answers it. */
export interface PiecePackage {
  _id: string
  title: string | null
  description?: string | null
  /** Absent in feeds, which only name the package, as are the side stories. */
  main?: CardPiece | null
  sides?: readonly (CardPiece | null)[] | null
}

export interface PackageStories {
  title: string
  description: string | null
  /** Undefined on the page of the main story itself. */
  main: CardPiece | undefined
  sides: CardPiece[]
}

/** Undefined where there is no package, no live main story, or no other story to show. */
export function packageStories({
  _id: id,
  package: found,
}: {
  _id: string
  package?: PiecePackage | null
}): PackageStories | undefined {
  if (!found?.title || !found.main?.slug) return undefined
  const others = (found.sides ?? []).filter((side) => side !== null && side._id !== id)
  const sides = others.filter((side) => side?.slug) as CardPiece[]
  const main = found.main._id === id ? undefined : found.main
  if (!main && sides.length === 0) return undefined
  return {title: found.title, description: found.description ?? null, main, sides}
}
