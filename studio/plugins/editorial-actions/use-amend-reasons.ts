// The reasons against amending a photo, quote or source, live, from the same checks as on the server.
import {useMemo} from 'react'
import {useCurrentUser} from 'sanity'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {checkAmendment} from '../../../workflow/checks/amendment.ts'
import type {ReviewReason} from '../../../model/records.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {actingUser} from '../../data/actions/acting-user.ts'
import {useEditorialPolicy} from '../../data/actions/use-editorial-policy.ts'

const NOTHING_SAID: Partial<EditorialActionRequest> = {}

/** @param request what has been typed so far; the same object as long as it does not change */
export function useAmendReasons(
  status: PieceStatus,
  request: Partial<EditorialActionRequest> = NOTHING_SAID,
): ReviewReason[] {
  const user = useCurrentUser()
  const policy = useEditorialPolicy()
  const now = useMinute()
  return useMemo(() => {
    if (status.status !== 'ready' || !status.use) return []
    const {piece, use} = status
    const actor = actingUser(user, workspaceMode().embedded)
    const input = {piece, live: use.liveArticles, changedBy: use.changedBy, request, policy}
    return checkAmendment(input, actor, new Date(now).toISOString())
  }, [status, request, user, policy, now])
}
