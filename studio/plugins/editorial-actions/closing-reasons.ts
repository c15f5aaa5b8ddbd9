// Reasons about the account or the piece's state: no field settles these, so they close the button.
import type {ReviewReason} from '../../../model/records.ts'
import {ABOUT_THE_STATE} from '../../data/actions/reason-codes.ts'

const CLOSES = new Set([...ABOUT_THE_STATE, 'noArticle', 'fourEyesToken', 'noTimer'])
const FOUR_EYES = /^fourEyes/

/** Whether no field of the action's dialog can settle a reason. */
export const closes = (reason: ReviewReason): boolean =>
  CLOSES.has(reason.code) || (FOUR_EYES.test(reason.code) && !reason.overridable)

/**
 * Why an action's button is closed; undefined if it is not.
 * @param setting with which the newsroom's operator lets editors approve their own pieces
 */
export function whyClosed(reasons: readonly ReviewReason[], setting: string): string | undefined {
  const reason = reasons.find(closes)
  if (!reason || !FOUR_EYES.test(reason.code) || reason.code === 'fourEyesToken')
    return reason?.message
  return `${reason.message} If one person has to do both, the newsroom’s operator can set ${setting}=recorded. Then you approve with a reason, which is recorded.`
}
