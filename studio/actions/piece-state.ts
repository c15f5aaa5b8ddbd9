// What would be published with an article, as documents and as words. Pure, so that it can be tested.
import {reach, type Piece, type PieceDocument} from '../../workflow/piece.ts'

/** A document's two forms; null where there is none. */
export interface DocumentPair {
  draft: PieceDocument | null
  published: PieceDocument | null
}

export type Pairs = ReadonlyMap<string, DocumentPair>

export interface PieceState {
  piece: Piece
  /** What has a draft, leaves first: these are published. */
  toPublish: {id: string; draft: PieceDocument; published: PieceDocument | null}[]
  /** Why it cannot be published, in the words that the dialog shows. */
  obstacles: {id: string; message: string}[]
}

/** One step of `sanity.action.document.publish`, bound to what the editor has seen. */
export interface PublishAction {
  actionType: 'sanity.action.document.publish'
  draftId: string
  publishedId: string
  ifDraftRevisionId: string
  ifPublishedRevisionId?: string
}

const NAMES: Record<string, string> = {
  article: 'article',
  photoWithCredit: 'photo',
  expertQuote: 'quote',
  source: 'source',
  author: 'author',
  section: 'section',
  topic: 'topic',
}

/** @param pairs every document looked up so far, by published id; the article's own among them */
export function pieceState(articleId: string, pairs: Pairs): PieceState {
  const current = (id: string): PieceDocument | null | undefined => {
    const pair = pairs.get(id)
    return pair && (pair.draft ?? pair.published)
  }
  const article = current(articleId)
  if (!article) {
    const unknown = article === undefined ? [articleId] : []
    const missing = unknown.length === 0 ? [articleId] : []
    return {
      piece: {order: [], required: [], missing, unknown},
      toPublish: [],
      obstacles: missing.map((id) => ({id, message: 'The article does not exist any more.'})),
    }
  }
  const piece = reach(article, current)
  const toPublish = piece.order.flatMap((id) => {
    const pair = pairs.get(id)
    return pair?.draft ? [{id, draft: pair.draft, published: pair.published}] : []
  })
  const unpublished = piece.required.filter((id) => !pairs.get(id)?.published)
  return {
    piece,
    toPublish,
    obstacles: [
      ...unpublished.map((id) => ({
        id,
        message: `The ${nameOf(current(id))} “${titleOf(current(id))}” has not been published yet. Publish it first.`,
      })),
      ...piece.missing.map((id) => ({
        id,
        message: 'Something in the article no longer exists. Remove it or choose another.',
      })),
    ],
  }
}

/** The actions of one transaction. A document that changed since fails them all. */
export function publishActions(state: PieceState): PublishAction[] {
  return state.toPublish.map(({id, draft, published}) => ({
    actionType: 'sanity.action.document.publish',
    draftId: draft._id,
    publishedId: id,
    ifDraftRevisionId: String(draft['_rev']),
    ...(published && {ifPublishedRevisionId: String(published['_rev'])}),
  }))
}

/** Sorts documents as the API answers them into pairs; ids that it did not answer have no form. */
export function toPairs(ids: readonly string[], found: readonly (PieceDocument | null)[]): Pairs {
  const byId = new Map(found.flatMap((document) => (document ? [[document._id, document]] : [])))
  return new Map(
    ids.map((id) => [
      id,
      {draft: byId.get(`drafts.${id}`) ?? null, published: byId.get(id) ?? null},
    ]),
  )
}

/** The newsroom's word for a document's type. */
export function nameOf(document: PieceDocument | null | undefined): string {
  return (document && NAMES[document._type]) || 'document'
}

/** What a document is called in lists; its type says which field that is. */
export function titleOf(document: PieceDocument | null | undefined): string {
  for (const field of ['headline', 'title', 'name', 'caption', 'text', 'alt']) {
    const value = document?.[field]
    if (typeof value === 'string' && value.trim()) return shorten(value.trim())
  }
  return 'without a title'
}

/** `2 photos, 1 quote and 1 article`. */
export function inWords(documents: readonly PieceDocument[]): string {
  const counts = new Map<string, number>()
  for (const document of documents) {
    const name = nameOf(document)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const parts = [...counts].map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`)
  return parts.length > 1
    ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
    : (parts[0] ?? '')
}

const shorten = (text: string): string => {
  const characters = Array.from(text)
  return characters.length > 90 ? `${characters.slice(0, 89).join('')}…` : text
}
