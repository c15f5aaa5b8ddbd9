// Gathers a piece over HTTP: level by level, each level one request for documents and one for who
// refers to them.
import type {SanityClient} from 'sanity'
import {
  articlesUsing,
  currentOf,
  gatherPiece,
  isMemberType,
  liveArticlesUsing,
  type GatheredPiece,
} from '../../workflow/gather.ts'
import {articlesToTell, changersOf} from '../../workflow/gather-use.ts'
import type {PieceDocument} from '../../workflow/piece.ts'

/** Of a photo, a quote or a source: who has to do with a change to it. */
export interface MemberUse {
  /** Published articles whose readers see it. */
  live: PieceDocument[]
  /** Published articles that are told of its change: those, and who uses what it takes along. */
  told: PieceDocument[]
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
}

/**
 * @param client of an API version from 2025-02-19 on; documents are read as they are stored
 * @param id of an article, or of a photo, quote or source in its place
 * @param signal ends the work between two requests
 */
export async function lookUpPiece(
  client: Pick<SanityClient, 'getDocuments' | 'fetch'>,
  id: string,
  signal?: AbortSignal,
): Promise<FoundPiece> {
  const known = new Map<string, PieceDocument | null>()
  const referring = new Map<string, string[]>()
  for (;;) {
    const unknown = new Set<string>()
    const unasked = new Set<string>()
    const look = (wanted: string): PieceDocument | null | undefined => {
      const found = known.get(wanted)
      if (found === undefined) unknown.add(wanted)
      return found
    }
    const referrers = (wanted: string): string[] => {
      const found = referring.get(wanted)
      if (!found) unasked.add(wanted)
      return found ?? []
    }
    const {piece} = gatherPiece(id, look, referrers)
    const use = useOf(piece, (wanted) => look(wanted) ?? null, referrers)
    if (unknown.size === 0 && unasked.size === 0) {
      const looked = {ids: [...known.keys()], referred: [...referring.keys()]}
      return {piece, ...(use && {use}), ...looked}
    }
    signal?.throwIfAborted()
    const [documents, references] = await Promise.all([
      documentsById(client, [...unknown]),
      referrersById(client, [...unasked]),
    ])
    for (const [found, document] of documents) known.set(found, document)
    for (const [found, ids] of references) referring.set(found, ids)
  }
}

function useOf(
  piece: GatheredPiece,
  find: (id: string) => PieceDocument | null,
  referrers: (id: string) => string[],
): MemberUse | null {
  const {id} = piece.article
  if (!isMemberType(currentOf(piece.article)?._type ?? '')) return null
  return {
    live: liveArticlesUsing(id, find, referrers),
    told: articlesToTell(piece, find, referrers),
    users: articlesUsing(id, find, referrers),
    changedBy: changersOf(piece, find),
  }
}

async function documentsById(
  client: Pick<SanityClient, 'getDocuments'>,
  ids: string[],
): Promise<[string, PieceDocument | null][]> {
  if (ids.length === 0) return []
  const found = await client.getDocuments<Record<string, unknown>>(ids, {tag: 'piece'})
  return ids.map((id, index) => [id, (found[index] ?? null) as PieceDocument | null])
}

/** What pieces are made of: a photo is referred to by what is said of it in confidence, too. */
const REFERRING = ['article', 'expertQuote', 'photoWithCredit', 'source']

async function referrersById(
  client: Pick<SanityClient, 'fetch'>,
  ids: string[],
): Promise<[string, string[]][]> {
  if (ids.length === 0) return []
  const asked = ids.map(
    (_, index) => `"r${index}": *[_type in $types && references($r${index})]._id`,
  )
  const params = Object.fromEntries(ids.map((id, index) => [`r${index}`, id]))
  const found = await client.fetch<Record<string, string[]>>(
    `{${asked.join(', ')}}`,
    {...params, types: REFERRING},
    {tag: 'piece-users', perspective: 'raw'},
  )
  return ids.map((id, index) => [id, found[`r${index}`] ?? []])
}
