// Paragraphs and lists with links, for texts around the articles: boxes, biographies, policies.
import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {defineArrayMember, defineType} from 'sanity'
import {ANNOTATIONS, DECORATORS, LISTS} from './text-marks.ts'

export const richText = defineType({
  name: 'richText',
  title: 'Text',
  type: 'array',
  icon: BlockContentIcon,
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Text', value: 'normal'}],
      lists: LISTS,
      marks: {decorators: DECORATORS, annotations: ANNOTATIONS},
    }),
  ],
})
