// What a submission, an approval or a publication covers: the content of a piece, and of each author whom
// readers have never seen. Readers may come to know the author before the piece is published. From then
// on the author is not part of the piece, and what was covered of it counts as unchanged.
import type {AuthorHash, Coverage} from '../model/records.ts'
import {publishedIdOf} from '../model/ids.ts'
import {isFirstWithPiece} from '../model/registry.ts'
import {contentHash} from './content-hash.ts'
import {asInPiece, currentOf, documentsOf, type GatheredPiece} from './gather.ts'
import {isNewAuthor, reach, type PieceDocument} from './piece.ts'

type Piece = Pick<GatheredPiece, 'root' | 'closure'>

/** One number for the whole piece as the newsroom sees it. */
export const pieceHash = (piece: Piece): string => coverageOf(piece).hash

/** What somebody covers who submits or approves the piece now. */
export function coverageOf(piece: Piece): Coverage {
  const {documents, authors} = partsOf(piece)
  return {
    hash: contentHash(documents, authors),
    ...(authors.length > 0 && {authors: authors.map((author) => ({_key: author.id, ...author}))}),
  }
}

/**
 * Whether the piece is what was covered then.
 *
 * @param hash the piece's hash, if the caller has computed it already
 */
export function isCovered(
  piece: Piece,
  covered: Coverage | undefined,
  hash: () => string = () => pieceHash(piece),
): boolean {
  if (!covered) return false
  if (covered.hash === hash()) return true
  const known = (covered.authors ?? []).filter(({id}) =>
    piece.closure.required.some((required) => required.id === id && required.isPublished),
  )
  if (known.length === 0) return false
  const {documents, authors} = partsOf(piece)
  return covered.hash === contentHash(documents, [...authors, ...known])
}

/** What was covered, to compare with the piece: without authors whom readers have come to know since. */
export function stillInPiece(
  documents: readonly PieceDocument[],
  {root, closure}: Piece,
): PieceDocument[] {
  const known = new Set(closure.required.filter(({isPublished}) => isPublished).map(({id}) => id))
  const before = documents.map((document) => ({...document, _id: publishedIdOf(document._id)}))
  const article = before.find(({_id}) => _id === root.id)
  if (!article || !before.some(({_id}) => known.has(_id))) return [...documents]
  return reachedFrom(article, before, ({_id}) => !known.has(_id))
}

/** An author's hash covers the portrait as well, which leaves the piece with them. */
function partsOf(piece: Piece): {documents: PieceDocument[]; authors: Omit<AuthorHash, '_key'>[]} {
  const documents = documentsOf(piece)
  const authors = piece.closure.members.flatMap((pair) => {
    const document = asInPiece(pair)
    return document && isNewAuthor(document) ? [document] : []
  })
  const root = currentOf(piece.root)
  if (authors.length === 0 || !root) return {documents, authors: []}
  const isOther = (): boolean => false
  return {
    documents: reachedFrom(root, documents, isOther),
    authors: authors.map((author) => ({
      id: publishedIdOf(author._id),
      hash: contentHash(reachedFrom(author, documents, isOther)),
    })),
  }
}

/** @param follows whether an author belongs to it */
function reachedFrom(
  root: PieceDocument,
  documents: readonly PieceDocument[],
  follows: (author: PieceDocument) => boolean,
): PieceDocument[] {
  const byId = new Map(documents.map((document) => [publishedIdOf(document._id), document]))
  const {order} = reach(root, (id) => {
    const document = byId.get(id) ?? null
    if (!document || !isFirstWithPiece(document._type)) return document
    return follows(document) ? {...document, _id: `drafts.${id}`} : null
  })
  return order.flatMap((id) => byId.get(id) ?? [])
}
