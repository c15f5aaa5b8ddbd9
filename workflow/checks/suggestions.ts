// What intake has set and nobody has confirmed: an editor must know before the piece is approved.
import type {EditorialAction} from '../../model/editorial-actions.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {nounOf} from '../../model/registry.ts'
import type {ReviewReason} from '../../model/records.ts'
import {documentsOf, type GatheredPiece} from '../gather.ts'
import {SUGGESTED_PARTS} from '../intake/suggestions.ts'
import {nameOf} from './reading.ts'
import {overridable} from './reason.ts'

/** One reason for each quote or photo of the piece with something unconfirmed. */
export function checkSuggestions(piece: GatheredPiece, act: EditorialAction): ReviewReason[] {
  if (act !== 'approve') return []
  return documentsOf(piece).flatMap((document) => {
    const own = piece.suggested.filter((one) => one.document === publishedIdOf(document._id))
    const [first] = own
    if (!first) return []
    const parts = own.map(({part}) => SUGGESTED_PARTS[part].words).join(' and ')
    const message = `Nobody has confirmed ${parts} of the ${nounOf(document._type)} ${nameOf(document)}, as intake has read them.`
    return [
      overridable(
        'suggestionUnconfirmed',
        {document, path: SUGGESTED_PARTS[first.part].path},
        message,
      ),
    ]
  })
}
