// Where a quote can be looked up.
import {SearchIcon} from '@sanity/icons/Search'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {safeLink} from '../rules/safe-link.ts'

export const provenance = defineType({
  name: 'provenance',
  title: 'Where it was published',
  type: 'object',
  icon: SearchIcon,
  options: {collapsible: true},
  fields: [
    defineField({
      name: 'url',
      title: 'Web address',
      description: 'The page on which the words can be found. Readers may follow it.',
      type: 'url',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'archivedUrl',
      title: 'Archived copy',
      description: 'The same page in a web archive, for the day when it is changed or gone.',
      type: 'url',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'publication',
      title: 'Publication',
      description: 'The newspaper, report, broadcast or speech in which the words appeared.',
      type: 'string',
    }),
  ],
})
