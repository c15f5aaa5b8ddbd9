// A story: its words, its pictures and quotes by reference, and what a page needs to know about it.
import {ClockIcon} from '@sanity/icons/Clock'
import {ComposeIcon} from '@sanity/icons/Compose'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {LinkIcon} from '@sanity/icons/Link'
import {SearchIcon} from '@sanity/icons/Search'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {ownByline} from '../fields/initial-values.ts'
import {languageField} from '../fields/language.ts'
import {pieceFields} from '../fields/piece.ts'
import {FOUND_FIRST, FOUND_NEXT} from '../fields/search.ts'
import {slugField} from '../fields/slug.ts'
import {bareRule} from '../rules/bare-rule.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'
import {headingOrder} from '../rules/heading-order.ts'
import {leadPhotoChosen} from '../rules/lead-photo.ts'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import {atMost} from '../rules/length.ts'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import {publishedFirst} from '../rules/references.ts'
import {noRepeated} from '../rules/repeated-reference.ts'
import {unalteredQuotations} from '../rules/unaltered-quotations.ts'
import {uniqueSlugPerLanguage} from '../rules/unique-slug.ts'

const ARTICLE_TYPES = [
  {title: 'Reportage', value: 'reportage'},
  {title: 'Analysis', value: 'analysis'},
  {title: 'Background', value: 'background'},
  {title: 'Explainer', value: 'explainer'},
  {title: 'Interview', value: 'interview'},
  {title: 'Opinion', value: 'opinion'},
  {title: 'Review', value: 'review'},
  {title: 'Sponsored', value: 'sponsored'},
]

