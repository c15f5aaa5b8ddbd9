// How to reach a source. Part of private documents only.
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType} from 'sanity'

const KINDS = [
  {title: 'Telephone', value: 'phone'},
  {title: 'E-mail', value: 'email'},
  {title: 'Signal', value: 'signal'},
  {title: 'Other', value: 'other'},
]

export const contact = defineType({
  name: 'contact',
  title: 'Contact',
  type: 'object',
  icon: EnvelopeIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'How the source is reached.',
      type: 'string',
      initialValue: 'phone',
      options: {list: KINDS},
    }),
    defineField({
      name: 'value',
      title: 'Number or address',
      description: 'As it is dialled or typed.',
      type: 'string',
      validation: (rule) => rule.required().error('Which number or address?'),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      description: 'Optional, such as “mornings only” or “assistant”.',
      type: 'string',
    }),
  ],
  preview: {select: {title: 'value', subtitle: 'note'}},
})
