// Gathers all documents that the checks of a piece need.
import {readsTheSame} from './canonical-json.ts'
import {openCommentsOn, type CommentsOn, type OpenComment} from './comments.ts'
import {refsAt, textAt} from './checks/reading.ts'
import {wordsOnFronts, type FrontWords} from './fronts/words-on-fronts.ts'
import {reach, type PieceDocument} from './piece.ts'
import {intakeIdOf, openSuggestions, type Suggestion} from './intake/suggestions.ts'
import {fieldsOf, isFirstWithPiece, isMemberType, isPieceType} from '../model/registry.ts'
import {draftIdOf, publishedIdOf} from '../model/ids.ts'
import {
  asReview,
  type Correction,
  correctionIdOf,
  isCorrection,
  type Review,
  reviewIdOf,
} from '../model/records.ts'

/** A document's draft and its published version; at least one exists. */
export interface Pair {
  id: string
  draft: PieceDocument | null
  published: PieceDocument | null
}

export interface PieceMember extends Pair {
  /** Another unpublished article that uses it too, and is under embargo until then. */
  embargoed?: {articleId: string; until: string}
  /** Other live articles, whose readers would see its change: `amend` gives each a correction. */
  usedElsewhere?: string[]
}

/** The documents that an article refers to, also through others. */
export interface Closure {
  /** Photos, quotes, sources and authors whom readers have never seen, in the order of publication. */
  members: PieceMember[]
  /** Sections and topics, which must be published already, and authors who are. */
  required: {id: string; type: string; isPublished: boolean}[]
  /** IDs of references whose document does not exist. */
  missing: string[]
  /** The accounts of the byline's authors (`private.author.<id>`). */
  accounts: {author: string; userId: string}[]
}

export interface GatheredPiece {
  /** The piece itself; for an amendment the photo, quote or source. */
  root: Pair
  review: Review | null
  closure: Closure
  corrections: Correction[]
  /** Comments that are not resolved. */
  comments: OpenComment[]
  /** What intake has set and nobody has confirmed. */
  suggested: Suggestion[]
  /** Fronts that say it in their own words. */
  onFronts: FrontWords[]
  /** The file that the piece was read from; null for a text that was pasted, or for none. */
  readFrom?: string | null
}

/**
 * Looks a document up by its exact ID, draft or published. Null means that it does not exist; undefined that the caller
 * has not loaded it yet.
 */
export type LookUp = (id: string) => PieceDocument | null | undefined

type Find = (id: string) => PieceDocument | null
type Referrers = (id: string) => string[]

export interface Gathered {
  piece: GatheredPiece
  /** IDs that the caller has not loaded yet: while there are some, the piece is incomplete. */
  unknown: string[]
}

/**
 * @param look see `LookUp`
 * @param referrers IDs of the documents that refer to one; without it, embargoes of other articles are not found
 * @param commentsOn comments on a document; without it, there are none
 */
export function gatherPiece(
  articleId: string,
  look: LookUp,
  referrers: (id: string) => string[] = () => [],
  commentsOn: CommentsOn = () => [],
): Gathered {
  const unknown = new Set<string>()
  const find = (id: string): PieceDocument | null => {
    const found = look(id)
    if (found === undefined) unknown.add(id)
    return found ?? null
  }
  const pair = (id: string): Pair => {
    const published = find(id)
    const draft = find(draftIdOf(id))
    // A document of another type than the published one is not its draft.
    const isOther = published && draft && draft._type !== published._type
    return {id, draft: isOther ? null : draft, published}
  }
  const article = pair(articleId)
  const review = asReview(find(reviewIdOf(articleId)))
  const corrections = correctionsOf(articleId, find)
  const shown = currentOf(article)
  if (!shown) {
    const closure: Closure = {members: [], required: [], missing: [], accounts: []}
    const piece = {root: article, review, closure, corrections, ...NOTHING_BESIDE}
    return {piece, unknown: [...unknown]}
  }

  const {order, required, missing} = reach(shown, (id) => {
    const found = pair(id)
    if (unknown.has(id) || unknown.has(draftIdOf(id))) return undefined
    return asInPiece(found)
  })
  const members = order
    .filter((id) => id !== articleId)
    .map((id): PieceMember => {
      const both = pair(id)
      return {
        ...both,
        ...embargoElsewhere(both, articleId, find, referrers),
        ...changedElsewhere(both, articleId, find, referrers),
      }
    })
  const closure: Closure = {
    members,
    missing,
    required: required.map((id) => asRequired(pair(id))),
    accounts: accountsNamedBy(shown, find),
  }
  // Only once all members are known: over HTTP each look-up is a request.
  const known = unknown.size > 0 ? [] : [article, ...members]
  const beside = {
    comments: known.flatMap((both) => openOn(both, commentsOn)),
    ...(isPieceType(shown._type) && {
      onFronts: wordsOnFronts(articleId, find, referrers),
      ...waitingIn(find(intakeIdOf(articleId))),
    }),
  }
  const piece = {root: article, review, closure, corrections, ...NOTHING_BESIDE, ...beside}
  return {piece, unknown: [...unknown]}
}

