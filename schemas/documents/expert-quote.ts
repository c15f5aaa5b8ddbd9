// What somebody said: verbatim, attributed, with the terms and the proof.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {SearchIcon} from '@sanity/icons/Search'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {confidentialField, confidentialGroup} from '../fields/confidential.ts'
import {languageField} from '../fields/language.ts'
import {FOUND_AS_TEXT, FOUND_NEXT} from '../fields/search.ts'
import {VERIFICATION_STATUSES} from '../objects/verification.ts'
import {bareRule} from '../rules/bare-rule.ts'
import {
  attributionWhenAnonymous,
  directQuoteIsAttributed,
  isAnonymous,
  noSpeakersWhenAnonymous,
  reasonWhenAnonymous,
  reportedSpeechIsAttributed,
} from '../rules/attribution.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import {atMost} from '../rules/length.ts'
import {withoutOuterQuotationMarks} from '../rules/outer-quotation-marks.ts'
import {partialDate} from '../rules/partial-date.ts'
import {notOffRecord} from '../rules/publishable-quote.ts'
import {publishedWithArticle} from '../rules/references.ts'
import {noRepeatedSpeaker} from '../rules/repeated-reference.ts'

export const QUOTE_KINDS = [
  {title: 'Direct: the speaker’s own words', value: 'direct'},
  {title: 'Partial: some of the speaker’s own words', value: 'partial'},
  {title: 'Paraphrase: in our words', value: 'paraphrase'},
  {title: 'Document: from a report, a newspaper, a statement', value: 'document'},
] as const

const MEDIA = [
  {title: 'Interview', value: 'interview'},
  {title: 'Press conference', value: 'pressConference'},
  {title: 'Statement', value: 'statement'},
  {title: 'Report', value: 'report'},
  {title: 'Broadcast', value: 'broadcast'},
  {title: 'Social media', value: 'social'},
  {title: 'E-mail', value: 'email'},
  {title: 'Court', value: 'court'},
]

const TERMS = [
  {title: 'On the record: words and name', value: 'onRecord'},
  {title: 'Background: words, but no name', value: 'background'},
  {title: 'Deep background: neither name nor origin', value: 'deepBackground'},
  {title: 'Off the record: not for publication', value: 'offRecord'},
]

