// Who did something and when, in documents that the server writes.
import {defineField} from 'sanity'

/** Names outlive accounts: both are kept, the name as it was then. */
export const signatureFields = () => [
  defineField({
    name: 'by',
    title: 'Account',
    description: 'The account of the person who did it.',
    type: 'string',
  }),
  defineField({
    name: 'byName',
    title: 'Person',
    description: 'What the person was called then.',
    type: 'string',
  }),
  defineField({name: 'at', title: 'When', description: 'When it was done.', type: 'datetime'}),
]
