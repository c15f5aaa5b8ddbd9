// Quotes that must not become public, by themselves or in an article.
import type {CustomValidator} from 'sanity'

/** Off the record means that it is not published. */
export const notOffRecord: CustomValidator<string | undefined> = (terms) =>
  terms !== 'offRecord' || 'Said off the record: this quote cannot be published.'

/** A quote whose wording or speaker is contested stays out until that is settled. */
export const notContested: CustomValidator<string | undefined> = (status) => {
  if (status === 'disputed')
    return 'The quote is disputed and cannot be published until that is settled.'
  if (status === 'retracted') return 'The quote was retracted and cannot be published.'
  return true
}
