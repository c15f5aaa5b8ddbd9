// A picture with everything that must be printed, paid or asked for when it is used.
import {BillIcon} from '@sanity/icons/Bill'
import {ImageIcon} from '@sanity/icons/Image'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {confidentialField, confidentialGroup} from '../fields/confidential.ts'
import {FOUND_AS_TEXT, FOUND_NEXT} from '../fields/search.ts'
import {CLEARANCES} from '../objects/rights.ts'
import {bareRule} from '../rules/bare-rule.ts'
import {plainId} from '../rules/document-id.ts'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import {atMost} from '../rules/length.ts'
import {onePhotoPerAsset} from '../rules/one-photo-per-asset.ts'
import {partialDate} from '../rules/partial-date.ts'
import {altOrDecorative, creditLineRequired, pictureUploaded, wideEnough} from '../rules/photo.ts'
import {safeLink} from '../rules/safe-link.ts'

/** IPTC NewsCodes, Digital Source Type: the last part of each code's address in the vocabulary. */
const DIGITAL_SOURCE_TYPES = [
  {title: 'Photograph, digital camera', value: 'digitalCapture'},
  {title: 'Photograph, several shots combined by the camera', value: 'computationalCapture'},
  {title: 'Scan of a negative', value: 'negativeFilm'},
  {title: 'Scan of a slide', value: 'positiveFilm'},
  {title: 'Scan of a print', value: 'print'},
  {title: 'Screenshot', value: 'screenCapture'},
  {title: 'Recording of a virtual event', value: 'virtualRecording'},
  {title: 'Photograph, edited by a person', value: 'humanEdits'},
  {title: 'Photograph, improved by software', value: 'algorithmicallyEnhanced'},
  {title: 'Composite of several pictures', value: 'composite'},
  {title: 'Composite of photographs', value: 'compositeCapture'},
  {title: 'Composite with computer-made parts', value: 'compositeSynthetic'},
  {
    title: 'Photograph with parts made by generative AI',
    value: 'compositeWithTrainedAlgorithmicMedia',
  },
  {title: 'Drawn or designed by a person', value: 'digitalCreation'},
  {title: 'Chart or map made from data', value: 'dataDrivenMedia'},
  {title: 'Made by software, without AI', value: 'algorithmicMedia'},
  {title: 'Made by generative AI', value: 'trainedAlgorithmicMedia'},
]

