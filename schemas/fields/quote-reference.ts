import {defineField} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {publishedWithArticle} from '../rules/references.ts'

/** The quote document that a place in a text shows, or that words of a text come from. */
export function quoteReference(description: string, missing: string) {
  return defineField({
    name: 'quote',
    title: 'Quote',
    description,
    type: 'reference',
    to: [{type: 'expertQuote'}],
    // What must not be published is not offered.
    options: {
      filter:
        'terms != "offRecord" && !(coalesce(verification.status, "unverified") in ["disputed", "retracted"])',
    },
    validation: (rule) => [
      bareRule(rule).required().error(missing),
      bareRule(rule).custom(publishedWithArticle).info(),
    ],
  })
}
