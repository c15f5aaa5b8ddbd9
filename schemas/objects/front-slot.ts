// A story that an editor has placed on a front. What it says here is said only here.
import {PinIcon} from '@sanity/icons/Pin'
import {defineField, defineType} from 'sanity'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import {PIECES, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {atMost} from '../rules/length.ts'
import {pictureOfPhoto} from '../rules/front.ts'

export const frontSlot = defineType({
  name: 'frontSlot',
  title: 'Story',
  type: 'object',
  icon: PinIcon,
  fields: [
    defineField({
      name: 'piece',
      title: 'Story',
      description: 'The piece. It disappears from here when it is withdrawn.',
      type: 'reference',
      weak: true,
      to: PIECES,
      options: {disableNew: true},
      validation: (rule) => rule.required().error('Which story is it?'),
    }),
    defineField({
      name: 'kicker',
      title: 'Another kicker, here only',
      description: 'Leave empty for the story’s own.',
      type: 'string',
    }),
    defineField({
      name: 'headline',
      title: 'Another headline, here only',
      description:
        'Leave empty for the story’s own. It is taken off when the story’s headline is corrected.',
      type: 'string',
      validation: (rule) => [
        rule.custom(atMost(MAX_LENGTHS.headline.warn, 'A headline')).warning(),
        rule.custom(atMost(MAX_LENGTHS.headline.refuse, 'A headline')),
      ],
    }),
    defineField({
      name: 'dek',
      title: 'Another standfirst, here only',
      description:
        'Leave empty for the story’s own. It is taken off when the story’s standfirst is corrected.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'picture',
      title: 'Another picture, here only',
      description:
        'Leave empty for the story’s own. Choose the photo, then crop it for this place.',
      type: 'image',
      options: {hotspot: true},
      fields: [
        defineField({
          name: 'photo',
          title: 'Photo',
          description: 'The photo in the library, with its credit and its rights.',
          type: 'reference',
          to: [{type: 'photoWithCredit'}],
          options: {disableNew: true, filter: 'rights.clearance != "denied"'},
        }),
        defineField({
          name: 'until',
          title: 'Until',
          description: 'When the rights of the photo end. The server sets it.',
          type: 'datetime',
          hidden: true,
          readOnly: true,
        }),
      ],
      validation: (rule) => rule.custom(pictureOfPhoto),
    }),
    defineField({
      name: 'until',
      title: 'Here until',
      description: 'It is taken off at this time. Empty: it stays.',
      type: 'datetime',
    }),
  ],
  preview: {
    select: {...titleThrough('piece'), headline: 'headline', until: 'until', media: 'picture'},
    prepare: ({headline, until, media, ...selected}) => ({
      title: headline || titleSelected(selected) || 'A story that is gone',
      subtitle: until ? `Until ${until.slice(0, 16).replace('T', ' ')}` : undefined,
      media: media ?? PinIcon,
    }),
  },
})
