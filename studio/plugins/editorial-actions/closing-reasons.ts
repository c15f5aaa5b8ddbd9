// Who one is and where the piece stands: no dialog settles these, so they close the button.
import type {ReviewReason} from '../../../model/records.ts'

const CLOSES = new Set([
  'roleMissing',
  'wrongState',
  'notSubmitted',
  'notApproved',
  'approvalLapsed',
  'notPublished',
  'wasPublished',
  'nothingToDiscard',
  'nothingToSubmit',
  'notYours',
  'noArticle',
  'fourEyesToken',
  'noTimer',
])
const FOUR_EYES = /^fourEyes/

/** True of a reason that nothing said in the act's dialog can settle. */
export const closes = (reason: ReviewReason): boolean =>
  CLOSES.has(reason.code) || (FOUR_EYES.test(reason.code) && !reason.overridable)
