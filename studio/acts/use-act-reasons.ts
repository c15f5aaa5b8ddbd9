// What stands in the way of an act, live, as the server would say it.
import {useMemo} from 'react'
import {useCurrentUser} from 'sanity'
import type {ActName, ActRequest} from '../../workflow/acts.ts'
import {check} from '../../workflow/check.ts'
import type {ReviewReason} from '../../workflow/records.ts'
import type {PieceStatus} from '../piece/piece-store.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {actingUser} from './acting-user.ts'
import {noTimer} from './hosted-timer.ts'
import {useActPolicy} from './use-act-policy.ts'

/** What a dialog asks for: before it is open, nobody can have said it. */
const ASKED_FOR = new Set(['noteMissing', 'publishAtMissing', 'kindMissing', 'readerNoteMissing'])

export interface ActReasons {
  /** Refusing ones that no dialog can settle by asking. */
  errors: ReviewReason[]
  warnings: ReviewReason[]
  /** Refusing ones of the piece itself: not of the person's role or of where it stands. */
  all: ReviewReason[]
}

const NONE: ActReasons = {errors: [], warnings: [], all: []}

/** @param request what has been said so far */
export function useActReasons(
  status: PieceStatus,
  act: ActName,
  request?: Partial<ActRequest>,
): ActReasons {
  const user = useCurrentUser()
  const policy = useActPolicy()
  return useMemo(() => {
    if (status.status !== 'ready') return NONE
    const actor = actingUser(user, workspaceMode().embedded)
    const said = request ?? {}
    const all = noTimer(act, status.piece.article.id).concat(
      check({...status.piece, act, request: said, policy}, actor, thisMoment()),
    )
    return {
      all,
      errors: all.filter(
        ({severity, code}) => severity === 'error' && (request || !ASKED_FOR.has(code)),
      ),
      warnings: all.filter(({severity}) => severity === 'warning'),
    }
  }, [status, act, request, user, policy])
}

/** Reasons are of a moment: they are asked for anew whenever anything changes. */
const thisMoment = (): string => new Date().toISOString()
