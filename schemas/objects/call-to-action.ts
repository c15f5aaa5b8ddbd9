// What readers are asked to do next: follow, subscribe, read on.
import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {oneLinkTarget} from '../rules/link-target.ts'
import {safeLink} from '../rules/safe-link.ts'
import {LINKABLE} from '../fields/record-subject.ts'

export const callToAction = defineType({
  name: 'callToAction',
  title: 'Call to action',
  type: 'object',
  icon: BellIcon,
  fields: [
    defineField({
      name: 'text',
      title: 'Text',
      description: 'One sentence, such as “Follow us for updates from Beijing.”',
      type: 'string',
      validation: (rule) => rule.required().error('What are readers asked to do?'),
    }),
    defineField({
      name: 'label',
      title: 'Words of the link',
      description:
        'What readers click on, such as “Follow us”. Empty if there is nothing to click.',
      type: 'string',
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      description: 'For a page of somebody else’s.',
      type: 'url',
      hidden: ({parent, value}) => Boolean(parent?.link) && !value,
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'link',
      title: 'Our own page',
      description: 'For a page of ours.',
      type: 'reference',
      weak: true,
      to: LINKABLE,
      options: {disableNew: true},
      hidden: ({parent, value}) => Boolean(parent?.url) && !value,
    }),
  ],
  validation: (rule) => rule.custom(oneLinkTarget),
  preview: {
    select: {title: 'text', subtitle: 'label'},
    prepare: ({title, subtitle}) => ({title: title || 'Call to action', subtitle, media: BellIcon}),
  },
})
