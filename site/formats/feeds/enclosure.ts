import type {Piece} from '../../piece.ts'
import {addressOf, type Publisher} from '../publisher.ts'

/** A file that comes with a piece in a feed; all formats ask for these three. */
export interface Enclosure {
  url: string
  /** The media type. */
  type: string
  /** In bytes. */
  length: number
}

/** The recording of a piece; undefined where it has none, or where its file is not described. */
export function enclosureOf(
  {audio}: Pick<Piece, 'audio'>,
  publisher: Publisher,
): Enclosure | undefined {
  const {_id = '', size, mimeType} = audio?.asset ?? {}
  const path = publisher.images.file(_id)
  if (!path || !mimeType || !Number.isSafeInteger(size)) return undefined
  return {url: addressOf(publisher, path), type: mimeType, length: Number(size)}
}
