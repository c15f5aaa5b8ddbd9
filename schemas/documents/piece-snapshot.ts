// A piece as it was when it was approved (`snapshot.<id of the article>`), or when it was last submitted
// (`….submitted`). The server writes it.
import {ArchiveIcon} from '@sanity/icons/Archive'
import {defineType} from 'sanity'
import {subjectReferenceField, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {recordId} from '../rules/document-id.ts'
import {momentField, stringField, textField} from '../fields/record-field.ts'

export const pieceSnapshot = defineType({
  name: 'pieceSnapshot',
  title: 'Text as it was',
  type: 'document',
  icon: ArchiveIcon,
  liveEdit: true,
  readOnly: true,
  // Every word of the article a second time.
  __experimental_omnisearch_visibility: false,
  fields: [
    subjectReferenceField(),
    momentField('approvedAt', 'Approved', 'When it was approved.'),
    momentField('submittedAt', 'Submitted', 'When it was last submitted.'),
    stringField('hash', 'Fingerprint of the content', 'The fingerprint that it had.'),
    textField(
      'documents',
      'Content',
      'The article with its photos, quotes, sources and new authors, as they were then.',
      3,
    ),
  ],
  validation: (rule) => rule.custom(recordId('snapshot')),
  orderings: [
    {title: 'Newest first', name: 'approvedDesc', by: [{field: 'approvedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {...titleThrough('subject'), approvedAt: 'approvedAt', submittedAt: 'submittedAt'},
    prepare: ({approvedAt, submittedAt = '', ...subject}) => ({
      title: titleSelected(subject) ?? 'Text as it was',
      subtitle: approvedAt
        ? `As approved on ${approvedAt.slice(0, 10)}`
        : `As submitted ${submittedAt.slice(0, 10)}`,
      media: ArchiveIcon,
    }),
  },
})
