// A box with the main points, in the middle of the text.
import {UlistIcon} from '@sanity/icons/Ulist'
import {defineArrayMember, defineField, defineType} from 'sanity'

export const keyPoints = defineType({
  name: 'keyPoints',
  title: 'Key points',
  type: 'object',
  icon: UlistIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Optional, such as “What is at stake”.',
      type: 'string',
    }),
    defineField({
      name: 'points',
      title: 'Points',
      description: 'One short sentence each.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.required().min(1).error('Write at least one point.'),
    }),
  ],
  preview: {
    select: {title: 'title', points: 'points'},
    prepare: ({title, points}) => ({
      title: title || 'Key points',
      subtitle: Array.isArray(points) ? points.join(' · ') : undefined,
      media: UlistIcon,
    }),
  },
})