export const expertQuote = defineType({
  name: 'expertQuote',
  title: 'Quote',
  type: 'document',
  icon: DoubleQuoteIcon,
  groups: [
    {name: 'quote', title: 'Quote', icon: DoubleQuoteIcon, default: true},
    {name: 'origin', title: 'Origin', icon: SearchIcon},
    {name: 'verification', title: 'Terms and verification', icon: CheckmarkCircleIcon},
    confidentialGroup,
  ],
  fields: [
    defineField({
      name: 'text',
      title: 'Words',
      description: 'Word for word, without the quotation marks around it.',
      type: 'text',
      rows: 4,
      options: FOUND_AS_TEXT,
      group: 'quote',
      validation: (rule) => [
        rule.custom(filled('What was said?')),
        rule.custom(withoutOuterQuotationMarks).warning(),
        rule.custom(atMost(MAX_LENGTHS.pullQuote.warn, 'A pull quote')).info(),
        rule.custom(atMost(MAX_LENGTHS.pullQuote.refuse, 'A quote that readers finish')).warning(),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind of quote',
      description: 'Only the speaker’s own words are printed in quotation marks.',
      type: 'string',
      group: 'quote',
      initialValue: 'direct',
      options: {list: [...QUOTE_KINDS], layout: 'radio'},
      validation: (rule) => rule.required().error('What kind of quote is it?'),
    }),
    defineField({
      name: 'speakers',
      title: 'Speakers',
      description:
        'Who says it, with title and affiliation at that time. Two people can be quoted together. Empty if the person must not be named.',
      type: 'array',
      group: 'quote',
      of: [defineArrayMember({type: 'speaker'})],
      // Still shown while there is a name in it that has to go.
      hidden: ({document, value}) => isAnonymous(document?.['terms'] as string) && !value?.length,
      validation: (rule) => [rule.custom(noSpeakersWhenAnonymous), rule.custom(noRepeatedSpeaker)],
    }),
    defineField({
      name: 'attribution',
      title: 'Attribution in print',
      description:
        'The words that name the speaker on the page, such as “Martin Wolf, Chief Economic Commentator for the Financial Times” or “people familiar with the briefing”.',
      type: 'string',
      options: FOUND_NEXT,
      group: 'quote',
      validation: (rule) => [
        rule.custom(directQuoteIsAttributed),
        rule.custom(reportedSpeechIsAttributed).warning(),
        rule.custom(attributionWhenAnonymous),
      ],
    }),
    languageField('The language of the words above.', 'quote'),
    defineField({
      name: 'original',
      title: 'Original wording',
      description: 'If the words above are a translation.',
      type: 'original',
      group: 'quote',
    }),
    defineField({
      name: 'medium',
      title: 'Said in',
      description: 'How the words reached us.',
      type: 'string',
      group: 'origin',
      initialValue: 'interview',
      options: {list: MEDIA},
    }),
    defineField({
      name: 'saidOn',
      title: 'Said on',
      description: 'As exactly as it is known: 2024, 2024-03 or 2024-03-04.',
      type: 'string',
      group: 'origin',
      validation: (rule) => rule.custom(partialDate),
    }),
    defineField({
      name: 'reportedBy',
      title: 'Reported by',
      description: 'Optional. The newspaper or agency from which we take the quote.',
      type: 'reference',
      to: [{type: 'source'}],
      group: 'origin',
      validation: (rule) => bareRule(rule).custom(publishedWithArticle).info(),
    }),
    defineField({
      name: 'provenance',
      title: 'Where it was published',
      description: 'Where readers and colleagues can look the words up.',
      type: 'provenance',
      group: 'origin',
    }),
    defineField({
      name: 'terms',
      title: 'Terms',
      description: 'What was agreed with the speaker.',
      type: 'string',
      group: ['quote', 'verification'],
      initialValue: 'onRecord',
      options: {list: TERMS, layout: 'radio'},
      validation: (rule) => [
        rule.required().error('On what terms was it said?'),
        bareRule(rule).custom(notOffRecord),
      ],
    }),
    defineField({
      name: 'anonymityReason',
      title: 'Why the person is not named',
      description:
        'Printed: “because she was not authorised to speak publicly”. Nothing that gives the person away.',
      type: 'string',
      group: ['quote', 'verification'],
      hidden: ({document, value}) => !isAnonymous(document?.['terms'] as string) && !value,
      validation: (rule) => rule.custom(reasonWhenAnonymous),
    }),
    defineField({
      name: 'verification',
      title: 'Verification',
      description: 'How far the words were checked. Readers may see this.',
      type: 'verification',
      group: 'verification',
    }),
    confidentialField(
      'The recording, the true speaker of an anonymous quote, notes for colleagues.',
    ),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {title: 'Newest first', name: 'createdDesc', by: [{field: '_createdAt', direction: 'desc'}]},
    {title: 'Said on', name: 'saidDesc', by: [{field: 'saidOn', direction: 'desc'}]},
    {
      title: 'Verification',
      name: 'verificationAsc',
      by: [{field: 'verification.status', direction: 'asc'}],
    },
  ],
  preview: {
    select: {
      text: 'text',
      attribution: 'attribution',
      first: 'speakers.0.source.name',
      second: 'speakers.1.source.name',
      terms: 'terms',
      verification: 'verification.status',
    },
    prepare: ({text, attribution, first, second, terms, verification}) => ({
      title: text || 'No words yet',
      subtitle: [
        [first, second].filter(Boolean).join(', ') || attribution || 'No speaker yet',
        terms === 'offRecord' && 'Off the record',
        VERIFICATION_STATUSES.find(({value}) => value === verification)?.title,
      ]
        .filter(Boolean)
        .join(' · '),
      media: DoubleQuoteIcon,
    }),
  },
})
