import type {CustomValidator} from 'sanity'

/**
 * A warning only: that clearance was denied must itself be publishable, so that articles in which the
 * photo stands are stopped by it.
 */
export const notDenied: CustomValidator<string | undefined> = (clearance) =>
  clearance !== 'denied' ||
  'The rights were denied: an article with this photo cannot be published.'
