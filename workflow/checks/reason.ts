// Makes the reasons against an editorial action, each with its document and field.
import type {PieceDocument} from '../piece.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {ReviewReason} from '../../model/records.ts'

interface Place {
  document: PieceDocument | string
  path?: string
}

const idOf = (document: PieceDocument | string): string =>
  publishedIdOf(typeof document === 'string' ? document : document._id)

/** Prevents the action until it is corrected. */
export function error(code: string, {document, path}: Place, message: string): ReviewReason {
  return {code, severity: 'error', document: idOf(document), ...(path ? {path} : {}), message}
}

/** Prevents the action until it is corrected, or an editor overrides it with a reason. */
export function overridable(code: string, place: Place, message: string): ReviewReason {
  return {...error(code, place, message), overridable: true}
}

/** Advice that prevents nothing. */
export function warning(code: string, place: Place, message: string): ReviewReason {
  return {...error(code, place, message), severity: 'warning'}
}
