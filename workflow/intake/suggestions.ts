// What intake has set and nobody has confirmed yet. It is kept beside the piece in a private document, so that
// confirming it changes no content and no approval lapses.
import type {TypeName} from '../../model/content-types.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {PieceDocument} from '../piece.ts'
import type {Draft} from './documents.ts'

/** What intake makes of a file. */
export const INTAKE_TYPE = 'article' satisfies TypeName

/** The part of a document that intake has set. */
export type SuggestedPart = 'quote' | 'speakers' | 'credit'

export interface Suggestion {
  _key: string
  /** Published ID of the quote or the photo. */
  document: string
  part: SuggestedPart
}

/** What is kept about an article that came by intake. */
export interface IntakeRecord extends Draft {
  _type: 'privateIntake'
  article: {_type: 'reference'; _ref: string; _weak: true}
  fileName?: string
  /** SHA-256 of the file, hexadecimal: the same file is not taken twice unasked. */
  fileHash: string
  suggested: Suggestion[]
  /** Lines of the page around the article: no word is lost. */
  leftOut: string[]
}

export const intakeIdOf = (articleId: string): string =>
  `private.intake.${publishedIdOf(articleId)}`

/** Everything that a person has to confirm in the drafts of an intake. */
export function suggestionsOf(documents: readonly Draft[]): Suggestion[] {
  return documents.flatMap((document) =>
    partsOf(document).map((part) => {
      const id = publishedIdOf(document._id)
      return {_key: `${id}-${part}`, document: id, part}
    }),
  )
}

function partsOf(document: Draft): SuggestedPart[] {
  if (document._type === 'photoWithCredit') return document['creditLine'] ? ['credit'] : []
  if (document._type !== 'expertQuote') return []
  return document['speakers'] || document['attribution'] ? ['quote', 'speakers'] : ['quote']
}

/** The suggestions of a private document that are still open. Empty where there is none. */
export function openSuggestions(record: PieceDocument | null): Suggestion[] {
  const suggested = record?._type === 'privateIntake' ? record['suggested'] : undefined
  return Array.isArray(suggested) ? suggested.flatMap((one) => asSuggestion(one)) : []
}

/** What people call a part, and its field. */
export const SUGGESTED_PARTS: Record<SuggestedPart, {words: string; path: string}> = {
  quote: {words: 'the words', path: 'text'},
  speakers: {words: 'the speaker', path: 'speakers'},
  credit: {words: 'the credit', path: 'creditLine'},
}

const PARTS = Object.keys(SUGGESTED_PARTS) as SuggestedPart[]

function asSuggestion(value: unknown): Suggestion[] {
  const {_key, document, part} = Object(value) as Partial<Record<keyof Suggestion, unknown>>
  const known = PARTS.find((one) => one === part)
  return typeof _key === 'string' && typeof document === 'string' && known
    ? [{_key, document, part: known}]
    : []
}

/** The patch of the private document that takes away what a person has confirmed. */
export function confirmPatch(confirmed: readonly Pick<Suggestion, '_key'>[]): {unset: string[]} {
  return {unset: confirmed.map(({_key}) => `suggested[_key==${JSON.stringify(_key)}]`)}
}

/** Suggestions about the same quote or photo, in the order of the article. */
export function byDocument(open: readonly Suggestion[]): Map<string, Suggestion[]> {
  return Map.groupBy(open, ({document}) => document)
}