export const photoWithCredit = defineType({
  name: 'photoWithCredit',
  title: 'Photo',
  type: 'document',
  icon: ImageIcon,
  groups: [
    {name: 'picture', title: 'Picture', icon: ImageIcon, default: true},
    {name: 'facts', title: 'Facts', icon: InfoOutlineIcon},
    {name: 'rights', title: 'Rights', icon: BillIcon},
    confidentialGroup,
  ],
  fields: [
    defineField({
      name: 'image',
      title: 'Picture',
      description:
        'Upload the file as it was supplied: caption, credit and copyright are read from it. Then mark what must not be cut off.',
      type: 'image',
      group: 'picture',
      options: {
        hotspot: true,
        // No `exif` and no `location`: an asset's metadata is as public as the picture.
        metadata: ['blurhash', 'lqip', 'palette'],
        accept: 'image/*',
      },
      validation: (rule) => [
        rule.custom(pictureUploaded),
        rule.custom(wideEnough).warning(),
        rule.custom(onePhotoPerAsset),
      ],
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      description:
        'Who and what is seen, where and when. Without the credit: it has its own field.',
      type: 'text',
      rows: 3,
      options: FOUND_AS_TEXT,
      group: 'picture',
      validation: (rule) => [
        rule.required().warning('Readers want to know what they see.'),
        rule.custom(atMost(MAX_LENGTHS.caption.warn, 'A caption')).warning(),
        rule.custom(atMost(MAX_LENGTHS.caption.refuse, 'A caption')),
      ],
    }),
    defineField({
      name: 'alt',
      title: 'Description for people who cannot see it',
      description:
        'What the picture shows, read out by screen readers. Not a repetition of the caption.',
      type: 'text',
      rows: 2,
      group: 'picture',
      hidden: ({parent}) => parent?.decorative === true,
      validation: (rule) => [
        rule.custom(altOrDecorative),
        rule.custom(atMost(MAX_LENGTHS.alt.refuse, 'A description')),
      ],
    }),
    defineField({
      name: 'decorative',
      title: 'Only decorative',
      description:
        'The picture tells nothing that is not in the text, so nothing needs to be read out.',
      type: 'boolean',
      group: 'picture',
      initialValue: false,
    }),
    defineField({
      name: 'creditLine',
      title: 'Credit',
      description:
        'Printed with the photo, word for word as it was supplied, such as “© Sankei by Yasuto Tanaka”.',
      type: 'string',
      options: FOUND_NEXT,
      group: ['picture', 'rights'],
      validation: (rule) => rule.custom(creditLineRequired),
    }),
    defineField({
      name: 'creator',
      title: 'Photographer',
      description: 'The person who took or drew it. Leave empty if only an institution is named.',
      type: 'string',
      group: ['picture', 'rights'],
    }),
    defineField({
      name: 'creatorTitle',
      title: 'Photographer’s job title',
      description: 'Optional, such as “Staff photographer”.',
      type: 'string',
      group: 'rights',
    }),
    defineField({
      name: 'copyrightHolder',
      title: 'Copyright holder',
      description:
        'The person or organisation that owns the rights, such as an agency or a ministry.',
      type: 'string',
      group: ['picture', 'rights'],
    }),
    defineField({
      name: 'copyrightNotice',
      title: 'Copyright notice',
      description: 'Optional. The notice exactly as the owner writes it.',
      type: 'string',
      group: 'rights',
    }),
    defineField({
      name: 'rights',
      title: 'Rights',
      description: 'Why we may print the picture, until when, and whether that was checked.',
      type: 'rights',
      group: 'rights',
    }),
    defineField({
      name: 'usageTerms',
      title: 'Terms of use',
      description: 'Optional. What the owner asks for, in the owner’s words. Readers can see this.',
      type: 'text',
      rows: 2,
      group: 'rights',
    }),
    defineField({
      name: 'licenseUrl',
      title: 'Licence',
      description: 'Optional. The web address of the licence.',
      type: 'url',
      group: 'rights',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'acquireUrl',
      title: 'Where to buy it',
      description: 'Optional. The web address at which others can license the picture.',
      type: 'url',
      group: 'rights',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'dateTaken',
      title: 'Date taken',
      description: 'As exactly as it is known: 2022, 2022-12 or 2022-12-20.',
      type: 'string',
      group: 'facts',
      validation: (rule) => rule.custom(partialDate),
    }),
    defineField({
      name: 'place',
      title: 'Place',
      description:
        'What the picture shows, as a place: “Great Hall of the People, Beijing”. Public, so nobody’s home.',
      type: 'string',
      group: 'facts',
    }),
    defineField({
      name: 'people',
      title: 'People in the picture',
      description: 'Names, from left to right. Only people who may be named.',
      type: 'array',
      group: 'facts',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'digitalSourceType',
      title: 'How it was made',
      description: 'Readers are told when software or AI has made the picture or parts of it.',
      type: 'string',
      group: 'facts',
      options: {list: DIGITAL_SOURCE_TYPES},
      validation: (rule) => [rule, bareRule(rule).required().info('Say how the picture was made.')],
    }),
    confidentialField(
      'What the file said, where exactly it was taken, restrictions, the supplier’s number.',
    ),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {title: 'Newest first', name: 'createdDesc', by: [{field: '_createdAt', direction: 'desc'}]},
    {title: 'Date taken', name: 'takenDesc', by: [{field: 'dateTaken', direction: 'desc'}]},
    {title: 'Credit', name: 'creditAsc', by: [{field: 'creditLine', direction: 'asc'}]},
  ],
  preview: {
    select: {
      caption: 'caption',
      alt: 'alt',
      creditLine: 'creditLine',
      clearance: 'rights.clearance',
      media: 'image',
    },
    prepare: ({caption, alt, creditLine, clearance, media}) => ({
      title: caption || alt || 'Photo without a caption',
      subtitle: [
        creditLine || 'No credit yet',
        CLEARANCES.find(({value}) => value === clearance)?.title,
      ]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
