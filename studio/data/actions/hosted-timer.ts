// Whether scheduled actions are performed. The newsroom's server has a timer. On the hosted lake it is set up separately,
// and `SANITY_STUDIO_SCHEDULING=on` tells the studio's build.
import type {EditorialAction} from '../../../model/editorial-actions.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {workspaceMode} from '../workspace-mode.ts'

/** The reason against scheduling if there is no timer. */
export function noTimer(action: EditorialAction, articleId: string): ReviewReason[] {
  const {embedded} = workspaceMode()
  if (action !== 'schedule' || embedded || process.env.SANITY_STUDIO_SCHEDULING === 'on') return []
  return [
    {
      code: 'noTimer',
      severity: 'error',
      document: articleId,
      message: 'Nothing is published by itself here: publish it yourself when it is time.',
    },
  ]
}
