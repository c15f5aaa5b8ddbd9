// What may be done with a photo, until when, and who has checked it.
import {BillIcon} from '@sanity/icons/Bill'
import {defineField, defineType, type CustomValidator} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {rightsEndAfterStart} from '../rules/date-order.ts'
import {exceptFor} from '../rules/roles.ts'

const CATEGORIES = [
  {title: 'Staff photographer', value: 'staff'},
  {title: 'Contract photographer', value: 'contract'},
  {title: 'Commissioned', value: 'commissioned'},
  {title: 'Agency', value: 'agency'},
  {title: 'Handout by an institution', value: 'handout'},
  {title: 'Pool', value: 'pool'},
  {title: 'Screen grab', value: 'screengrab'},
  {title: 'Social media', value: 'socialMedia'},
  {title: 'Creative Commons', value: 'creativeCommons'},
  {title: 'Public domain', value: 'publicDomain'},
  {title: 'Government work', value: 'governmentWork'},
  {title: 'Composite', value: 'composite'},
  {title: 'Illustration or graphic', value: 'illustration'},
  {title: 'Archive', value: 'archive'},
  {title: 'Unknown', value: 'unknown'},
]

const COSTS = [
  {title: 'Free to use', value: 'free'},
  {title: 'Free under conditions', value: 'conditional'},
  {title: 'Must be paid for', value: 'pay'},
]

export const CLEARANCES = [
  {title: 'Not checked yet', value: 'unchecked'},
  {title: 'Cleared', value: 'cleared'},
  {title: 'Denied', value: 'denied'},
]

export const rights = defineType({
  name: 'rights',
  title: 'Rights',
  type: 'object',
  icon: BillIcon,
  fields: [
    defineField({
      name: 'category',
      title: 'Kind of photo',
      description: 'On what ground may we print it?',
      type: 'string',
      options: {list: CATEGORIES},
      validation: (rule) => [
        rule,
        bareRule(rule).required().warning('On what ground may we print this picture?'),
      ],
    }),
    defineField({
      name: 'cost',
      title: 'Cost',
      description: 'What each use costs. Conditions are written under Terms of use.',
      type: 'string',
      options: {list: COSTS, layout: 'radio', direction: 'horizontal'},
    }),
    defineField({
      name: 'validFrom',
      title: 'May be used from',
      description: 'Empty if at once.',
      type: 'datetime',
    }),
    defineField({
      name: 'validUntil',
      title: 'May be used until',
      description:
        'After that moment no article with this photo can be published. Empty if for ever.',
      type: 'datetime',
      validation: (rule) => rule.custom(rightsEndAfterStart),
    }),
    defineField({
      name: 'clearance',
      title: 'Clearance',
      description: 'Set by the photo desk or an editor.',
      type: 'string',
      initialValue: 'unchecked',
      options: {list: CLEARANCES, layout: 'radio', direction: 'horizontal'},
      readOnly: exceptFor('photoEditor', 'editor'),
      validation: (rule) => [rule, bareRule(rule).custom(notDenied).warning()],
    }),
  ],
})

/**
 * A warning only: that clearance was denied must itself be publishable, so that it stops articles that
 * use the photo.
 */
const notDenied: CustomValidator<string | undefined> = (clearance) =>
  clearance !== 'denied' ||
  'The rights were denied: an article with this photo cannot be published.'
