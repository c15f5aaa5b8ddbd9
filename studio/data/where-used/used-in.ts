// Where a photo, a quote or a source is used: the lake's documents joined to one entry for each document that uses it.
import {isPieceType, titleOf} from '../../../model/registry.ts'
import {textAt, refAt, usesIn} from '../../../workflow/checks/reading.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import {reviewIdOf, type Review} from '../../../model/records.ts'
import {standingOf, type Standing} from '../../../workflow/state.ts'

/** One place in a document that uses the target. */
export interface Use {
  /** Where the form has it, e.g. `body[_key=="a1"]`. */
  path: string
  place: 'leadPhoto' | 'text' | 'pullQuote' | 'portrait' | 'front' | 'field'
  /** The caption there, if it replaces the photo's own. */
  caption?: string
  alt?: string
  /** For a source: the quote in which it is named, and as what. */
  quote?: {id: string; text: string; as: 'speaker' | 'reportedBy'}
}

export interface Side {
  /** ISO 8601: the first publication of a live article, or the creation of a draft. */
  since?: string
  /** Empty if the draft of a live article no longer uses it. */
  uses: Use[]
}

export interface UsedIn {
  id: string
  type: string
  title: string
  /** Only pieces have one. */
  standing?: Standing
  live?: Side
  draft?: Side
}

export interface UsesInput {
  target: {id: string; type: string}
  /** Quotes that name the source, drafts and published ones. */
  quotes: readonly PieceDocument[]
  /** Both sides of every document that uses it on one side at least. */
  users: readonly PieceDocument[]
  reviews: readonly Review[]
  /**
   * Whether the server stores `review.state` (embedded lake). Otherwise it is derived as far as
   * possible.
   */
  stateIsStored: boolean
}

type Naming = NonNullable<Use['quote']>

/** Live documents come first, then drafts; the newest first. */
export function usedIn(input: UsesInput): UsedIn[] {
  const quotes = pairsOf(input.quotes)
  const reviews = new Map(input.reviews.map((review) => [review._id, review]))
  const entries = [...pairsOf(input.users)].flatMap(([id, pair]): UsedIn[] => {
    const document = pair.draft ?? pair.published
    if (!document) return []
    const live = pair.published && liveSide(pair.published, input, quotes)
    const draft = draftSide(pair, live, input, quotes)
    if (!live?.uses.length && !draft?.uses.length) return []
    const isPiece = isPieceType(document._type)
    return [
      {
        id,
        type: document._type,
        title: titleOf(document) ?? '',
        ...(isPiece && {
          standing: standing(pair, reviews.get(reviewIdOf(id)), input.stateIsStored),
        }),
        ...(live?.uses.length && {live}),
        ...(draft && {draft}),
      },
    ]
  })
  return entries.toSorted(
    (a, b) =>
      Number(Boolean(b.live)) - Number(Boolean(a.live)) ||
      sinceOf(b).localeCompare(sinceOf(a)) ||
      a.title.localeCompare(b.title),
  )
}

interface Pair {
  draft?: PieceDocument
  published?: PieceDocument
}

const sinceOf = ({live, draft}: UsedIn): string => (live ?? draft)?.since ?? ''

function liveSide(
  published: PieceDocument,
  {target}: UsesInput,
  quotes: ReadonlyMap<string, Pair>,
): Side {
  const uses = usesOf(published, target, (id) => quotes.get(id)?.published)
  const since = textAt(published, 'firstPublishedAt')
  return {uses, ...(since && {since})}
}

/** The uses after the next publication: in the article's draft, or in its quotes' drafts if they differ. */
function draftSide(
  {draft, published}: Pair,
  live: Side | undefined,
  {target}: UsesInput,
  quotes: ReadonlyMap<string, Pair>,
): Side | undefined {
  const document = draft ?? published
  if (!document) return undefined
  const newer = (id: string): PieceDocument | undefined =>
    quotes.get(id)?.draft ?? quotes.get(id)?.published
  const uses = usesOf(document, target, newer)
  if (draft) {
    const since = begunAt(draft, published)
    return {uses, ...(since && {since})}
  }
  const paths = (side: Use[]): string => side.map(({path}) => path).join()
  if (paths(uses) === paths(live?.uses ?? [])) return undefined
  const begun = uses.flatMap(
    ({quote}) => textAt(quotes.get(quote?.id ?? '')?.draft, '_createdAt') ?? [],
  )
  const since = begun.toSorted()[0]
  return {uses, ...(since && {since})}
}

/** Undefined if the draft of a live article has the article's own age. */
function begunAt(draft: PieceDocument, published: PieceDocument | undefined): string | undefined {
  const begun = textAt(draft, '_createdAt')
  const out = textAt(published, 'firstPublishedAt') ?? textAt(published, '_createdAt')
  return begun && out && begun <= out ? undefined : begun
}

function usesOf(
  document: PieceDocument,
  {id, type}: UsesInput['target'],
  quoteById: (id: string) => PieceDocument | undefined,
): Use[] {
  if (type === 'photoWithCredit') {
    return usesIn(document, 'photo')
      .filter(({use}) => refAt(use, 'photo') === id)
      .map(({path, use}) => {
        const [caption, alt] = [textAt(use, 'caption'), textAt(use, 'alt')]
        return {path, place: placeOf(path, use), ...(caption && {caption}), ...(alt && {alt})}
      })
  }
  return usesIn(document, 'quote').flatMap(({path, use}): Use[] => {
    const quoteId = refAt(use, 'quote') ?? ''
    const place = placeOf(path, use)
    if (type === 'expertQuote') return quoteId === id ? [{path, place}] : []
    const quote = naming(quoteById(quoteId), id)
    return quote ? [{path, place, quote}] : []
  })
}

function placeOf(path: string, use: Record<string, unknown>): Use['place'] {
  if (path === 'leadPhoto' || path === 'portrait') return path
  if (path.startsWith('containers[')) return 'front'
  if (!path.includes('[')) return 'field'
  return textAt(use, 'display') === 'pull' ? 'pullQuote' : 'text'
}

/** How a quote names a source, if it does. */
function naming(quote: PieceDocument | undefined, sourceId: string): Naming | undefined {
  if (!quote) return undefined
  const speakers = Array.isArray(quote['speakers']) ? (quote['speakers'] as unknown[]) : []
  const speaks = speakers.some((speaker) => refAt(speaker, 'source') === sourceId)
  if (!speaks && refAt(quote, 'reportedBy') !== sourceId) return undefined
  return {
    id: publishedIdOf(quote._id),
    text: textAt(quote, 'text') ?? '',
    as: speaks ? 'speaker' : 'reportedBy',
  }
}

function standing(
  {draft, published}: Pair,
  review: Review | undefined,
  stateIsStored: boolean,
): Standing {
  if (review && stateIsStored) return {state: review.state, lapsed: review.lapsed}
  return standingOf({
    review: review ?? null,
    hasDraft: draft !== undefined,
    hasPublished: published !== undefined,
    // The whole piece is not loaded here, so the approval counts as valid.
    isAsApproved: () => true,
  })
}

function pairsOf(documents: readonly PieceDocument[]): Map<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const document of documents) {
    const id = publishedIdOf(document._id)
    if (document._id === id) pairs.set(id, {...pairs.get(id), published: document})
    else if (document._id === draftIdOf(id)) pairs.set(id, {...pairs.get(id), draft: document})
  }
  return pairs
}
