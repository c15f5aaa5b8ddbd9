// Gathers a piece over HTTP, with what it has to do with other articles.
import {isMemberType} from '../../../model/content-types.ts'
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

/** Of a photo, a quote or a source: who has to do with a change to it. */
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
  /** Where a photo, a quote or a source was looked up in the article's place. */
  use?: MemberUse
  /** Every id that was looked at, there or not: what changes among them changes the piece. */
  ids: string[]
  /** Ids of which was asked what refers to them. */
  referred: string[]
  /** Ids of which was asked what was said beside them. */
  commented: string[]
}

/**
 * @param client of an API version from 2025-02-19 on; documents are read as they are stored
 * @param id of an article, or of a photo, quote or source in its place
 * @param signal ends the work between two requests
 * @param referring who refers to what, as far as it is known already
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
