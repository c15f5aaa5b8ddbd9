// Codes of reasons that the studio's features group in the same way.

/** About the person or the piece's state: nothing in the content or in a form to correct. */
export const ABOUT_THE_STATE = [
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
]

/** The fields of an action's dialog settle these. */
export const ASKED_IN_A_DIALOG = [
  'noteMissing',
  'publishAtMissing',
  'publishAtPast',
  'kindMissing',
  'readerNoteMissing',
]
