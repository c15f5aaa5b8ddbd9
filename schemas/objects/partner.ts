// An organisation that the newsroom works with, named at the foot of the site.
import {UsersIcon} from '@sanity/icons/Users'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {safeLink} from '../rules/safe-link.ts'

export const partner = defineType({
  name: 'partner',
  title: 'Partner',
  type: 'object',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'The partner’s name as it writes it.',
      type: 'string',
      validation: (rule) => rule.required().error('Which partner?'),
    }),
    defineField({
      name: 'url',
      title: 'Website',
      description: 'Optional. The partner’s homepage.',
      type: 'url',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'url'}},
})
