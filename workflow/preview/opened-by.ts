// What a link shows: one article as it is being written, with all that its page is made of.
import {isPieceType, typesOfKind} from '../../model/registry.ts'
import {draftIdOf} from '../../model/ids.ts'
import {mustStayUnnamed} from '../checks/quote.ts'
import {currentOf, gatherPiece} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import {isOpen, isPreviewLink} from './records.ts'
import {remarksThrough} from './remarks-through.ts'

export interface Opened {
  /** Whom it is for. */
  name: string
  /** Ids of documents. The link's own is not among them: it says who works here. */
  opens: string[]
  /** What the page says of the link. */
  share: {articleId: string; recipient: string; expiresAt: string; byName: string}
}

interface Around {
  read: (id: string) => PieceDocument | null
  /** Ids of documents that refer to one. */
  referrers: (id: string) => string[]
  /** ISO 8601 */
  now: string
}

/** Pieces in these stages are nobody's to look at any more. */
const CLOSED = ['spiked', 'killed']

/** Of what a page names beside the piece itself: it can refer to anything at all. */
const NAMED: readonly string[] = typesOfKind('plain', 'order')

/**
 * Null if the document is not a link, or the link has ended: expired, revoked, or its article gone,
 * spiked or killed. Private documents are never included, nor names of anonymous sources.
 */
export function openedBy(link: PieceDocument, {read, referrers, now}: Around): Opened | null {
  if (!isPreviewLink(link) || !isOpen(link, now)) return null
  // Without who else uses a photo or a source: that is asked at each request, and opens nothing.
  const {piece} = gatherPiece(link.article._ref, (id) => shownOf(read(id)))
  const {root: article, closure, review} = piece
  const shown = currentOf(article)
  if (!isPieceType(shown?._type) || CLOSED.includes(review?.stage ?? '')) return null
  const named = closure.required
    .filter(({id, type}) => NAMED.includes(type) && !id.includes('.'))
    .map(({id}) => ({id, draft: read(draftIdOf(id)), published: read(id)}))
  const pairs = [article, ...closure.members, ...named]
  const documents = pairs.flatMap(({draft, published}) => [draft, published].filter(isThere))
  const opens = [
    ...remarksThrough(link._id, {read, referrers}),
    ...documents.map(({_id}) => _id),
    ...assetsOf(documents),
  ]
  const {recipient, expiresAt, byName} = link
  return {
    name: recipient,
    opens,
    share: {articleId: link.article._ref, recipient, expiresAt, byName},
  }
}

/** As if it were not there where it says who said what in confidence: it could not appear either. */
const shownOf = (document: PieceDocument | null): PieceDocument | null =>
  document?._type === 'expertQuote' && mustStayUnnamed(document) ? null : document

const isThere = (document: PieceDocument | null): document is PieceDocument => document !== null

/** Ids of the pictures and files that documents refer to. */
function assetsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(assetsOf)
  if (typeof value !== 'object' || value === null) return []
  const {_ref} = value as {_ref?: unknown}
  if (typeof _ref === 'string') return /^(image|file)-[0-9a-f]{40}-/.test(_ref) ? [_ref] : []
  return Object.values(value).flatMap(assetsOf)
}
