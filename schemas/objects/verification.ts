// How far the newsroom has checked a quote.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {notContested} from '../rules/publishable-quote.ts'

export const VERIFICATION_STATUSES = [
  {title: 'Not verified yet', value: 'unverified'},
  {title: 'Matched with the published source', value: 'sourceMatched'},
  {title: 'Checked against the recording', value: 'recordingChecked'},
  {title: 'Confirmed by the speaker', value: 'confirmedBySpeaker'},
  {title: 'Disputed', value: 'disputed'},
  {title: 'Retracted', value: 'retracted'},
]

export const verification = defineType({
  name: 'verification',
  title: 'Verification',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'status',
      title: 'Status',
      description: 'Somebody who wrote none of the quote’s words verifies it.',
      type: 'string',
      initialValue: 'unverified',
      options: {list: VERIFICATION_STATUSES, layout: 'radio'},
      validation: (rule) => [rule, bareRule(rule).custom(notContested)],
    }),
    defineField({
      name: 'by',
      title: 'Verified by',
      description: 'Filled in when the status changes.',
      type: 'string',
      readOnly: true,
      hidden: ({value}) => !value,
    }),
    defineField({
      name: 'verifiedWords',
      title: 'Verified words',
      description: 'A mark of the words that were verified: others are not.',
      type: 'string',
      readOnly: true,
      hidden: true,
    }),
    defineField({
      name: 'on',
      title: 'Verified on',
      description: 'Filled in when the status changes.',
      type: 'datetime',
      readOnly: true,
      hidden: ({value}) => !value,
    }),
  ],
})
