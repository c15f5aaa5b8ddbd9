// A view: how the site shows the pieces of one type.
import type {ComponentType, ReactNode} from 'react'
import {MOVED_QUERY} from '../../queries/pieces.ts'
import type {PublicPiece} from '../../model/content-types.ts'
import {Card} from '../components/card.tsx'
import type {ContentClient} from '../content-client.ts'
import type {Translation} from '../display/translations.ts'
import type {FeedEntry} from '../formats/feeds/feed.ts'
import type {HeadTags} from '../formats/head/head-tags.ts'
import {pieceHead} from '../formats/head/page-heads.ts'
import type {Publisher} from '../formats/publisher.ts'
import {range} from '../paging.ts'
import type {CardPiece, EmbeddedPiece, Piece, PreviewFacts} from '../piece.ts'

/** A piece that was found, and what can be made of it. */
export interface Shown<Found extends Piece = Piece> {
  piece: Found
  page: () => ReactNode
  head: (publisher: Publisher) => HeadTags
  translations: Translation[]
}

export interface Listed {
  total: number
  entries: {id: string; entry: ReactNode}[]
}

export interface View {
  /** A published piece; null where none has this slug. */
  bySlug(client: ContentClient, slug: string): Promise<Shown | null>
  /** A piece as the client sees it, with a slug or without. */
  byId(client: ContentClient, id: string): Promise<Shown<Piece & PreviewFacts> | null>
  /** What a card shows of a published piece, by its present slug or a former one. */
  card(client: ContentClient, slug: string): Promise<EmbeddedPiece | null>
  /** A page of the list of all of them. */
  list?(client: ContentClient, positions: Positions): Promise<Listed>
  /** The newest ones, for feeds. */
  newest(client: ContentClient): Promise<FeedEntry[]>
}

interface Positions {
  start: number
  end: number
}

/**
 * What differs from type to type. The queries answer a piece under the names of `Piece`: `Found` as its
 * page shows it, `Listed` as lists and feeds do.
 */
interface ViewParts<Found extends InList, InList extends Piece> {
  type: PublicPiece
  bySlug(client: ContentClient, slug: string): Promise<Found | null>
  byId(client: ContentClient, id: string): Promise<(Found & PreviewFacts) | null>
  /** A page of all of them, newest first, at the `list` of the registry. */
  list?(
    client: ContentClient,
    positions: Positions,
  ): Promise<{total: number; pieces: readonly InList[]}>
  /** The newest ones, for feeds; the first page of the list where absent. */
  newest?(client: ContentClient): Promise<readonly InList[]>
  /** As in `View`; the whole piece where absent. */
  card?(client: ContentClient, slug: string): Promise<EmbeddedPiece | null>
  Page: ComponentType<{piece: Found}>
  /** In the list; a card where absent. */
  Entry?: ComponentType<{piece: InList}>
  /** The whole text in feeds, without headline and corrections. */
  Text: ComponentType<{piece: InList}>
  /** Metadata for machines; by default that of any piece. */
  head?(piece: Found, publisher: Publisher): HeadTags
  translations?(piece: Found): Translation[]
}

/** Makes a view of its parts. */
export function createView<Found extends InList, InList extends Piece = Found>(
  parts: ViewParts<Found, InList>,
): View {
  const {type, list, Page, Text, Entry = RowCard, head = pieceHead, translations} = parts

  const shown = <One extends Found>(piece: One): Shown<One> => ({
    piece,
    page: () => <Page piece={piece} />,
    head: (publisher) => head(piece, publisher),
    translations: translations?.(piece) ?? [],
  })

  async function card(client: ContentClient, slug: string): Promise<EmbeddedPiece | null> {
    const present = await parts.bySlug(client, slug)
    if (present) return present
    const moved = await client.fetch(MOVED_QUERY, {type, slug})
    return moved ? await parts.bySlug(client, moved) : null
  }

  return {
    async bySlug(client, slug) {
      const piece = await parts.bySlug(client, slug)
      return piece && shown(piece)
    },
    async byId(client, id) {
      const piece = await parts.byId(client, id)
      return piece && shown(piece)
    },
    card: parts.card ?? card,
    ...(list && {
      async list(client, positions) {
        const {total, pieces} = await list(client, positions)
        const entries = pieces.map((piece) => ({id: piece._id, entry: <Entry piece={piece} />}))
        return {total, entries}
      },
    }),
    async newest(client) {
      const pieces = parts.newest
        ? await parts.newest(client)
        : (await list?.(client, range(1)))?.pieces
      return (pieces ?? []).map((piece) => ({piece, text: () => <Text piece={piece} />}))
    },
  }
}

const RowCard = ({piece}: {piece: CardPiece}) => <Card article={piece} variant="row" level="h2" />
