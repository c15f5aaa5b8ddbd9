// What the newsroom promises its readers, each on a page that every article links to.
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineField, defineType} from 'sanity'

export const policies = defineType({
  name: 'policies',
  title: 'Policies',
  type: 'object',
  icon: ClipboardIcon,
  fields: [
    defineField({
      name: 'ethics',
      title: 'Ethics',
      description: 'How we work: independence, sources, gifts, artificial intelligence.',
      type: 'richText',
    }),
    defineField({
      name: 'corrections',
      title: 'Corrections',
      description: 'How readers report a mistake and how we correct it.',
      type: 'richText',
    }),
    defineField({
      name: 'ownership',
      title: 'Ownership and funding',
      description: 'Who owns the newsroom and who pays for it.',
      type: 'richText',
    }),
  ],
})
