// Where a source works or worked, and as what.
import {CaseIcon} from '@sanity/icons/Case'
import {defineField, defineType} from 'sanity'
import {organizationOrTitle} from '../rules/affiliation.ts'
import {endAfterStart} from '../rules/date-order.ts'
import {partialDate} from '../rules/partial-date.ts'

export const affiliation = defineType({
  name: 'affiliation',
  title: 'Affiliation',
  type: 'object',
  icon: CaseIcon,
  fields: [
    defineField({
      name: 'organization',
      title: 'Organisation',
      description:
        'The institution, company or office, spelled as it spells itself. Empty for a title without one, such as “baker”.',
      type: 'string',
      validation: (rule) => rule.custom(organizationOrTitle),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'The person’s title or function, such as “Chief China Economist”.',
      type: 'string',
    }),
    defineField({
      name: 'from',
      title: 'From',
      description: 'As exactly as it is known: 2019, 2019-04 or 2019-04-01.',
      type: 'string',
      validation: (rule) => rule.custom(partialDate),
    }),
    defineField({
      name: 'to',
      title: 'Until',
      description: 'Empty if the person is still there.',
      type: 'string',
      validation: (rule) => [rule.custom(partialDate), rule.custom(endAfterStart)],
    }),
  ],
  preview: {
    select: {organization: 'organization', title: 'title', from: 'from', to: 'to'},
    prepare: ({organization, title, from, to}) => ({
      title: [title, organization].filter(Boolean).join(', '),
      subtitle: from || to ? `${from ?? '?'} – ${to ?? 'today'}` : undefined,
    }),
  },
})
