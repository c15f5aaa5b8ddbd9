// What only the newsroom knows about a quote: `private.quote.<id of the quote>`.
import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType, type CustomValidator} from 'sanity'
import {publicDocumentField} from '../fields/public-document.ts'
import {privateIdOf} from '../rules/document-id.ts'

export const privateQuote = defineType({
  name: 'privateQuote',
  title: 'Quote, confidential',
  type: 'document',
  icon: LockIcon,
  liveEdit: true,
  // The true speaker of an anonymous quote does not belong in the results of a search.
  __experimental_omnisearch_visibility: false,
  fields: [
    publicDocumentField('quote', 'Quote', 'expertQuote'),
    // A name and no reference: a reference would need a public document about the person.
    defineField({
      name: 'trueSpeaker',
      title: 'True speaker',
      description: 'Who really said it, with title and affiliation, if the quote is anonymous.',
      type: 'string',
    }),
    // Text, not an upload: anybody who knows an uploaded file's address can open it.
    defineField({
      name: 'recording',
      title: 'Recording',
      description: 'Where the recording is kept: name of the file, folder or address.',
      type: 'string',
    }),
    defineField({
      name: 'timecode',
      title: 'Place in the recording',
      description: 'Minutes and seconds at which the words are said, such as 12:34.',
      type: 'string',
      validation: (rule) => rule.custom(timecode),
    }),
    defineField({
      name: 'internalNotes',
      title: 'Notes',
      description: 'How the quote was obtained and checked. Seen by the newsroom only.',
      type: 'text',
      rows: 4,
    }),
  ],
  validation: (rule) => rule.custom(privateIdOf('quote', 'quote')),
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {text: 'quote.text'},
    prepare: ({text}) => ({title: text || 'Quote', subtitle: 'Confidential', media: LockIcon}),
  },
})

/** A place in a recording: `12:34` or `1:02:03`. */
const timecode: CustomValidator<string | undefined> = (value) =>
  !value ||
  /^(\d{1,2}:)?[0-5]?\d:[0-5]\d$/.test(value) ||
  'Write the place in the recording as minutes and seconds, 12:34, or 1:02:03.'
