// A part of the paper: politics, culture, sport.
import {StackIcon} from '@sanity/icons/Stack'
import {defineField, defineType} from 'sanity'
import {HUES} from '../../model/colours.ts'
import {slugField} from '../fields/slug.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'

export const section = defineType({
  name: 'section',
  title: 'Section',
  type: 'document',
  icon: StackIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      description: 'Shown in the menu and above headlines.',
      type: 'string',
      validation: (rule) => rule.custom(filled('What is the section called?')),
    }),
    slugField({
      description: 'The part of the site’s address that stands for this section.',
      options: {source: 'title', maxLength: 60},
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'One sentence at the head of the section’s page and in search results.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'hue',
      title: 'Colour',
      description:
        'Of its name above headlines and at the head of its page. Empty: the newsroom’s own.',
      type: 'string',
      options: {list: Object.entries(HUES).map(([value, {title}]) => ({title, value}))},
    }),
    defineField({
      name: 'order',
      title: 'Place in the menu',
      description: 'The smallest number comes first.',
      type: 'number',
      validation: (rule) => rule.integer().min(0),
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {
      title: 'As in the menu',
      name: 'orderAsc',
      by: [
        {field: 'order', direction: 'asc'},
        {field: 'title', direction: 'asc'},
      ],
    },
    {title: 'Name', name: 'titleAsc', by: [{field: 'title', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'title', subtitle: 'description'},
    prepare: ({title, subtitle}) => ({title: title || 'No name yet', subtitle, media: StackIcon}),
  },
})
