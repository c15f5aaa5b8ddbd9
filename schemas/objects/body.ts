// The text of an article, with everything in it.
import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {defineArrayMember, defineType} from 'sanity'
import {ANNOTATIONS, DECORATORS, LISTS} from './text-marks.ts'

export const body = defineType({
  name: 'body',
  title: 'Text',
  type: 'array',
  icon: BlockContentIcon,
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Text', value: 'normal'},
        {title: 'Subheading', value: 'h2'},
        {title: 'Small subheading', value: 'h3'},
        {title: 'Quoted passage', value: 'blockquote'},
      ],
      lists: LISTS,
      marks: {
        decorators: DECORATORS,
        annotations: [...ANNOTATIONS, defineArrayMember({type: 'quotation'})],
      },
    }),
    defineArrayMember({type: 'photoUse', initialValue: {role: 'inline'}}),
    defineArrayMember({type: 'quoteUse'}),
    defineArrayMember({type: 'callToAction'}),
    defineArrayMember({type: 'keyPoints'}),
    defineArrayMember({type: 'factBox'}),
    defineArrayMember({type: 'embed'}),
  ],
})
