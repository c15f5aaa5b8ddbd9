// Names of documents for lists and sentences.
import {nounOf} from '../../../model/registry.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {shortTitle} from '../../ui/short-title.ts'

/** The newsroom's word for a document's type. */
export const nameOf = (document: PieceDocument | null | undefined): string =>
  nounOf(document?._type)

/** A document's name in lists. */
export const titleOf = (document: PieceDocument | null | undefined): string =>
  shortTitle(document) ?? 'without a title'
