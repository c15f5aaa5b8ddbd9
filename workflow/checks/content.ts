// Checks the content of a piece.
import {nounOf} from '../../model/registry.ts'
import {currentOf, type Closure, type GatheredPiece} from '../gather.ts'
import type {ReviewReason} from '../../model/records.ts'
import {checkAuthor} from './author.ts'
import {checkPiece, checkUses} from './piece.ts'
import {checkPhoto} from './photo.ts'
import {checkQuote} from './quote.ts'
import {nameOf, timeAt} from './reading.ts'
import {error, warning} from './reason.ts'

export interface Moment {
  /** Milliseconds: when the piece would be published. */
  time: number
  /** False for a look ahead: a reason that ends with time does not count yet. */
  isPublication: boolean
}

export function checkContent(
  {root: pair, review, closure}: Pick<GatheredPiece, 'root' | 'review' | 'closure'>,
  {time, isPublication}: Moment,
): ReviewReason[] {
  const article = currentOf(pair)
  if (!article) return []
  const reasons = checkPiece(article, closure)
  if (isPublication) reasons.push(...checkEmbargoElsewhere(closure, time))
  for (const member of closure.members) {
    const document = currentOf(member)
    if (document?._type === 'photoWithCredit') {
      reasons.push(...checkPhoto(document, time, isPublication))
    }
    if (document?._type === 'expertQuote') reasons.push(...checkQuote(document))
    if (document?._type === 'author') {
      reasons.push(...checkAuthor(document), ...checkUses(document, closure))
    }
    if (document && member.usedElsewhere) {
      const say = isPublication ? error : warning
      reasons.push(
        say(
          'usedByLiveArticle',
          {document},
          `Readers of another article see ${nameOf(document)}, which was changed: amend it first, so that they are told.`,
        ),
      )
    }
  }
  if (review?.legal?.state === 'required') {
    reasons.push(
      error('legalNotCleared', {document: article}, 'The legal check is not finished yet.'),
    )
  }
  const embargo = timeAt(article, 'embargo', 'until')
  if (embargo !== undefined && embargo > time) {
    const noun = nounOf(article._type)
    const place = {document: article, path: 'embargo.until'}
    if (pair.published) {
      reasons.push(
        error(
          'embargoOnLive',
          place,
          `Readers see this ${noun} already: withdraw it before you put it under embargo.`,
        ),
      )
    } else if (isPublication) {
      reasons.push(
        error(
          'embargoAhead',
          place,
          `The ${noun} is under embargo and cannot appear before its time.`,
        ),
      )
    } else {
      reasons.push(warning('embargoAhead', place, `The ${noun} is under embargo.`))
    }
  }
  return reasons
}

/** New documents of an article under embargo are published with it and with no other article. */
export function checkEmbargoElsewhere({members}: Closure, time: number): ReviewReason[] {
  return members.flatMap((member) => {
    const document = currentOf(member)
    const until = timeAt(member.embargoed, 'until')
    if (!document || until === undefined || until <= time) return []
    return [
      error(
        'embargoElsewhere',
        {document},
        'A part of this piece belongs to another article under embargo and comes out with it.',
      ),
    ]
  })
}
