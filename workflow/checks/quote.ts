// What a quote needs before readers may see it.
import type {PieceDocument} from '../piece.ts'
import {CHECKED_STATUSES, verifiedTextHash} from '../verified-text.ts'
import type {ReviewReason} from '../../model/records.ts'
import {at, nameOf, refAt, textAt} from './reading.ts'
import {error, overridable} from './reason.ts'

/** Contested or off the record: not even by itself. */
export function checkQuoteMayAppear(quote: PieceDocument): ReviewReason[] {
  const reasons: ReviewReason[] = []
  const name = nameOf(quote)
  if (textAt(quote, 'terms') === 'offRecord') {
    reasons.push(
      error(
        'quoteOffRecord',
        {document: quote, path: 'terms'},
        `${name} was said off the record and cannot be published.`,
      ),
    )
  }
  const status = textAt(quote, 'verification', 'status')
  if (status === 'disputed' || status === 'retracted') {
    reasons.push(
      error(
        status === 'disputed' ? 'quoteDisputed' : 'quoteRetracted',
        {document: quote, path: 'verification.status'},
        status === 'disputed'
          ? `The quote ${name} is disputed; it stays out until that is settled.`
          : `The quote ${name} was retracted and cannot be published.`,
      ),
    )
  }
  return [...reasons, ...checkSpeakers(quote)]
}

/** Whether it tells what was said off the record, or who said something without being named. */
export function mustStayUnnamed(quote: PieceDocument): boolean {
  const codes = checkQuoteMayAppear(quote).map(({code}) => code)
  return codes.includes('quoteOffRecord') || codes.includes('quoteNamesAnonymous')
}

function checkSpeakers(quote: PieceDocument): ReviewReason[] {
  const name = nameOf(quote)
  const terms = textAt(quote, 'terms')
  const listed = at(quote, ['speakers'])
  const speakers = Array.isArray(listed) ? listed : []
  const attribution = textAt(quote, 'attribution')
  if (terms === 'background' || terms === 'deepBackground') {
    const reasons: ReviewReason[] = []
    if (speakers.length > 0) {
      reasons.push(
        error(
          'quoteNamesAnonymous',
          {document: quote, path: 'speakers'},
          `${name} was said on background: remove the speakers, readers could see them.`,
        ),
      )
    }
    if (!attribution) {
      reasons.push(
        error(
          'quoteUnattributed',
          {document: quote, path: 'attribution'},
          `${name} was said on background and needs words that stand for the person in print.`,
        ),
      )
    }
    if (!textAt(quote, 'anonymityReason')) {
      reasons.push(
        error(
          'anonymityReasonMissing',
          {document: quote, path: 'anonymityReason'},
          `${name}: readers must be told why this person is not named.`,
        ),
      )
    }
    return reasons
  }
  const kind = textAt(quote, 'kind') ?? 'direct'
  const isDirect = kind === 'direct' || kind === 'partial'
  if (!isDirect || attribution || speakers.some((speaker) => refAt(speaker, 'source'))) return []
  return [
    error(
      'quoteUnattributed',
      {document: quote, path: 'speakers'},
      `Who said ${name}? A direct quote needs a speaker or an attribution.`,
    ),
  ]
}

/** Whether somebody has compared the present words. */
export function isVerified(quote: PieceDocument): boolean {
  const words = textAt(quote, 'verification', 'verifiedWords')
  return (
    CHECKED_STATUSES.includes(textAt(quote, 'verification', 'status') ?? '') &&
    (words === undefined || words === verifiedTextHash(quote))
  )
}

/** In an article: everything above, and that somebody has compared the words. */
export function checkQuote(quote: PieceDocument): ReviewReason[] {
  const reasons = checkQuoteMayAppear(quote)
  const kind = textAt(quote, 'kind') ?? 'direct'
  const status = textAt(quote, 'verification', 'status') ?? 'unverified'
  if (kind === 'direct' && status === 'unverified') {
    reasons.push(
      overridable(
        'quoteUnverified',
        {document: quote, path: 'verification.status'},
        `Nobody has verified the quote ${nameOf(quote)} yet.`,
      ),
    )
  }
  const verified = textAt(quote, 'verification', 'verifiedWords')
  if (status !== 'unverified' && verified && verified !== verifiedTextHash(quote)) {
    const by = textAt(quote, 'verification', 'by')
    reasons.push(
      overridable(
        'quoteUnverified',
        {document: quote, path: 'verification.status'},
        `The words of ${nameOf(quote)} were changed after ${by ?? 'somebody'} verified them.`,
      ),
    )
  }
  if (!textAt(quote, 'text')) {
    reasons.push(
      error('quoteEmpty', {document: quote, path: 'text'}, 'A quote in this piece has no words.'),
    )
  }
  return reasons
}
