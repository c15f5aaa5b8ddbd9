// Sharing a preview, taking it back, remarking on it: each one transaction, as the acts on a piece are.
import {error} from '../checks/reason.ts'
import {remark} from './remark.ts'
import type {PreviewRequest} from './requests.ts'
import {revoke} from './revoke.ts'
import {share} from './share.ts'
import type {Done, PreviewEnvironment} from './types.ts'

/** Performs one of them on what `read` finds. */
export function performOnPreview(request: PreviewRequest, environment: PreviewEnvironment): Done {
  if (request.act === 'remark') return remark(request, environment)
  if (!environment.actor.roles.includes('editor')) {
    const document = request.act === 'sharePreview' ? request.articleId : request.linkId
    return {reasons: [error('roleMissing', {document}, 'Previews are shared by an editor.')]}
  }
  return request.act === 'sharePreview' ? share(request, environment) : revoke(request, environment)
}
