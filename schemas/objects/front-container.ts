// A part of a front: a layout, and what is in it. Placed by hand first, then filled up by a rule.
import {BlockElementIcon} from '@sanity/icons/BlockElement'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {FILLS, LAYOUTS, MOST_STORIES, type Fill, type Layout} from '../../model/fronts.ts'

export const frontContainer = defineType({
  name: 'frontContainer',
  title: 'Container',
  type: 'object',
  icon: BlockElementIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Heading',
      description: 'Above the stories. Leave empty for none.',
      type: 'string',
    }),
    defineField({
      name: 'layout',
      title: 'Layout',
      description: 'How the stories are set.',
      type: 'string',
      options: {
        list: Object.entries(LAYOUTS).map(([value, {title}]) => ({value, title})),
      },
      initialValue: 'three',
      validation: (rule) => rule.required().error('How are the stories set?'),
    }),
    defineField({
      name: 'slots',
      title: 'Placed by hand',
      description: 'These come first, in this order.',
      type: 'array',
      of: [defineArrayMember({type: 'frontSlot'})],
    }),
    defineField({
      name: 'fill',
      title: 'Filled up by',
      description: 'What takes the places that are left.',
      type: 'frontFill',
    }),
    defineField({
      name: 'count',
      title: 'Stories',
      description:
        'How many stories are shown, and never fewer than are placed by hand. Empty: as many as are usual for the layout.',
      type: 'number',
      validation: (rule) => rule.integer().min(1).max(MOST_STORIES),
    }),
  ],
  preview: {
    select: {title: 'title', layout: 'layout', from: 'fill.from'},
    prepare: ({title, layout, from}) => ({
      title: title || LAYOUTS[layout as Layout]?.title || 'Container',
      subtitle: [LAYOUTS[layout as Layout]?.title, FILLS[from as Fill]].filter(Boolean).join(' · '),
      media: BlockElementIcon,
    }),
  },
})
