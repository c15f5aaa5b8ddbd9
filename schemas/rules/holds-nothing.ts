import type {CustomValidator} from 'sanity'

/** The confidential panel shows another document; a value in it would be published with this one. */
export const holdsNothing: CustomValidator = (value) =>
  value === undefined ||
  'Something confidential was saved in the public document. Remove it before anything is published.'
