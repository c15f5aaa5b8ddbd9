// Who did something and when, in documents that the server writes.
import {momentField, stringField} from './record-field.ts'

/** Names outlive accounts: both are kept, the name as it was then. */
export const signatureFields = () => [
  stringField('by', 'Account', 'The account of the person who did it.'),
  stringField('byName', 'Person', 'What the person was called then.'),
  momentField('at', 'When', 'When it was done.'),
]
