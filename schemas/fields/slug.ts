// The web address of a document that has a page.
import {defineField, type SlugOptions} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {makeSlug} from '../rules/make-slug.ts'
import {addressChosen, slugShape} from '../rules/slug.ts'

interface SlugField {
  description: string
  /** `source` is the field from which the studio makes the address. */
  options: SlugOptions
  group?: string | string[]
}

/** The field `slug`. */
export const slugField = (field: SlugField) =>
  defineField({
    ...field,
    options: {slugify: makeSlug, ...field.options},
    name: 'slug',
    title: 'Web address',
    type: 'slug',
    validation: (rule) => [
      rule,
      bareRule(rule).custom(addressChosen),
      bareRule(rule).custom(slugShape),
    ],
  })
