// One line of the record that nobody can delete: `ledger.<…>`. The server writes it.
import {BookIcon} from '@sanity/icons/Book'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {PIECES, RECORDED, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {signatureFields} from '../fields/signature.ts'
import {recordId} from '../rules/document-id.ts'
import {textField} from '../fields/record-field.ts'

const KINDS = [
  {title: 'Published', value: 'published'},
  {title: 'Changed', value: 'changed'},
  {title: 'Removed', value: 'removed'},
  {title: 'Published by import', value: 'import'},
  {title: 'Minor change', value: 'minor'},
  {title: 'Withdrawn', value: 'withdrawn'},
  {title: 'Killed', value: 'killed'},
  {title: 'Amended', value: 'amended'},
  {title: 'Approved by its own author', value: 'recorded'},
  {title: 'Purged', value: 'purged'},
]

export const ledgerEntry = defineType({
  name: 'ledgerEntry',
  title: 'Ledger entry',
  type: 'document',
  icon: BookIcon,
  liveEdit: true,
  readOnly: true,
  // A reason may name what must stay inside the newsroom.
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'What was done.',
      type: 'string',
      options: {list: KINDS},
    }),
    defineField({
      name: 'subject',
      title: 'Document',
      description: 'The series, package or the like that was published, changed or removed.',
      type: 'reference',
      weak: true,
      to: RECORDED,
    }),
    defineField({
      name: 'changes',
      title: 'Changes',
      description: 'What readers find changed, in sentences.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({
      name: 'articles',
      title: 'Pieces',
      description: 'The pieces that it concerns.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', weak: true, to: PIECES})],
    }),
    textField('reason', 'Reason', 'Why it was done.', 3),
    ...signatureFields(),
  ],
  validation: (rule) => rule.custom(recordId('ledger')),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {
      kind: 'kind',
      subject: 'subject.title',
      ...titleThrough('articles.0'),
      byName: 'byName',
      at: 'at',
    },
    prepare: ({kind, subject, byName, at, ...selected}) => ({
      title: [
        KINDS.find(({value}) => value === kind)?.title ?? 'Ledger entry',
        subject ?? titleSelected(selected),
      ]
        .filter(Boolean)
        .join(': '),
      subtitle: [byName, at?.slice(0, 10)].filter(Boolean).join(' · '),
      media: BookIcon,
    }),
  },
})
