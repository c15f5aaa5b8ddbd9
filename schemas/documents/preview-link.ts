// A link that shows one article to somebody without an account: `link.<…>`. The server writes it; the
// link's address is nowhere in it.
import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {articleReferenceField, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {signatureFields} from '../fields/signature.ts'
import {recordId} from '../rules/document-id.ts'
import {momentField, stringField} from '../fields/record-field.ts'

export const previewLink = defineType({
  name: 'previewLink',
  title: 'Preview link',
  type: 'document',
  icon: LinkIcon,
  liveEdit: true,
  readOnly: true,
  // It is shown with its article.
  __experimental_omnisearch_visibility: false,
  fields: [
    articleReferenceField(),
    stringField('recipient', 'For', 'Whom it was made for.'),
    momentField('expiresAt', 'Ends', 'Until when it shows the article.'),
    ...signatureFields(),
    defineField({
      name: 'revoked',
      title: 'Taken back',
      description: 'Who took it back before its time, and when.',
      type: 'object',
      fields: signatureFields(),
    }),
  ],
  validation: (rule) => rule.custom(recordId('link')),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {recipient: 'recipient', ...titleThrough(), byName: 'byName', at: 'at'},
    prepare: ({recipient, byName, at, ...selected}) => ({
      title: recipient || 'Preview link',
      subtitle: [byName, at?.slice(0, 10), titleSelected(selected)].filter(Boolean).join(' · '),
      media: LinkIcon,
    }),
  },
})
