// Somebody who writes for us. An author needs no account.
import {EditIcon} from '@sanity/icons/Edit'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {confidentialField, confidentialGroup} from '../fields/confidential.ts'
import {FOUND_FIRST, FOUND_NEXT} from '../fields/search.ts'
import {slugField} from '../fields/slug.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'
import {languageTag} from '../rules/language-tag.ts'

const STATUSES = [
  {title: 'Staff', value: 'staff'},
  {title: 'Freelance', value: 'freelance'},
  {title: 'Contributor', value: 'contributor'},
  {title: 'Syndicated', value: 'syndicated'},
  {title: 'Organisation', value: 'organisation'},
]

export const author = defineType({
  name: 'author',
  title: 'Author',
  type: 'document',
  icon: EditIcon,
  groups: [
    {name: 'profile', title: 'Profile', icon: UserIcon, default: true},
    {name: 'details', title: 'Details', icon: InfoOutlineIcon},
    confidentialGroup,
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'As it is in the byline.',
      type: 'string',
      options: FOUND_FIRST,
      group: 'profile',
      validation: (rule) => rule.custom(filled('What is the author’s name?')),
    }),
    slugField({
      description: 'The last part of the address of the author’s page.',
      group: 'profile',
      options: {source: 'name', maxLength: 96},
    }),
    defineField({
      name: 'jobTitle',
      title: 'Job title',
      description: 'Such as “Diplomatic Correspondent”.',
      type: 'string',
      options: FOUND_NEXT,
      group: 'profile',
    }),
    defineField({
      name: 'affiliation',
      title: 'Affiliation',
      description: 'Optional. Another institution that readers should know about.',
      type: 'string',
      group: 'profile',
    }),
    defineField({
      name: 'bio',
      title: 'Short biography',
      description: 'One or two sentences, printed below the author’s articles.',
      type: 'text',
      rows: 3,
      group: 'profile',
      validation: (rule) => rule.required().warning('Readers want to know who is writing.'),
    }),
    defineField({
      name: 'longBio',
      title: 'Long biography',
      description: 'Optional. For the author’s own page.',
      type: 'richText',
      group: 'details',
    }),
    defineField({
      name: 'portrait',
      title: 'Portrait',
      description: 'Optional. A portrait with its credit, as for every other photo.',
      type: 'photoUse',
      group: 'profile',
    }),
    defineField({
      name: 'status',
      title: 'Works for us as',
      description: 'An organisation stands for texts that no person signs.',
      type: 'string',
      group: 'profile',
      initialValue: 'staff',
      options: {list: STATUSES},
      validation: (rule) => rule.required().error('How does the author work for us?'),
    }),
    defineField({
      name: 'sortName',
      title: 'Name in lists',
      description: 'Optional. The name as it is sorted, such as “Bartlett, Duncan”.',
      type: 'string',
      group: 'details',
    }),
    defineField({
      name: 'expertise',
      title: 'Writes about',
      description: 'Optional. Subjects on which the author is at home.',
      type: 'array',
      group: 'details',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'tags'},
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'languages',
      title: 'Languages',
      description: 'Optional. Codes of the languages the author works in: “en”, “ja”.',
      type: 'array',
      group: 'details',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageTag)})],
      options: {layout: 'tags'},
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'links',
      title: 'Links',
      description: 'Optional. The author’s homepage and pages on social networks.',
      type: 'array',
      group: 'details',
      of: [defineArrayMember({type: 'webLink'})],
    }),
    defineField({
      name: 'persistentId',
      title: 'Permanent identifier',
      description:
        'Optional. An address that means this person and nobody else, such as an ORCID or Wikidata page.',
      type: 'url',
      group: 'details',
    }),
    confidentialField('Which account of the studio belongs to this author.'),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {
      title: 'Name',
      name: 'nameAsc',
      by: [
        {field: 'sortName', direction: 'asc'},
        {field: 'name', direction: 'asc'},
      ],
    },
    {title: 'Status', name: 'statusAsc', by: [{field: 'status', direction: 'asc'}]},
  ],
  preview: {
    select: {name: 'name', jobTitle: 'jobTitle', status: 'status', media: 'portrait.photo.image'},
    prepare: ({name, jobTitle, status, media}) => ({
      title: name || 'No name yet',
      subtitle: [jobTitle, STATUSES.find(({value}) => value === status)?.title]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
