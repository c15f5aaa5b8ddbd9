// A front: the front page, or the first page of a section, as editors arrange it.
import {ComponentIcon} from '@sanity/icons/Component'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {MOST_CONTAINERS} from '../../model/fronts.ts'
import {frontId} from '../rules/front.ts'

export const front = defineType({
  name: 'front',
  title: 'Front',
  type: 'document',
  icon: ComponentIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      description: 'What the newsroom calls it. Readers do not see it.',
      type: 'string',
    }),
    defineField({
      name: 'section',
      title: 'Section',
      description: 'The section whose first page it is. Empty for the front page.',
      type: 'reference',
      weak: true,
      to: [{type: 'section'}],
      readOnly: true,
    }),
    defineField({
      name: 'containers',
      title: 'Containers',
      description: 'What the page shows, from top to bottom.',
      type: 'array',
      of: [defineArrayMember({type: 'frontContainer'})],
      validation: (rule) => rule.max(MOST_CONTAINERS),
    }),
  ],
  validation: (rule) => rule.custom(frontId),
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'title', section: 'section.title'},
    prepare: ({title, section}) => ({
      title: title || section || 'Front page',
      subtitle: section ? 'First page of a section' : 'Front page',
      media: ComponentIcon,
    }),
  },
})
