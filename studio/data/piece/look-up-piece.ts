// Gathers a piece over HTTP, with its relations to other articles.
import {isMemberType} from '../../../model/registry.ts'
import type {SanityClient} from 'sanity'
import {
  articlesUsing,
  currentOf,
  gatherPiece,
  liveArticlesUsing,
  type GatheredPiece,
} from '../../../workflow/gather.ts'
import {articlesWithReaders, changersOf} from '../../../workflow/gather-use.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {lakeLookups, type FindComments, type Referring} from './lake-lookups.ts'

/** The articles and accounts that a change to a photo, a quote or a source concerns. */
export interface MemberUse {
  /** Published articles whose readers see it. */
  live: PieceDocument[]
  /** Published articles whose readers see its change: they use it, or a member that is published with it. */
  liveArticles: PieceDocument[]
  /** Articles that use it, drafts and live ones. */
  users: PieceDocument[]
  /** Accounts that changed it since it was published. */
  changedBy: string[]
}

export interface FoundPiece {
  piece: GatheredPiece
  /** Set for a photo, a quote or a source. */
  use?: MemberUse
  /** All IDs that were looked up, existing or not: a change of one of them changes the piece. */
  ids: string[]
  /** IDs whose referring documents were looked up. */
  referred: string[]
  /** IDs whose comments were looked up. */
  commented: string[]
}

/**
 * @param client of an API version from 2025-02-19 on; documents are read as they are stored
 * @param id of an article, or of a photo, quote or source in its place
 * @param signal ends the work between two requests
 * @param referring referring documents that are already known
 */
export async function lookUpPiece(
  client: Pick<SanityClient, 'getDocuments' | 'fetch'>,
  id: string,
  signal?: AbortSignal,
  referring?: Referring,
  findComments?: FindComments,
): Promise<FoundPiece> {
  const lookups = lakeLookups(client, signal, referring, findComments)
  const {piece, use} = await lookups.run(({read, referrers, commentsOn}) => {
    const gathered = gatherPiece(id, read, referrers, commentsOn).piece
    return {piece: gathered, use: useOf(gathered, read, referrers)}
  })
  return {piece, ...(use && {use}), ...lookups.looked()}
}

function useOf(
  piece: GatheredPiece,
  find: (id: string) => PieceDocument | null,
  referrers: (id: string) => string[],
): MemberUse | null {
  const {id} = piece.root
  if (!isMemberType(currentOf(piece.root)?._type ?? '')) return null
  return {
    live: liveArticlesUsing(id, find, referrers),
    liveArticles: articlesWithReaders(piece, find, referrers),
    users: articlesUsing(id, find, referrers),
    changedBy: changersOf(piece, find),
  }
}
