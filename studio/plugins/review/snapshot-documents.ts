// The piece as it was approved, out of the document in which the server keeps it.
import type {PieceDocument} from '../../../workflow/piece.ts'

/** Null where there is no snapshot, or none that can be read. */
export function snapshotDocuments(
  snapshot: Readonly<Record<string, unknown>> | null | undefined,
): PieceDocument[] | null {
  try {
    const documents: unknown = JSON.parse(String(snapshot?.['documents']))
    return Array.isArray(documents) ? (documents as PieceDocument[]) : null
  } catch {
    return null
  }
}
