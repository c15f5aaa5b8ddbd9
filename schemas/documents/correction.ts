// What readers are told about a change to a published article. The server writes it, for good, and
// readers see all of it: `correction-<id of the article>-<number>`.
import {HighlightIcon} from '@sanity/icons/Highlight'
import {defineField, defineType} from 'sanity'
import {CORRECTION_TYPES, correctionTextFields} from '../fields/correction-text.ts'
import {articleReferenceField, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {plainId} from '../rules/document-id.ts'
import {momentField, stringField} from '../fields/record-field.ts'

const TYPES = [...CORRECTION_TYPES, {title: 'Retraction', value: 'retraction'}]

export const correction = defineType({
  name: 'correction',
  title: 'Correction',
  type: 'document',
  icon: HighlightIcon,
  liveEdit: true,
  readOnly: true,
  fields: [
    articleReferenceField(),
    defineField({
      name: 'number',
      title: 'Number',
      description: 'Counts the corrections of one article from 1.',
      type: 'number',
    }),
    defineField({
      name: 'type',
      title: 'Kind',
      description: 'What kind of change it was.',
      type: 'string',
      options: {list: TYPES},
    }),
    ...correctionTextFields(),
    stringField(
      'revisionBefore',
      'Revision before',
      'The revision of the article that readers saw before.',
    ),
    stringField(
      'revisionAfter',
      'Revision after',
      'The revision of the article that readers saw from then on.',
    ),
    momentField('publishedAt', 'Published', 'When readers were told.'),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {title: 'Newest first', name: 'publishedDesc', by: [{field: 'publishedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {
      note: 'readerNote',
      type: 'type',
      ...titleThrough(),
      publishedAt: 'publishedAt',
    },
    prepare: ({note, type, publishedAt, ...selected}) => ({
      title: [
        TYPES.find(({value}) => value === type)?.title ?? 'Correction',
        titleSelected(selected),
      ]
        .filter(Boolean)
        .join(': '),
      subtitle: [publishedAt?.slice(0, 10), note].filter(Boolean).join(' · '),
      media: HighlightIcon,
    }),
  },
})
