// Pieces that belong together and are read in order, with a page and a feed of their own.
import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {PIECES} from '../fields/record-subject.ts'
import {slugField} from '../fields/slug.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'

export const series = defineType({
  name: 'series',
  title: 'Series',
  type: 'document',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Shown on the page of the series and on that of each part.',
      type: 'string',
      validation: (rule) => rule.custom(filled('What is the series called?')),
    }),
    slugField({
      description: 'The part of the site’s address that stands for this series.',
      options: {source: 'title', maxLength: 60},
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'One or two sentences at the head of the page and in search results.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'picture',
      title: 'Picture',
      description: 'Optional. A published photo at the head of the page, with its credit.',
      type: 'photoUse',
    }),
    defineField({
      name: 'parts',
      title: 'Parts',
      description:
        'In order. A part has the number of its place in this list, also while an earlier part is not published.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          weak: true,
          to: PIECES,
          options: {disableNew: true},
        }),
      ],
      validation: (rule) => [
        rule.required().min(1).warning('The series has no part yet.'),
        rule.unique().error('This piece is already a part of the series.'),
      ],
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [{title: 'Title', name: 'titleAsc', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', subtitle: 'description', media: 'picture.photo.image'},
    prepare: ({title, subtitle, media}) => ({
      title: title || 'No title yet',
      subtitle,
      media: media ?? ThListIcon,
    }),
  },
})
