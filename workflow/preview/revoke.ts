// A link is taken back before its time.
import {error} from '../checks/reason.ts'
import {signature} from '../perform/review.ts'
import type {PreviewLink} from './records.ts'
import type {Done, PreviewEnvironment, RequestOf} from './types.ts'

export function revoke(
  {linkId}: RequestOf<'revokePreview'>,
  environment: PreviewEnvironment,
): Done {
  const found = environment.read(linkId)
  if (found?._type !== 'previewLink') {
    return {reasons: [error('noLink', {document: linkId}, 'There is no such link.')]}
  }
  const link = found as unknown as PreviewLink
  // Whoever takes it back a second time has what they wanted.
  if (link.revoked) return {mutations: []}
  const {_rev: _, _updatedAt: __, ...kept} = found
  return {mutations: [{createOrReplace: {...kept, revoked: signature(environment)}}]}
}
