import type {CustomValidator} from 'sanity'

/**
 * A warning only: that clearance was denied must itself be publishable, so that it stops articles that
 * use the photo.
 */
export const notDenied: CustomValidator<string | undefined> = (clearance) =>
  clearance !== 'denied' ||
  'The rights were denied: an article with this photo cannot be published.'
