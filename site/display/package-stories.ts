// The other stories of a piece's package.
import type {CardPiece} from '../piece.ts'

/** A package as the query of a piece answers it. */
export interface PiecePackage {
  _id: string
  title: string | null
  description?: string | null
  /** The id of the main story. Absent in feeds, which only name the package, as are the stories. */
  main?: string | null
  /** The live ones, the main story first. */
  stories?: readonly (CardPiece | null)[] | null
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
  const live = (found?.stories ?? []).flatMap((story) => (story?.slug ? [story] : []))
  const [first] = live
  if (!found?.title || !first || first._id !== found.main) return undefined
  const sides = live.filter(({_id}) => _id !== found.main && _id !== id)
  const main = first._id === id ? undefined : first
  if (!main && sides.length === 0) return undefined
  return {title: found.title, description: found.description ?? null, main, sides}
}
