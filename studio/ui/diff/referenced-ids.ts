// What the documents of a piece point to and the piece does not contain.
import {publishedIdOf, type PieceDocument} from '../../../workflow/piece.ts'

/** Published ids, each once, in alphabetical order. Assets are left out: they have no titles. */
export function referencedIds(documents: readonly PieceDocument[]): string[] {
  const own = new Set(documents.map(({_id}) => publishedIdOf(_id)))
  const ids = documents.flatMap(idsIn).map(publishedIdOf)
  return [...new Set(ids)].filter((id) => !own.has(id) && !/^(image|file)-/.test(id)).toSorted()
}

function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const id = '_ref' in value && typeof value._ref === 'string' ? [value._ref] : []
  return [...id, ...Object.values(value).flatMap(idsIn)]
}
