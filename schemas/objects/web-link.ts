// An address with a name: an author's homepage, the newsroom's page on a social network.
import {LaunchIcon} from '@sanity/icons/Launch'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {safeLink} from '../rules/safe-link.ts'

export const webLink = defineType({
  name: 'webLink',
  title: 'Web link',
  type: 'object',
  icon: LaunchIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Name',
      description: 'What readers see, such as “Bluesky” or “Homepage”.',
      type: 'string',
      validation: (rule) => rule.required().error('What should readers see?'),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      description: 'The whole address, beginning with https:// (or mailto: for an e-mail address).',
      type: 'url',
      validation: (rule) => [
        bareRule(rule).required().error('Where does the link lead?'),
        bareRule(rule).custom(safeLink),
      ],
    }),
  ],
  preview: {select: {title: 'label', subtitle: 'url'}},
})
