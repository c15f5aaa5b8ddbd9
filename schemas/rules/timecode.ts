import type {CustomValidator} from 'sanity'

/** A place in a recording: `12:34` or `1:02:03`. */
export const timecode: CustomValidator<string | undefined> = (value) =>
  !value ||
  /^(\d{1,2}:)?[0-5]?\d:[0-5]\d$/.test(value) ||
  'Write the place in the recording as minutes and seconds, 12:34, or 1:02:03.'
