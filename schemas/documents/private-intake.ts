// How an article came in by intake, and what of it nobody has confirmed: `private.intake.<id of the article>`.
import {LockIcon} from '@sanity/icons/Lock'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {publicDocumentField} from '../fields/public-document.ts'
import {privateIdOf} from '../rules/document-id.ts'

export const privateIntake = defineType({
  name: 'privateIntake',
  title: 'Intake, confidential',
  type: 'document',
  icon: LockIcon,
  liveEdit: true,
  // What was read from a file does not belong in the results of a search.
  __experimental_omnisearch_visibility: false,
  fields: [
    publicDocumentField('article', 'Article', 'article'),
    defineField({
      name: 'fileName',
      title: 'File',
      description: 'The name of the file that became the article.',
      type: 'string',
      readOnly: true,
    }),
    defineField({
      name: 'fileHash',
      title: 'Fingerprint of the file',
      description: 'Tells whether the same file comes again.',
      type: 'string',
      readOnly: true,
    }),
    defineField({
      name: 'suggested',
      title: 'Not confirmed yet',
      description: 'What was read from the file and nobody has checked.',
      type: 'array',
      readOnly: true,
      of: [
        defineArrayMember({
          type: 'object',
          fields: [
            defineField({name: 'document', title: 'Document', type: 'string'}),
            defineField({name: 'part', title: 'Part', type: 'string'}),
          ],
        }),
      ],
    }),
    defineField({
      name: 'leftOut',
      title: 'Left out',
      description: 'Lines of the file that belong to the page around the article.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      readOnly: true,
    }),
  ],
  validation: (rule) => rule.custom(privateIdOf('intake', 'article')),
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {headline: 'article.headline', fileName: 'fileName'},
    prepare: ({headline, fileName}) => ({
      title: headline || 'Article',
      subtitle: fileName ? `Confidential · from ${fileName}` : 'Confidential · from a text',
      media: LockIcon,
    }),
  },
})
