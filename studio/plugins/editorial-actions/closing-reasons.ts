// Reasons about the account or the piece's state: no field settles these, so they close the button.
import type {ReviewReason} from '../../../model/records.ts'
import {ABOUT_THE_STATE} from '../../data/actions/reason-codes.ts'

const CLOSES = new Set([...ABOUT_THE_STATE, 'noArticle', 'fourEyesToken', 'noTimer'])
const FOUR_EYES = /^fourEyes/

/** Whether no field of the action's dialog can settle a reason. */
export const closes = (reason: ReviewReason): boolean =>
  CLOSES.has(reason.code) || (FOUR_EYES.test(reason.code) && !reason.overridable)
