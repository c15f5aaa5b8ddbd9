// What documents are called, in lists and sentences.
import {nounOf, titleOf as titleIn} from '../../../model/content-types.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'

/** The newsroom's word for a document's type. */
export const nameOf = (document: PieceDocument | null | undefined): string =>
  nounOf(document?._type)

/** What a document is called in lists. */
export const titleOf = (document: PieceDocument | null | undefined): string =>
  shorten(titleIn(document)?.trim() ?? 'without a title')

const shorten = (text: string): string => {
  const characters = Array.from(text)
  return characters.length > 90 ? `${characters.slice(0, 89).join('')}…` : text
}
