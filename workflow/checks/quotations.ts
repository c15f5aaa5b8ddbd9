// A quotation is not altered: words of the text that are annotated with a quote are its words.
import {alteredParts, bothVersions} from '../../model/altered-words.ts'
import {pathText} from '../../model/path-text.ts'
import {quotationsIn} from '../../model/quotations.ts'
import type {ReviewReason} from '../../model/records.ts'
import type {PieceDocument} from '../piece.ts'
import {isVerified} from './quote.ts'
import {nameOf, textAt} from './reading.ts'
import {error, overridable} from './reason.ts'

/** Annotated words of a piece that differ from their quote. */
export interface AlteredWords {
  /** Of the annotation. */
  path: string
  text: string
  quote: PieceDocument
}

/** @param find a quote by its published ID; null for those that do not matter */
export function alteredWordsIn(
  piece: PieceDocument,
  find: (id: string) => PieceDocument | null,
): AlteredWords[] {
  return quotationsIn(piece).flatMap(({quote: id, parts}) => {
    const quote = find(id)
    const words = textAt(quote, 'text')
    // A paraphrase is in our words.
    if (!quote || !words || textAt(quote, 'kind') === 'paraphrase') return []
    const altered = alteredParts(
      parts.map(({text}) => text),
      words,
    )
    return parts
      .filter((_, index) => altered.includes(index))
      .map(({path, text}) => ({path: pathText(path), text, quote}))
  })
}

/** Verified words are not altered. Altering others needs a reason, for all of a piece together. */
export function checkQuotations(
  piece: PieceDocument,
  find: (id: string) => PieceDocument | null,
): ReviewReason[] {
  const altered = alteredWordsIn(piece, find)
  return [
    ...altered
      .filter(({quote}) => isVerified(quote))
      .map((words) =>
        error(
          'quotationAltered',
          {document: piece, path: words.path},
          `${describe(words)} These words are verified: restore them, or put what was changed in brackets.`,
        ),
      ),
    ...reasonFor(
      piece,
      altered.filter(({quote}) => !isVerified(quote)),
    ),
  ]
}

/** Words of live articles that would differ from their quotes once these are amended. */
export function checkAmendedQuotations(
  article: PieceDocument,
  find: (id: string) => PieceDocument | null,
): ReviewReason[] {
  return reasonFor(article, alteredWordsIn(article, find), ` in ${nameOf(article)}`)
}

function reasonFor(
  piece: PieceDocument,
  altered: readonly AlteredWords[],
  where = '',
): ReviewReason[] {
  const [first, ...more] = altered
  if (!first) return []
  const many = more.length === 0 ? 'Quoted words differ' : `${more.length + 1} quotations differ`
  return [
    overridable(
      'quotationAltered',
      {document: piece, path: first.path},
      `${many}${where} from the quote. ${altered.map(describe).join(' ')}`,
    ),
  ]
}

const describe = ({text, quote}: AlteredWords): string =>
  bothVersions(text, textAt(quote, 'text') ?? '')
