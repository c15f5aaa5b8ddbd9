// What is known of the stories and pictures of a front, from the documents around it.
import {isPieceType} from '../../model/registry.ts'
import {draftIdOf} from '../../model/ids.ts'
import {timeAt} from '../checks/reading.ts'
import type {PieceDocument} from '../piece.ts'
import type {Photos, TidyInput} from './tidy-front.ts'

export interface AroundFront {
  read: (id: string) => PieceDocument | null
  referrers: (id: string) => string[]
  /** ISO 8601 */
  now: string
}

/** Of a front that readers see. */
export function tidying({read, referrers, now}: AroundFront): TidyInput {
  const time = Date.parse(now)
  return {
    isThere: (piece) => {
      const live = pieceAt(piece, read)
      return live !== null && (timeAt(live, 'embargo', 'until') ?? 0) <= time
    },
    isOffFronts: (piece) =>
      referrers(piece).some((id) => !id.includes('.') && read(id)?._type === 'offFronts'),
    photo: photosIn({read}),
    now: time,
  }
}

/** Of a draft or a version, which may go on with what readers can open later. */
export function draftTidying(around: AroundFront): TidyInput {
  const {read} = around
  const isThere = (piece: string): boolean =>
    (pieceAt(piece, read) ?? pieceAt(draftIdOf(piece), read)) !== null
  return {...tidying(around), isThere}
}

export const photosIn =
  ({read}: Pick<AroundFront, 'read'>): Photos =>
  (id) => ({published: read(id), draft: read(draftIdOf(id))})

/** Nothing else is a story, whatever a place of a front refers to. */
function pieceAt(id: string, read: AroundFront['read']): PieceDocument | null {
  const document = read(id)
  return isPieceType(document?._type) ? document : null
}
