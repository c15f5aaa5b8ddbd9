// A report, a law or a data set that an article refers to.
import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {partialDate} from '../rules/partial-date.ts'
import {safeLink} from '../rules/safe-link.ts'

export const citation = defineType({
  name: 'citation',
  title: 'Reference',
  type: 'object',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'What the document is called.',
      type: 'string',
      validation: (rule) => rule.required().error('What is it called?'),
    }),
    defineField({
      name: 'publication',
      title: 'Published by',
      description: 'The institution or publication that issued it.',
      type: 'string',
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      description: 'Where readers can look it up.',
      type: 'url',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'publishedOn',
      title: 'Date',
      description: 'When it was issued: 2024, 2024-03 or 2024-03-04.',
      type: 'string',
      validation: (rule) => rule.custom(partialDate),
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'publication'}},
})
