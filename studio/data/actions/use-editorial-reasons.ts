// The reasons against an editorial action, live, from the same checks as on the server.
import {useMemo} from 'react'
import {useCurrentUser} from 'sanity'
import type {EditorialAction, EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {check} from '../../../workflow/check.ts'
import type {ReviewReason} from '../../../model/records.ts'
import type {PieceStatus} from '../piece/follow-piece.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {actingUser} from './acting-user.ts'
import {noTimer} from './hosted-timer.ts'
import {useEditorialPolicy} from './use-editorial-policy.ts'

export interface ActionReasons {
  /** Reasons that prevent it. */
  errors: ReviewReason[]
  warnings: ReviewReason[]
  all: ReviewReason[]
}

const NONE: ActionReasons = {errors: [], warnings: [], all: []}

/** @param request the fields that were typed so far */
export function useEditorialReasons(
  status: PieceStatus,
  action: EditorialAction,
  request?: Partial<EditorialActionRequest>,
): ActionReasons {
  const user = useCurrentUser()
  const policy = useEditorialPolicy()
  return useMemo(() => {
    if (status.status !== 'ready') return NONE
    const actor = actingUser(user, workspaceMode().embedded)
    const all = noTimer(action, status.piece.root.id).concat(
      check(
        {...status.piece, hash: () => status.hash, act: action, request: request ?? {}, policy},
        actor,
        thisMoment(),
      ),
    )
    return {
      all,
      errors: all.filter(({severity}) => severity === 'error'),
      warnings: all.filter(({severity}) => severity === 'warning'),
    }
  }, [status, action, request, user, policy])
}

/** Reasons depend on the time: they are computed again whenever anything changes. */
const thisMoment = (): string => new Date().toISOString()
