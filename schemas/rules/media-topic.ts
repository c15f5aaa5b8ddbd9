import type {CustomValidator} from 'sanity'

/** An IPTC Media Topic code: the scheme's alias and eight digits (NewsCodes, `medtop:11000000`). */
export const mediaTopicCode: CustomValidator<string | undefined> = (code) =>
  !code ||
  /^medtop:\d{8}$/.test(code) ||
  'A Media Topic code looks like “medtop:11000000” (politics): “medtop:” and eight digits.'