export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  // The form begins with the headline as it will look.
  __experimental_formPreviewTitle: false,
  groups: [
    {name: 'story', title: 'Story', icon: ComposeIcon, default: true},
    {name: 'facts', title: 'Facts', icon: InfoOutlineIcon},
    {name: 'connections', title: 'Connections', icon: LinkIcon},
    {name: 'publication', title: 'Publication', icon: ClockIcon},
    {name: 'seo', title: 'Search engines', icon: SearchIcon},
  ],
  fields: [
    defineField({
      name: 'headline',
      title: 'Headline',
      description: 'What has happened, in one line.',
      type: 'string',
      options: FOUND_FIRST,
      group: 'story',
      validation: (rule) => [
        rule.custom(filled('An article needs a headline.')),
        rule.custom(atMost(MAX_LENGTHS.headline.warn, 'A headline')).warning(),
        rule.custom(atMost(MAX_LENGTHS.headline.refuse, 'A headline')),
      ],
    }),
    defineField({
      name: 'dek',
      title: 'Standfirst',
      description: 'One or two sentences below the headline that say why it matters.',
      type: 'text',
      rows: 3,
      options: FOUND_NEXT,
      group: 'story',
      validation: (rule) => rule.custom(filled('An article needs a standfirst.')),
    }),
    // What is written comes first; what else the page needs can wait below it.
    defineField({
      name: 'body',
      title: 'Text',
      description: 'Write here. The buttons above the text insert photos, quotes and boxes.',
      type: 'body',
      group: 'story',
      validation: (rule) => [
        rule.required().warning('The article has no text yet.'),
        rule.custom(headingOrder).warning(),
        rule.custom(unalteredQuotations).warning(),
      ],
    }),
    defineField({
      name: 'leadPhoto',
      title: 'Lead photo',
      description: 'The picture at the head of the article and in lists.',
      type: 'photoUse',
      group: ['story', 'facts'],
      validation: (rule) => rule.custom(leadPhotoChosen).warning(),
    }),
    defineField({
      name: 'keyPoints',
      title: 'Key points',
      description: 'Optional. Up to five short sentences at the head of the article.',
      type: 'array',
      group: 'story',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.max(5).warning('Readers take in up to five points.'),
    }),
    defineField({
      name: 'section',
      title: 'Section',
      description: 'Where in the paper the article belongs. Shown above the headline.',
      type: 'reference',
      to: [{type: 'section'}],
      group: ['story', 'facts'],
      options: {disableNew: true},
      validation: (rule) => [
        bareRule(rule).required().error('Which section does the article belong to?'),
        bareRule(rule).custom(publishedFirst('This section')),
      ],
    }),
    defineField({
      name: 'kicker',
      title: 'Kicker',
      description: 'Optional. Words above the headline instead of the section’s name.',
      type: 'string',
      group: ['story', 'facts'],
    }),
    defineField({
      name: 'bylines',
      title: 'Bylines',
      description: 'Who made the article, in the order in which they are named.',
      type: 'array',
      group: ['story', 'facts'],
      of: [defineArrayMember({type: 'byline'})],
      initialValue: ownByline,
      validation: (rule) => [
        rule.required().min(1).error('Who wrote it? An article needs a byline.'),
        rule.custom(noRepeated('author', 'This author is already named.')).warning(),
      ],
    }),
    slugField({
      description:
        'The last part of the article’s address. When that of a published article changes, the old one leads to the new one.',
      group: ['story', 'publication'],
      options: {source: 'headline', maxLength: 96, isUnique: uniqueSlugPerLanguage},
    }),
    defineField({
      name: 'articleType',
      title: 'Kind of article',
      description: 'Readers are told when a piece is opinion or sponsored.',
      type: 'string',
      group: 'facts',
      initialValue: 'reportage',
      options: {list: ARTICLE_TYPES},
      validation: (rule) => rule.required().error('What kind of article is it?'),
    }),
    defineField({
      name: 'topics',
      title: 'Topics',
      description: 'What the article is about. Readers find it under these topics.',
      type: 'array',
      group: 'facts',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{type: 'topic'}],
          options: {disableNew: true},
          validation: (rule) => bareRule(rule).custom(publishedFirst('This topic')),
        }),
      ],
      validation: (rule) => [
        rule.required().min(1).warning('Without a topic the article is hard to find.'),
        rule.unique(),
      ],
    }),
    defineField({
      name: 'dateline',
      title: 'Dateline',
      description: 'Optional. The place from which it is reported, such as “BEIJING”.',
      type: 'string',
      group: 'facts',
    }),
    languageField('The language of the article.', 'facts'),
    defineField({
      name: 'related',
      title: 'Related articles',
      description: 'What readers should read next.',
      type: 'array',
      group: 'connections',
      of: [
        defineArrayMember({
          type: 'reference',
          weak: true,
          to: [{type: 'article'}],
          options: {
            disableNew: true,
            filter: ({document}) => ({
              filter: '!(_id in [$self, $draft])',
              params: self(document._id),
            }),
          },
        }),
      ],
      validation: (rule) => [
        rule.required().min(1).warning('The article leads readers to no other one.'),
        rule.unique(),
      ],
    }),
    defineField({
      name: 'citations',
      title: 'References',
      description:
        'Optional. Reports, laws and data that the article is based on, for readers to check.',
      type: 'array',
      group: 'connections',
      of: [defineArrayMember({type: 'citation'})],
    }),
    defineField({
      name: 'translationOf',
      title: 'Translation of',
      description: 'Optional. The article in another language of which this is a translation.',
      type: 'reference',
      weak: true,
      to: [{type: 'article'}],
      group: 'connections',
      options: {
        disableNew: true,
        filter: ({document}) => ({
          filter: '!(_id in [$self, $draft]) && language != $language',
          params: {...self(document._id), language: document['language'] ?? ''},
        }),
      },
    }),
    ...pieceFields('article', 'publication'),
    defineField({
      name: 'displayDate',
      title: 'Date shown to readers',
      description: 'Optional. Only if another date than the first publication should be shown.',
      type: 'datetime',
      group: 'publication',
    }),
    defineField({
      name: 'updatedNote',
      title: 'Note on the update',
      description: 'Optional. What has been added since, for readers who come back.',
      type: 'text',
      rows: 2,
      group: 'publication',
    }),
    defineField({
      name: 'seoHeadline',
      title: 'Headline for search engines',
      description: 'Optional. A plainer headline with the words that people search for.',
      type: 'string',
      group: 'seo',
      validation: (rule) => rule.custom(atMost(70, 'A headline in search results')).info(),
    }),
    defineField({
      name: 'seo',
      title: 'Search engines',
      description: 'Optional. What other sites show of the article.',
      type: 'seo',
      group: 'seo',
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [
    {
      title: 'First published, newest first',
      name: 'firstPublishedDesc',
      by: [{field: 'firstPublishedAt', direction: 'desc'}],
    },
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
    {title: 'Headline', name: 'headlineAsc', by: [{field: 'headline', direction: 'asc'}]},
  ],
  preview: {
    select: {
      headline: 'headline',
      section: 'section.title',
      author: 'bylines.0.author.name',
      firstPublishedAt: 'firstPublishedAt',
      embargo: 'embargo.until',
      media: 'leadPhoto.photo.image',
    },
    prepare: ({headline, section, author, firstPublishedAt, embargo, media}) => ({
      title: headline || 'No headline yet',
      subtitle: [status(firstPublishedAt, embargo), section, author].filter(Boolean).join(' · '),
      media,
    }),
  },
})

const self = (id: string) => ({self: publishedIdOf(id), draft: draftIdOf(id)})

function status(firstPublishedAt?: string, embargo?: string): string {
  if (firstPublishedAt) return firstPublishedAt.slice(0, 10)
  if (embargo && Date.parse(embargo) > Date.now()) return `Embargo ${embargo.slice(0, 10)}`
  return 'Not published yet'
}
