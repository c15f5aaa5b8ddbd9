// Gathers a piece over HTTP: level by level, each level one request.
import type {SanityClient} from 'sanity'
import {gatherPiece, type GatheredPiece} from '../../workflow/gather.ts'
import type {PieceDocument} from '../../workflow/piece.ts'

export interface FoundPiece {
  piece: GatheredPiece
  /** Every id that was looked at, there or not: what changes among them changes the piece. */
  ids: string[]
}

/**
 * @param client of an API version from 2025-02-19 on; documents are read as they are stored
 * @param signal ends the work between two requests
 */
export async function lookUpPiece(
  client: SanityClient,
  articleId: string,
  signal?: AbortSignal,
): Promise<FoundPiece> {
  const known = new Map<string, PieceDocument | null>()
  for (;;) {
    const {piece, unknown} = gatherPiece(articleId, (id) => known.get(id))
    if (unknown.length === 0) return {piece, ids: [...known.keys()]}
    signal?.throwIfAborted()
    const found = await client.getDocuments<Record<string, unknown>>(unknown, {tag: 'piece'})
    for (const [index, id] of unknown.entries()) {
      known.set(id, (found[index] ?? null) as PieceDocument | null)
    }
  }
}
