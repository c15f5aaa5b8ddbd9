// Which text of a quote somebody has verified: an edited text needs a new verification.
import type {PieceDocument} from './piece.ts'
import {sha256} from './sha256.ts'

/** Statuses that say that somebody has compared the words. */
export const CHECKED_STATUSES = ['sourceMatched', 'recordingChecked', 'confirmedBySpeaker']

/** A hash of the current text; the server stores it with the verification. */
export function verifiedTextHash(quote: PieceDocument | null): string {
  const text = quote?.['text']
  return sha256(typeof text === 'string' ? text : '').slice(0, 16)
}
