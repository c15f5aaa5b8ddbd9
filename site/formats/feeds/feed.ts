import type {ReactNode} from 'react'
import type {Piece} from '../../piece.ts'
import {isoMoment, modifiedAt} from '../feed-article.ts'
import {addressOf, type Publisher} from '../publisher.ts'

/** A piece in a feed. */
export interface FeedEntry {
  piece: Piece
  /** Its whole text, without headline and corrections. */
  text: () => ReactNode
}

/** A list of pieces, before it becomes RSS, Atom or JSON. */
export interface Feed {
  /** The document whose pieces these are: it outlasts its title and its address. */
  _id: string
  title: string
  description: string | null | undefined
  /** The path of the page that shows the same list. */
  path: string
  entries: readonly FeedEntry[]
}

/** The address of one of a feed's forms, `feed.xml`. */
export const feedAddress = (publisher: Publisher, {path}: Feed, name: string): string =>
  addressOf(publisher, `${path === '/' ? '' : path}/${name}`)

/** When the newest change in a feed was made; the beginning of time for an empty one. */
export function feedUpdatedAt({entries}: Feed): string {
  const moments = entries.flatMap(({piece}) => modifiedAt(piece) ?? [])
  return moments.toSorted().at(-1) ?? isoMoment('1970-01-01T00:00:00Z') ?? ''
}
