// One thing that a picture file said about itself when it was uploaded. Part of private documents only.
import {BinaryDocumentIcon} from '@sanity/icons/BinaryDocument'
import {defineField, defineType} from 'sanity'

export const fileStatement = defineType({
  name: 'fileStatement',
  title: 'From the file',
  type: 'object',
  icon: BinaryDocumentIcon,
  fields: [
    defineField({
      name: 'field',
      title: 'Field',
      description: 'The field of the photo that it was offered for.',
      type: 'string',
    }),
    defineField({
      name: 'value',
      title: 'What the file said',
      description: 'Unchanged, as evidence.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'sourceTag',
      title: 'Where in the file',
      description: 'The place in the file, such as “IIM 2:80” or “dc:creator”.',
      type: 'string',
    }),
  ],
  preview: {select: {title: 'value', subtitle: 'sourceTag'}},
})
