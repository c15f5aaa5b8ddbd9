// What somebody remarked who looked at an article by a link: `remark.<…>`. The server writes it.
import {CommentIcon} from '@sanity/icons/Comment'
import {defineField, defineType} from 'sanity'
import {articleReferenceField} from '../fields/record-subject.ts'
import {recordId} from '../rules/document-id.ts'
import {momentField, stringField, textField} from '../fields/record-field.ts'

export const previewRemark = defineType({
  name: 'previewRemark',
  title: 'Remark',
  type: 'document',
  icon: CommentIcon,
  liveEdit: true,
  readOnly: true,
  // It may name what must stay inside the newsroom.
  __experimental_omnisearch_visibility: false,
  fields: [
    articleReferenceField(),
    defineField({
      name: 'link',
      title: 'Link',
      description: 'The link by which they looked at it.',
      type: 'reference',
      weak: true,
      to: [{type: 'previewLink'}],
    }),
    stringField('name', 'From', 'Who says it, as they signed.'),
    textField('text', 'Remark', 'What they say.', 4),
    momentField('at', 'When', 'When they said it.'),
    stringField('revision', 'Revision', 'The revision of the article that they looked at.'),
  ],
  validation: (rule) => rule.custom(recordId('remark')),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {text: 'text', name: 'name', at: 'at'},
    prepare: ({text, name, at}) => ({
      title: text || 'Remark',
      subtitle: [name, at?.slice(0, 10)].filter(Boolean).join(' · '),
      media: CommentIcon,
    }),
  },
})
