// What fronts say of a piece in their own words: who approves the piece sees it, too.
import type {ReviewReason} from '../../model/records.ts'
import type {FrontWords} from '../fronts/words-on-fronts.ts'
import type {GatheredPiece} from '../gather.ts'
import {warning} from './reason.ts'

/** One warning for each front. It prevents nothing: the front is its editors'. */
export function checkFrontWords({root, onFronts}: GatheredPiece): ReviewReason[] {
  return onFronts.map((words) =>
    warning(
      'frontWords',
      {document: root.id},
      `${words.front} says it in words of its own: ${inWords(words)}.`,
    ),
  )
}

function inWords({headline, kicker, dek, hasPicture}: FrontWords): string {
  return [
    ...(kicker ? [`the kicker “${kicker}”`] : []),
    ...(headline ? [`the headline “${headline}”`] : []),
    ...(dek ? [`the standfirst “${dek}”`] : []),
    ...(hasPicture ? ['another picture'] : []),
  ].join(', ')
}
