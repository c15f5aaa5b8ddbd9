// Whether anything performs what is scheduled. Our own server has a timer; on the hosted lake
// somebody has to see to it, and says so when the studio is built.
import type {EditorialAction} from '../../../model/editorial-actions.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {workspaceMode} from '../workspace-mode.ts'

/** The reason against scheduling where nothing would come of it. */
export function noTimer(act: EditorialAction, articleId: string): ReviewReason[] {
  const {embedded} = workspaceMode()
  if (act !== 'schedule' || embedded || process.env.SANITY_STUDIO_SCHEDULING === 'on') return []
  return [
    {
      code: 'noTimer',
      severity: 'error',
      document: articleId,
      message: 'Nothing is published by itself here: publish it yourself when it is time.',
    },
  ]
}
