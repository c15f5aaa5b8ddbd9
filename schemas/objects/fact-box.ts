// Background beside the story: who is who, how it came about, how it works.
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from 'sanity'

export const factBox = defineType({
  name: 'factBox',
  title: 'Fact box',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'What the box explains.',
      type: 'string',
      validation: (rule) => rule.required().error('What does the box explain?'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'A few short paragraphs or a list.',
      type: 'richText',
      validation: (rule) => rule.required().error('The box is empty.'),
    }),
  ],
  preview: {
    select: {title: 'title'},
    prepare: ({title}) => ({
      title: title || 'Fact box',
      subtitle: 'Fact box',
      media: InfoOutlineIcon,
    }),
  },
})
