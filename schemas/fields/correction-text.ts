// What a published piece that changes tells its readers.
import {defineField} from 'sanity'

export const CORRECTION_TYPES = [
  {title: 'Correction', value: 'correction'},
  {title: 'Clarification', value: 'clarification'},
  {title: 'Update', value: 'update'},
  {title: 'Editor’s note', value: 'editorsNote'},
]

export const correctionTextFields = () => [
  defineField({
    name: 'wrongText',
    title: 'What it said',
    description: 'The words as they were before, if readers should see them.',
    type: 'text',
    rows: 2,
  }),
  defineField({
    name: 'rightText',
    title: 'What it says now',
    description: 'The words that stand in their place.',
    type: 'text',
    rows: 2,
  }),
  defineField({
    name: 'readerNote',
    title: 'Note to readers',
    description: 'What readers are told about the change.',
    type: 'text',
    rows: 3,
  }),
]
