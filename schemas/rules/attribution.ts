// Who is said to have said it, and when that person must not be named.
import type {CustomValidator} from 'sanity'

interface Quote {
  kind?: string
  terms?: string
  speakers?: {source?: {_ref?: string}}[]
  attribution?: string
}

const IN_QUOTATION_MARKS = ['direct', 'partial']

/** Terms under which the words may be printed but not the name. */
export function isAnonymous(terms: string | undefined): boolean {
  return terms === 'background' || terms === 'deepBackground'
}

const isAttributed = (quote: Quote) =>
  Boolean(quote.attribution?.trim()) || Boolean(quote.speakers?.some(({source}) => source?._ref))

/** Words in quotation marks are somebody's: a speaker, or the words that stand for one in print. */
export const directQuoteIsAttributed: CustomValidator<string | undefined> = (_, {document}) => {
  const quote = (document ?? {}) as Quote
  return (
    !IN_QUOTATION_MARKS.includes(quote.kind ?? 'direct') ||
    isAttributed(quote) ||
    'Who said this? A direct quote needs a speaker or an attribution.'
  )
}

/** What is only reported should be attributed too. */
export const reportedSpeechIsAttributed: CustomValidator<string | undefined> = (_, {document}) => {
  const quote = (document ?? {}) as Quote
  return (
    IN_QUOTATION_MARKS.includes(quote.kind ?? 'direct') ||
    isAttributed(quote) ||
    'Readers will ask who says so: add a speaker or an attribution.'
  )
}

/** A speaker on background is named only in the confidential document. */
export const noSpeakersWhenAnonymous: CustomValidator<unknown[] | undefined> = (
  speakers,
  {document},
) =>
  !isAnonymous((document as Quote | undefined)?.terms) ||
  !speakers?.length ||
  'This was said on background: remove the speakers here, readers could see them. Put the name under Confidential.'

/** An anonymous quote still says, in print, what kind of person is speaking. */
export const attributionWhenAnonymous: CustomValidator<string | undefined> = (
  attribution,
  {document},
) =>
  !isAnonymous((document as Quote | undefined)?.terms) ||
  Boolean(attribution?.trim()) ||
  'Said on background: write the words that stand for the person in print, such as “a senior diplomat”.'

/** Anonymity is granted for a reason, and the reader is told it. */
export const reasonWhenAnonymous: CustomValidator<string | undefined> = (reason, {document}) =>
  !isAnonymous((document as Quote | undefined)?.terms) ||
  Boolean(reason?.trim()) ||
  'Say why this person is not named. Readers can read the reason.'
