import type {CustomValidator} from 'sanity'

/** The original's wording is kept because it is in another language. */
export const anotherLanguage: CustomValidator<string | undefined> = (language, {document}) =>
  !language ||
  language !== document?.['language'] ||
  'The original is in the same language as the quote. Choose the language in which it was said.'
