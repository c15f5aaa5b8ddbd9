// What only the newsroom knows about a source: `private.source.<id of the source>`.
import {LockIcon} from '@sanity/icons/Lock'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {publicDocumentField} from '../fields/public-document.ts'
import {privateIdOf} from '../rules/document-id.ts'

export const privateSource = defineType({
  name: 'privateSource',
  title: 'Source, confidential',
  type: 'document',
  icon: LockIcon,
  liveEdit: true,
  // Names and numbers of protected people do not belong in the results of a search.
  __experimental_omnisearch_visibility: false,
  fields: [
    publicDocumentField('source', 'Source', 'source'),
    defineField({
      name: 'confidential',
      title: 'Protect this source',
      description: 'Never name this source in print, in messages or to other newsrooms.',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({
      name: 'contacts',
      title: 'Contacts',
      description: 'Telephone numbers and addresses. Seen by the newsroom only.',
      type: 'array',
      of: [defineArrayMember({type: 'contact'})],
    }),
    defineField({
      name: 'conflictsOfInterest',
      title: 'Conflicts of interest',
      description:
        'Employers, clients, shares, family: what colleagues should know before quoting.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'notes',
      title: 'Notes',
      description: 'Anything else for colleagues.',
      type: 'text',
      rows: 3,
    }),
  ],
  validation: (rule) => rule.custom(privateIdOf('source', 'source')),
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {name: 'source.name', confidential: 'confidential'},
    prepare: ({name, confidential}) => ({
      title: name || 'Source',
      subtitle: confidential ? 'Confidential · protected source' : 'Confidential',
      media: LockIcon,
    }),
  },
})
