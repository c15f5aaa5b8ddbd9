// A link is taken back before its time.
import {error} from '../checks/reason.ts'
import {signature} from '../perform/review.ts'
import {isPreviewLink} from './records.ts'
import type {PieceDocument} from '../piece.ts'
import type {Done, PreviewEnvironment, RequestOf} from './types.ts'

export function revoke(
  {linkId}: RequestOf<'revokePreview'>,
  environment: PreviewEnvironment,
): Done {
  const link = environment.read(linkId)
  if (!isPreviewLink(link)) {
    return {reasons: [error('noLink', {document: linkId}, 'There is no such link.')]}
  }
  // Revoking it a second time is not an error.
  if (link.revoked) return {mutations: []}
  const {_rev: _, _updatedAt: __, ...fields}: PieceDocument = link
  return {mutations: [{createOrReplace: {...fields, revoked: signature(environment)}}]}
}
