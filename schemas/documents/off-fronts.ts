// “Not on fronts”, said of one piece. It is kept beside the piece: what was approved stays approved.
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {defineField, defineType} from 'sanity'
import {PIECES} from '../fields/record-subject.ts'
import {plainId} from '../rules/document-id.ts'

export const offFronts = defineType({
  name: 'offFronts',
  title: 'Not on fronts',
  type: 'document',
  icon: EyeClosedIcon,
  liveEdit: true,
  fields: [
    defineField({
      name: 'piece',
      title: 'Piece',
      description: 'It is on no front, neither by hand nor by a rule.',
      type: 'reference',
      weak: true,
      to: PIECES,
      options: {disableNew: true},
      validation: (rule) => rule.required().error('Which piece is to be on no front?'),
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {title: 'Last added', name: 'createdDesc', by: [{field: '_createdAt', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'piece.headline', other: 'piece.title'},
    prepare: ({title, other}) => ({
      title: title || other || 'A piece that is gone',
      subtitle: 'Not on fronts',
      media: EyeClosedIcon,
    }),
  },
})
