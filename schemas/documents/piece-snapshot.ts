// A piece as it was when it was approved: `snapshot.<id of the article>`. The server writes it.
import {ArchiveIcon} from '@sanity/icons/Archive'
import {defineField, defineType} from 'sanity'
import {SUBJECT_PREVIEW, subjectReferenceField, subjectTitle} from '../fields/record-subject.ts'
import {recordId} from '../rules/document-id.ts'

export const pieceSnapshot = defineType({
  name: 'pieceSnapshot',
  title: 'Approved text',
  type: 'document',
  icon: ArchiveIcon,
  liveEdit: true,
  readOnly: true,
  // Every word of the article a second time.
  __experimental_omnisearch_visibility: false,
  fields: [
    subjectReferenceField(),
    defineField({
      name: 'approvedAt',
      title: 'Approved',
      description: 'When it was approved.',
      type: 'datetime',
    }),
    defineField({
      name: 'hash',
      title: 'Fingerprint of the content',
      description: 'The fingerprint that was approved.',
      type: 'string',
    }),
    defineField({
      name: 'documents',
      title: 'Content',
      description: 'The article with its photos, quotes and sources, as they were then.',
      type: 'text',
      rows: 3,
    }),
  ],
  validation: (rule) => rule.custom(recordId('snapshot')),
  orderings: [
    {title: 'Newest first', name: 'approvedDesc', by: [{field: 'approvedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {...SUBJECT_PREVIEW, approvedAt: 'approvedAt'},
    prepare: ({approvedAt, ...subject}) => ({
      title: subjectTitle(subject, 'Approved text'),
      subtitle: approvedAt ? `As approved on ${approvedAt.slice(0, 10)}` : 'As approved',
      media: ArchiveIcon,
    }),
  },
})
