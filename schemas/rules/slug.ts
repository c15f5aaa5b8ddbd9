// The last part of a page's address.
import type {CustomValidator, SlugValue} from 'sanity'

const WORDS_WITH_HYPHENS = /^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u

/** Not `rule.required()`: that would ask for the field inside the slug as well, in words of its own. */
export const addressChosen: CustomValidator<SlugValue | undefined> = (slug) =>
  Boolean(slug) || 'Without a web address there is no page. Press “Generate”.'

/** An address that can be read out and typed: lower-case letters, digits and hyphens, in any script. */
export const slugShape: CustomValidator<SlugValue | undefined> = (slug) =>
  !slug?.current ||
  WORDS_WITH_HYPHENS.test(slug.current) ||
  'Use small letters, digits and single hyphens only, such as “two-sessions-2024”.'
