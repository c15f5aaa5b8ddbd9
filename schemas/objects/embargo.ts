// Until when an article must not appear. Why, and what the lawyers say, is not in the article.
import {ClockIcon} from '@sanity/icons/Clock'
import {defineField, defineType} from 'sanity'
import {exceptFor} from '../rules/roles.ts'

export const embargo = defineType({
  name: 'embargo',
  title: 'Embargo',
  type: 'object',
  icon: ClockIcon,
  fields: [
    defineField({
      name: 'until',
      title: 'Not before',
      description: 'Nobody can publish the article before this moment. Set by an editor.',
      type: 'datetime',
      readOnly: exceptFor('editor'),
    }),
  ],
})
