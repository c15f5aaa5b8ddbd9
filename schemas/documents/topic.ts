// What articles are about, with the code under which agencies file the same subject.
import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType, type CustomValidator} from 'sanity'
import {slugField} from '../fields/slug.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'

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
    slugField({
      description: 'The part of the site’s address that stands for this topic.',
      options: {source: 'title', maxLength: 60},
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

/** An IPTC Media Topic code: the scheme's alias and eight digits (NewsCodes, `medtop:11000000`). */
const mediaTopicCode: CustomValidator<string | undefined> = (code) =>
  !code ||
  /^medtop:\d{8}$/.test(code) ||
  'A Media Topic code looks like “medtop:11000000” (politics): “medtop:” and eight digits.'
