import type {CustomValidator} from 'sanity'

/** A picture is described or declared decorative (WCAG 2.2, success criterion 1.1.1). */
export const altOrDecorative: CustomValidator<string | undefined> = (alt, {parent}) => {
  const {decorative} = (parent ?? {}) as {decorative?: boolean}
  return (
    decorative === true ||
    Boolean(alt?.trim()) ||
    'Say what the picture shows, for people who cannot see it, or mark it as decorative.'
  )
}
