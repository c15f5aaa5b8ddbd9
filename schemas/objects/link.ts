// A link in running text to a page of somebody else's.
import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {safeLink} from '../rules/safe-link.ts'

export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      description: 'The whole address, beginning with https:// (or mailto: for an e-mail address).',
      type: 'url',
      validation: (rule) => [
        bareRule(rule).required().error('Where does the link lead?'),
        bareRule(rule).custom(safeLink),
      ],
    }),
    defineField({
      name: 'title',
      title: 'Tooltip',
      description: 'Optional. Shown when the pointer is on the link.',
      type: 'string',
    }),
  ],
})
