// The earlier versions of a piece: as it was approved, and as readers see it.
import type {SanityClient} from 'sanity'
import {reach, type PieceDocument} from '../../../workflow/piece.ts'
import {snapshotIdOf} from '../../../workflow/records.ts'
import {snapshotDocuments} from './snapshot-documents.ts'

export interface PieceVersions {
  /** Null where it was never approved. */
  approved: PieceDocument[] | null
  /** Null where it is not published. */
  published: PieceDocument[] | null
}

/** @param client reads documents as they are stored */
export async function loadVersions(
  client: Pick<SanityClient, 'getDocuments'>,
  articleId: string,
): Promise<PieceVersions> {
  const known = new Map<string, PieceDocument | null>()
  const look = async (ids: string[]): Promise<void> => {
    const found = await client.getDocuments<PieceDocument>(ids, {tag: 'piece-versions'})
    for (const [index, id] of ids.entries()) {
      known.set(id, found[index] ?? null)
    }
  }
  const snapshot = snapshotIdOf(articleId)
  await look([snapshot, articleId])
  const approved = snapshotDocuments(known.get(snapshot))
  const article = known.get(articleId)
  if (!article) return {approved, published: null}
  // Level by level: what readers see of it, which may be other photos and quotes than there are now.
  for (;;) {
    const {order, unknown} = reach(article, (id) => known.get(id))
    if (unknown.length === 0)
      return {approved, published: order.flatMap((id) => known.get(id) ?? [])}
    await look(unknown)
  }
}
