// What forbids publishing a photo, a quote or a source by itself, without an article.
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {checkAlternative, checkPhoto} from './photo.ts'
import {checkQuoteMayAppear} from './quote.ts'
import {nameOf, timeAt} from './reading.ts'
import {error} from './reason.ts'

/**
 * @param document as it would be published
 * @param users of one that was never published: the articles, drafts and live ones, that use it
 * @param now ISO 8601
 */
export function checkStandaloneMember(
  document: PieceDocument,
  users: readonly PieceDocument[],
  now: string,
): ReviewReason[] {
  const time = Date.parse(now)
  const reasons: ReviewReason[] = []
  if (document._type === 'photoWithCredit') {
    reasons.push(...checkPhoto(document, time, true), ...checkAlternative(document))
  }
  if (document._type === 'expertQuote') reasons.push(...checkQuoteMayAppear(document))
  const embargoed = users.find((article) => (timeAt(article, 'embargo', 'until') ?? 0) > time)
  if (embargoed) {
    reasons.push(
      error(
        'embargoElsewhere',
        {document},
        `It belongs to ${nameOf(embargoed)}, which is under embargo, and comes out with it.`,
      ),
    )
  }
  return reasons.filter(({severity}) => severity === 'error')
}

/** @param live published articles whose readers see it */
export function checkNotRead(id: string, live: readonly PieceDocument[]): ReviewReason[] {
  if (live.length === 0) return []
  return [
    error(
      'usedByLiveArticle',
      {document: id},
      `Readers see it in ${live.map(nameOf).slice(0, 3).join(', ')}: change it by the editorial action “amend”, which tells them.`,
    ),
  ]
}
