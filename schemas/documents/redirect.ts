// Addresses of an earlier site, and what readers get there now. The site answers 301.
import {ArrowRightIcon} from '@sanity/icons/ArrowRight'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {LINKABLE} from '../fields/record-subject.ts'
import {plainId} from '../rules/document-id.ts'
import {oldAddress, oneTarget, targetAddress} from '../rules/redirect.ts'

export const redirect = defineType({
  name: 'redirect',
  title: 'Redirect',
  type: 'document',
  icon: ArrowRightIcon,
  fields: [
    defineField({
      name: 'from',
      title: 'Old addresses',
      description:
        'The path on this site without a slash at its end, such as “/2019/03/tide”. One parameter may follow: “/?p=123”.',
      type: 'array',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(oldAddress)})],
      validation: (rule) => [
        rule.required().min(1).error('Which address leads elsewhere?'),
        rule.unique(),
      ],
    }),
    defineField({
      name: 'to',
      title: 'Leads to',
      description: 'The page. When its web address changes, the redirect follows.',
      type: 'reference',
      weak: true,
      to: LINKABLE,
      options: {disableNew: true},
    }),
    defineField({
      name: 'address',
      title: 'Or to this address',
      description: 'Only for other pages: a path such as “/policies”, or a whole address.',
      type: 'string',
      validation: (rule) => rule.custom(targetAddress),
    }),
  ],
  validation: (rule) => [rule.custom(plainId), rule.custom(oneTarget)],
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {
      from: 'from.0',
      headline: 'to.headline',
      title: 'to.title',
      name: 'to.name',
      address: 'address',
    },
    prepare: ({from, headline, title, name, address}) => ({
      title: from || 'No address yet',
      subtitle: headline || title || name || address || 'Leads nowhere yet',
      media: ArrowRightIcon,
    }),
  },
})
