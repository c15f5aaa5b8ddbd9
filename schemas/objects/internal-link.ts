// A link in running text to a page of ours. Weak: what it leads to may be withdrawn.
import {DocumentsIcon} from '@sanity/icons/Documents'
import {defineField, defineType} from 'sanity'
import {LINKABLE} from '../fields/record-subject.ts'

export const internalLink = defineType({
  name: 'internalLink',
  title: 'Link to our own page',
  type: 'object',
  icon: DocumentsIcon,
  fields: [
    defineField({
      name: 'reference',
      title: 'Page',
      description:
        'The article, section, topic or author to link to. The link follows it when its address changes.',
      type: 'reference',
      weak: true,
      to: LINKABLE,
      options: {disableNew: true},
      validation: (rule) => rule.required().error('Choose the page to link to.'),
    }),
  ],
})
