// Whether a changed photo, quote or source is published, or amended because live articles use it; and the reasons against
// it.
import {readsTheSame} from '../../../workflow/canonical-json.ts'
import {checkStandaloneMember, checkNotRead} from '../../../workflow/checks/member.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {ReviewReason} from '../../../model/records.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'

export interface Way {
  action: 'publish' | 'amend'
  /** Why it cannot be done now. */
  why?: string
}

interface WayInput {
  piece: PieceStatus
  /** As the form shows it; the look-up is a moment behind. */
  draft: PieceDocument | null
  published: PieceDocument | null
  /** The reasons against amending it. */
  reasons: readonly ReviewReason[]
}

/** Reasons about the account, or a missing change: no dialog settles these. */
const CLOSES = new Set(['noMember', 'roleMissing', 'fourEyesToken', 'nothingToAmend'])

const closes = ({code, severity, overridable}: ReviewReason): boolean =>
  severity === 'error' && (CLOSES.has(code) || (code === 'fourEyesChanged' && !overridable))

/** @param now ISO 8601 */
export function amendWay({piece, draft, published, reasons}: WayInput, now: string): Way {
  // Without a draft nothing is published. After a failed look-up, the server decides.
  if (!draft || piece.status === 'failed') return {action: 'publish'}
  if (piece.status === 'loading' || !piece.use) {
    return {action: 'publish', why: 'Looking up where readers see it…'}
  }
  const {live, users} = piece.use
  const isAmendment = live.length > 0 && published && !readsTheSame(draft, published)
  if (isAmendment) {
    if (!piece.piece.root.draft) return {action: 'amend', why: 'Looking up what has changed…'}
    const closing = reasons.find(closes)
    return {action: 'amend', ...(closing && {why: closing.message})}
  }
  const problems = [
    ...checkStandaloneMember(draft, published ? [] : users, now),
    ...(published ? [] : checkNotRead(draft._id, live)),
  ]
  return {
    action: 'publish',
    ...(problems.length > 0 && {why: problems.map(({message}) => message).join(' ')}),
  }
}
