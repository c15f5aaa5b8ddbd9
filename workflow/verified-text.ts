// Which words of a quote somebody has verified: others are not verified by it.
import type {PieceDocument} from './piece.ts'
import {sha256} from './sha256.ts'

/** A mark for the words as they stand; the server keeps it beside who verified them. */
export function verifiedTextHash(quote: PieceDocument | null): string {
  const text = quote?.['text']
  return sha256(typeof text === 'string' ? text : '').slice(0, 16)
}
