// Making reasons: what stands in the way, where, and in whose words.
import type {PieceDocument} from '../piece.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {ReviewReason} from '../../model/records.ts'

interface Place {
  document: PieceDocument | string
  path?: string
}

const idOf = (document: PieceDocument | string): string =>
  publishedIdOf(typeof document === 'string' ? document : document._id)

/** Blocks it until it is put right. */
export function error(code: string, {document, path}: Place, message: string): ReviewReason {
  return {code, severity: 'error', document: idOf(document), ...(path ? {path} : {}), message}
}

/** Blocks it until it is put right, or an editor says why it need not be. */
export function overridable(code: string, place: Place, message: string): ReviewReason {
  return {...error(code, place, message), overridable: true}
}

/** Said, and no more. */
export function warning(code: string, place: Place, message: string): ReviewReason {
  return {...error(code, place, message), severity: 'warning'}
}
