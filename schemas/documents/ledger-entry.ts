// One line of the record that nobody can delete: `ledger.<…>`. The server writes it.
import {BookIcon} from '@sanity/icons/Book'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {signatureFields} from '../fields/signature.ts'
import {recordId} from '../rules/document-id.ts'

const KINDS = [
  {title: 'Published', value: 'published'},
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
      name: 'articles',
      title: 'Articles',
      description: 'The articles that it concerns.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', weak: true, to: [{type: 'article'}]})],
    }),
    defineField({
      name: 'reason',
      title: 'Reason',
      description: 'Why it was done.',
      type: 'text',
      rows: 3,
    }),
    ...signatureFields(),
  ],
  validation: (rule) => rule.custom(recordId('ledger')),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {kind: 'kind', headline: 'articles.0.headline', byName: 'byName', at: 'at'},
    prepare: ({kind, headline, byName, at}) => ({
      title: [KINDS.find(({value}) => value === kind)?.title ?? 'Ledger entry', headline]
        .filter(Boolean)
        .join(': '),
      subtitle: [byName, at?.slice(0, 10)].filter(Boolean).join(' · '),
      media: BookIcon,
    }),
  },
})
