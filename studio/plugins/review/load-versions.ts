// The earlier versions of a piece: as it was submitted, as it was approved, and as readers see it.
import type {SanityClient} from 'sanity'
import {reach, type PieceDocument} from '../../../workflow/piece.ts'
import {snapshotIdOf} from '../../../model/records.ts'

export interface PieceVersions {
  /** Null if it was never approved. */
  approved: PieceDocument[] | null
  /** Null if it was never submitted. */
  submitted: PieceDocument[] | null
  /** Null if it is not published. */
  published: PieceDocument[] | null
}

/** @param client reads documents as they are stored */
export async function loadVersions(
  client: Pick<SanityClient, 'getDocuments'>,
  articleId: string,
): Promise<PieceVersions> {
  const known = new Map<string, PieceDocument | null>()
  const load = async (ids: string[]): Promise<void> => {
    const found = await client.getDocuments<PieceDocument>(ids, {tag: 'piece-versions'})
    for (const [index, id] of ids.entries()) {
      known.set(id, found[index] ?? null)
    }
  }
  const ids = {
    approved: snapshotIdOf(articleId, 'approved'),
    submitted: snapshotIdOf(articleId, 'submitted'),
  }
  await load([ids.approved, ids.submitted, articleId])
  const snapshots = {
    approved: snapshotDocuments(known.get(ids.approved)),
    submitted: snapshotDocuments(known.get(ids.submitted)),
  }
  const article = known.get(articleId)
  if (!article) return {...snapshots, published: null}
  // Level by level, because readers may see other photos and quotes than those of the draft.
  for (;;) {
    const {order, unknown} = reach(article, (id) => known.get(id))
    if (unknown.length === 0)
      return {...snapshots, published: order.flatMap((id) => known.get(id) ?? [])}
    await load(unknown)
  }
}

/** The documents of a snapshot; null if there is no snapshot, or an invalid one. */
function snapshotDocuments(
  snapshot: Readonly<Record<string, unknown>> | null | undefined,
): PieceDocument[] | null {
  try {
    const documents: unknown = JSON.parse(String(snapshot?.['documents']))
    return Array.isArray(documents) ? (documents as PieceDocument[]) : null
  } catch {
    return null
  }
}
