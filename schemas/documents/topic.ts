// What articles are about, with the code under which agencies file the same subject.
import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'
import {mediaTopicCode} from '../rules/media-topic.ts'
import {addressChosen, slugShape} from '../rules/slug.ts'

export const topic = defineType({
  name: 'topic',
  title: 'Topic',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      description: 'As readers would call it, such as “Foreign policy”.',
      type: 'string',
      validation: (rule) => rule.custom(filled('What is the topic called?')),
    }),
    defineField({
      name: 'slug',
      title: 'Web address',
      description: 'The part of the site’s address that stands for this topic.',
      type: 'slug',
      options: {source: 'title', maxLength: 60},
      validation: (rule) => [
        rule,
        bareRule(rule).custom(addressChosen),
        bareRule(rule).custom(slugShape),
      ],
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'Optional. What belongs under this topic.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'mediaTopic',
      title: 'IPTC Media Topic',
      description:
        'Optional. The code by which news agencies and search engines know the subject: “medtop:” and eight digits, from iptc.org/standards/media-topics.',
      type: 'string',
      validation: (rule) => rule.custom(mediaTopicCode),
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [{title: 'Name', name: 'titleAsc', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', subtitle: 'mediaTopic'},
    prepare: ({title, subtitle}) => ({title: title || 'No name yet', subtitle, media: TagIcon}),
  },
})
