// What readers get at the address of a withdrawn article: `notice-<id of the article>-<number>`. The
// server writes it, never deletes it, and readers see all of it.
import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {plainId} from '../rules/document-id.ts'
import {momentField, stringField, textField} from '../fields/record-field.ts'

const KINDS = [
  {title: 'Withdrawn', value: 'withdrawn'},
  {title: 'Killed', value: 'killed'},
]

export const notice = defineType({
  name: 'notice',
  title: 'Notice',
  type: 'document',
  icon: RemoveCircleIcon,
  liveEdit: true,
  readOnly: true,
  fields: [
    // No reference: the article is a draft again, or gone.
    stringField('articleId', 'Piece', 'The ID of the piece that was there.'),
    stringField(
      'subjectType',
      'Kind of piece',
      'The type of what was taken away. Empty for an article.',
    ),
    stringField('slug', 'Web address', 'The last part of the address at which it was.'),
    defineField({
      name: 'previousSlugs',
      title: 'Earlier web addresses',
      description: 'Its former addresses. Readers who come there find the notice, too.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    stringField('headline', 'Headline', 'The headline under which readers knew it.'),
    defineField({
      name: 'kind',
      title: 'What happened',
      description: 'Whether it was withdrawn or killed.',
      type: 'string',
      options: {list: KINDS},
    }),
    textField('readerNote', 'Note to readers', 'What readers are told in its place.', 3),
    momentField('at', 'When', 'When it was taken away.'),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {headline: 'headline', kind: 'kind', at: 'at'},
    prepare: ({headline, kind, at}) => ({
      title: headline || 'Notice',
      subtitle: [KINDS.find(({value}) => value === kind)?.title, at?.slice(0, 10)]
        .filter(Boolean)
        .join(' · '),
      media: RemoveCircleIcon,
    }),
  },
})
