// What a published piece that changes tells its readers.
import {textField} from './record-field.ts'

export const CORRECTION_TYPES = [
  {title: 'Correction', value: 'correction'},
  {title: 'Clarification', value: 'clarification'},
  {title: 'Update', value: 'update'},
  {title: 'Editor’s note', value: 'editorsNote'},
]

export const correctionTextFields = () => [
  textField(
    'wrongText',
    'What it said',
    'The words as they were before, if readers should see them.',
  ),
  textField('rightText', 'What it says now', 'The words that stand in their place.'),
  textField('readerNote', 'Note to readers', 'What readers are told about the change.', 3),
]