const NOTHING_BESIDE = {comments: [], suggested: [], onFronts: []}

const asRequired = ({id, draft, published}: Pair): Closure['required'][number] => ({
  id,
  type: (published ?? draft)?._type ?? '',
  isPublished: published !== null,
})

const waitingIn = (
  intake: PieceDocument | null,
): Pick<GatheredPiece, 'suggested' | 'readFrom'> => ({
  suggested: openSuggestions(intake),
  readFrom: textAt(intake, 'fileName') ?? null,
})

function openOn(both: Pair, commentsOn: CommentsOn): OpenComment[] {
  const document = currentOf(both)
  return document ? openCommentsOn(document, both.id, commentsOn(both.id)) : []
}

/** The document as the newsroom sees it: the draft if there is one. */
export function currentOf({draft, published}: Pair): PieceDocument | null {
  return draft ?? published
}

/** As it belongs to a piece: once readers know an author, their draft is the author's own. */
export function asInPiece({draft, published}: Pair): PieceDocument | null {
  return published && isFirstWithPiece(published._type) ? published : (draft ?? published)
}

/** The whole piece as the newsroom sees it, in the order of publication. */
export function documentsOf({root: article, closure}: Pick<GatheredPiece, 'root' | 'closure'>) {
  return [...closure.members, article].flatMap((pair) => currentOf(pair) ?? [])
}

/** IDs of the authors that a piece names. */
export function namedAuthors(piece: PieceDocument): string[] {
  const {people} = fieldsOf(piece)
  return people === undefined ? [] : refsAt(piece, people)
}

function accountsNamedBy(piece: PieceDocument, find: Find): Closure['accounts'] {
  return namedAuthors(piece).flatMap((author) => {
    const account = find(`private.author.${author}`)
    const userId = account?._type === 'privateAuthor' && account['userId']
    return typeof userId === 'string' && userId ? [{author, userId}] : []
  })
}

function correctionsOf(articleId: string, find: Find): Correction[] {
  const corrections: Correction[] = []
  for (let number = 1; ; number++) {
    const found = find(correctionIdOf(articleId, number))
    if (!isCorrection(found)) return corrections
    corrections.push(found)
  }
}

/**
 * New photos and quotes of an embargoed article are published with it, and not earlier with another
 * article. An author gives nothing away.
 */
function embargoElsewhere(
  {id, draft, published}: Pair,
  articleId: string,
  find: Find,
  referrers: Referrers,
): Pick<PieceMember, 'embargoed'> {
  if (published || isFirstWithPiece(draft?._type)) return {}
  const [last] = articlesUsing(id, find, referrers)
    .flatMap((other) => {
      const until = (other['embargo'] as {until?: unknown} | undefined)?.until
      const otherId = publishedIdOf(other._id)
      return typeof until === 'string' && otherId !== articleId ? [{articleId: otherId, until}] : []
    })
    .toSorted((a, b) => Date.parse(b.until) - Date.parse(a.until))
  return last ? {embargoed: last} : {}
}

function changedElsewhere(
  {id, draft, published}: Pair,
  articleId: string,
  find: Find,
  referrers: Referrers,
): Pick<PieceMember, 'usedElsewhere'> {
  if (!draft || !published || readsTheSame(draft, published)) return {}
  const others = liveArticlesUsing(id, find, referrers).filter(({_id}) => _id !== articleId)
  return others.length > 0 ? {usedElsewhere: others.map(({_id}) => _id)} : {}
}

/** Articles, drafts and published, that use a photo, quote or source, directly or through a quote. */
export function articlesUsing(id: string, find: Find, referrers: Referrers): PieceDocument[] {
  return users(id, find, referrers, () => true)
}

/** Published articles whose readers see it. */
export function liveArticlesUsing(id: string, find: Find, referrers: Referrers): PieceDocument[] {
  return users(id, find, referrers, (referrer) => !referrer.includes('.'))
}

function users(
  id: string,
  find: Find,
  referrers: Referrers,
  counts: (referrer: string) => boolean,
): PieceDocument[] {
  const found = new Map<string, PieceDocument>()
  const seen = new Set<string>()
  const toVisit = [id]
  for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
    for (const referrer of referrersOf(next, referrers)) {
      if (seen.has(referrer) || !counts(referrer)) continue
      seen.add(referrer)
      const document = find(referrer)
      if (!document) continue
      if (isPieceType(document._type)) found.set(referrer, document)
      else if (isMemberType(document._type)) toVisit.push(publishedIdOf(referrer))
    }
  }
  return [...found.values()]
}

/** IDs of documents that refer to a document or to its draft: a piece treats both as one document. */
export function referrersOf(id: string, referrers: Referrers): string[] {
  return [...referrers(id), ...referrers(draftIdOf(id))]
}
