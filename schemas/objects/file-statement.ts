// One thing that a picture file said about itself when it was uploaded. Part of private documents only.
import {BinaryDocumentIcon} from '@sanity/icons/BinaryDocument'
import {defineType} from 'sanity'
import {stringField, textField} from '../fields/record-field.ts'

export const fileStatement = defineType({
  name: 'fileStatement',
  title: 'From the file',
  type: 'object',
  icon: BinaryDocumentIcon,
  fields: [
    stringField('field', 'Field', 'The field of the photo that it was offered for.'),
    textField('value', 'What the file said', 'Unchanged, as evidence.'),
    stringField(
      'sourceTag',
      'Where in the file',
      'The place in the file, such as “IIM 2:80” or “dc:creator”.',
    ),
  ],
  preview: {select: {title: 'value', subtitle: 'sourceTag'}},
})
