// Where fronts show a piece in words or with a picture of their own.
import {publishedIdOf} from '../../model/ids.ts'
import {titleOf} from '../../model/registry.ts'
import type {PieceDocument} from '../piece.ts'
import {isFront, slotsOf} from './read-front.ts'

export interface FrontWords {
  /** What the front is called. */
  front: string
  headline?: string
  kicker?: string
  dek?: string
  hasPicture: boolean
}

/**
 * One for each front, of its draft if it has one.
 *
 * @param referrers IDs of the documents that refer to the piece
 */
export function wordsOnFronts(
  piece: string,
  find: (id: string) => PieceDocument | null,
  referrers: (id: string) => string[],
): FrontWords[] {
  const fronts = new Map<string, PieceDocument>()
  for (const id of referrers(piece)) {
    if (id.startsWith('versions.')) continue
    const front = find(id)
    const published = publishedIdOf(id)
    if (isFront(front) && (id !== published || !fronts.has(published))) fronts.set(published, front)
  }
  return [...fronts.values()].flatMap((front) =>
    slotsOf(front).flatMap(({piece: shown, headline, kicker, dek, photo}) => {
      if (shown !== piece || !(headline || kicker || dek || photo)) return []
      return [
        {
          front: titleOf(front) ?? 'A front',
          ...(headline && {headline}),
          ...(kicker && {kicker}),
          ...(dek && {dek}),
          hasPicture: photo !== undefined,
        },
      ]
    }),
  )
}
