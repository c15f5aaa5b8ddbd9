// A photo in one place of one article. It has no credit of its own: the credit belongs to the photo.
import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType, type ConditionalPropertyCallback} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import {atMost} from '../rules/length.ts'
import {publishedWithArticle} from '../rules/references.ts'

const ROLES = [
  {title: 'In the text', value: 'inline'},
  {title: 'Supporting, small', value: 'supporting'},
  {title: 'Showcase, wide', value: 'showcase'},
]

/** Then nothing is asked about it. */
const hasNoPhoto: ConditionalPropertyCallback = ({parent, value}) =>
  (parent as {photo?: unknown} | undefined)?.photo === undefined && value === undefined

export const photoUse = defineType({
  name: 'photoUse',
  title: 'Photo',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'photo',
      title: 'Photo',
      description: 'Find a photo in the library, or create one here and upload the file.',
      type: 'reference',
      to: [{type: 'photoWithCredit'}],
      // A photo whose rights were denied would only stop the article later.
      options: {filter: 'rights.clearance != "denied"'},
      validation: (rule) => [
        bareRule(rule).required().error('Choose a photo, or remove this one.'),
        bareRule(rule).custom(publishedWithArticle).info(),
      ],
    }),
    defineField({
      name: 'caption',
      title: 'Another caption, here only',
      description: 'Leave empty to print the photo’s own caption. The credit is added by itself.',
      hidden: hasNoPhoto,
      type: 'text',
      rows: 2,
      validation: (rule) => [
        rule.custom(atMost(MAX_LENGTHS.caption.warn, 'A caption')).warning(),
        rule.custom(atMost(MAX_LENGTHS.caption.refuse, 'A caption')),
      ],
    }),
    defineField({
      name: 'alt',
      title: 'Another description, here only',
      description: 'Leave empty to use the photo’s own description for people who cannot see it.',
      hidden: hasNoPhoto,
      type: 'text',
      rows: 2,
      validation: (rule) => rule.custom(atMost(MAX_LENGTHS.alt.refuse, 'A description')),
    }),
    // No initial value here: it would put an empty photo into every new article and author.
    defineField({
      name: 'role',
      title: 'Size',
      description: 'How much room the photo gets on the page.',
      hidden: hasNoPhoto,
      type: 'string',
      options: {list: ROLES, layout: 'radio', direction: 'horizontal'},
    }),
  ],
  preview: {
    select: {
      chosen: 'photo._id',
      caption: 'caption',
      photoCaption: 'photo.caption',
      credit: 'photo.creditLine',
      media: 'photo.image',
    },
    prepare: ({chosen, caption, photoCaption, credit, media}) => ({
      title: chosen ? caption || photoCaption || 'Photo without a caption' : 'No photo chosen',
      subtitle: chosen && (credit || 'No credit yet'),
      media,
    }),
  },
})
