// What only the newsroom knows about a photo: `private.photo.<id of the photo>`.
import {LockIcon} from '@sanity/icons/Lock'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {publicDocumentField} from '../fields/public-document.ts'
import {privateIdOf} from '../rules/document-id.ts'

export const privatePhoto = defineType({
  name: 'privatePhoto',
  title: 'Photo, confidential',
  type: 'document',
  icon: LockIcon,
  liveEdit: true,
  // Restrictions and positions do not belong in the results of a search.
  __experimental_omnisearch_visibility: false,
  fields: [
    publicDocumentField('photo', 'Photo', 'photoWithCredit'),
    defineField({
      name: 'restrictions',
      title: 'Restrictions',
      description: 'What the supplier forbids: countries, uses, cropping, resale.',
      type: 'text',
      rows: 3,
    }),
    defineField({
      name: 'supplierReference',
      title: 'Supplier’s number',
      description: 'Under which number or job the supplier knows the picture.',
      type: 'string',
    }),
    defineField({
      name: 'position',
      title: 'Exact position',
      description: 'Where the camera was, if the file said so. Never published.',
      type: 'geopoint',
    }),
    defineField({
      name: 'fromFile',
      title: 'What the file said',
      description: 'Read from the file when it was uploaded, field by field.',
      type: 'array',
      of: [defineArrayMember({type: 'fileStatement'})],
      readOnly: true,
    }),
    defineField({
      name: 'filledFromFile',
      title: 'Filled from the file, not confirmed yet',
      description:
        'Fields of the photo that were filled from the file and that nobody has checked.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      readOnly: true,
    }),
    defineField({
      name: 'confirmed',
      title: 'Checked by a person',
      description: 'Somebody has compared what was filled in with what the supplier sent.',
      type: 'boolean',
      initialValue: false,
    }),
  ],
  validation: (rule) => rule.custom(privateIdOf('photo', 'photo')),
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {caption: 'photo.caption', confirmed: 'confirmed', media: 'photo.image'},
    prepare: ({caption, confirmed, media}) => ({
      title: caption || 'Photo',
      subtitle: confirmed ? 'Confidential · checked' : 'Confidential · not checked yet',
      media: media ?? LockIcon,
    }),
  },
})
