// A person or an institution that we quote. Our own authors are not sources.
import {HomeIcon} from '@sanity/icons/Home'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {confidentialField, confidentialGroup} from '../fields/confidential.ts'
import {FOUND_FIRST} from '../fields/search.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'

export const SOURCE_KINDS = [
  {title: 'Person', value: 'person'},
  {title: 'Institution', value: 'institution'},
] as const

export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: UsersIcon,
  groups: [
    {name: 'public', title: 'For everybody', icon: InfoOutlineIcon, default: true},
    confidentialGroup,
  ],
  fields: [
    defineField({
      name: 'kind',
      title: 'Person or institution',
      description: 'A newspaper, a ministry and a report’s publisher are institutions.',
      type: 'string',
      group: 'public',
      initialValue: 'person',
      options: {list: [...SOURCE_KINDS], layout: 'radio', direction: 'horizontal'},
      validation: (rule) => rule.required().error('Is it a person or an institution?'),
    }),
    defineField({
      name: 'name',
      title: 'Name',
      description:
        'Printed with quotes. Readers can see it, so never the name of somebody who must stay anonymous.',
      type: 'string',
      options: FOUND_FIRST,
      group: 'public',
      validation: (rule) => rule.custom(filled('What is the source’s name?')),
    }),
    defineField({
      name: 'honorific',
      title: 'Form of address',
      description: 'Optional, such as “Dr” or “Professor”.',
      type: 'string',
      group: 'public',
      hidden: ({document, value}) => document?.['kind'] === 'institution' && !value,
    }),
    defineField({
      name: 'affiliations',
      title: 'Affiliations',
      description:
        'Where the person works, the present one first. Quotes keep what was true when they were said.',
      type: 'array',
      group: 'public',
      of: [defineArrayMember({type: 'affiliation'})],
      hidden: ({document, value}) => document?.['kind'] === 'institution' && !value?.length,
    }),
    defineField({
      name: 'expertise',
      title: 'Expert on',
      description: 'Optional. Subjects, so that colleagues find the right person.',
      type: 'array',
      group: 'public',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'tags'},
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'country',
      title: 'Country',
      description: 'Optional. Where the person works or the institution is seated.',
      type: 'string',
      group: 'public',
    }),
    confidentialField(
      'Telephone numbers, conflicts of interest, and whether the source must be protected.',
    ),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {title: 'Name', name: 'nameAsc', by: [{field: 'name', direction: 'asc'}]},
    {
      title: 'Kind',
      name: 'kindAsc',
      by: [
        {field: 'kind', direction: 'asc'},
        {field: 'name', direction: 'asc'},
      ],
    },
  ],
  preview: {
    select: {
      name: 'name',
      honorific: 'honorific',
      kind: 'kind',
      position: 'affiliations.0.title',
      organization: 'affiliations.0.organization',
      country: 'country',
    },
    prepare: ({name, honorific, kind, position, organization, country}) => ({
      title: [honorific, name].filter(Boolean).join(' ') || 'No name yet',
      subtitle:
        [position, organization].filter(Boolean).join(', ') ||
        [SOURCE_KINDS.find(({value}) => value === kind)?.title, country]
          .filter(Boolean)
          .join(' · '),
      media: kind === 'institution' ? HomeIcon : UserIcon,
    }),
  },
})
