// A quote in one place of one article. Its words, speakers and proof belong to the quote document.
import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {defineField, defineType} from 'sanity'
import {quoteReference} from '../fields/quote-reference.ts'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import {pullQuoteAtMost} from '../rules/pull-quote.ts'

const DISPLAYS = [
  {title: 'Block: a paragraph of its own', value: 'block'},
  {title: 'Pull quote: a large line beside the text', value: 'pull'},
  {title: 'Inline: within the running text', value: 'inline'},
]

export const quoteUse = defineType({
  name: 'quoteUse',
  title: 'Quote',
  type: 'object',
  icon: DoubleQuoteIcon,
  fields: [
    quoteReference(
      'Find a quote, or create it here together with its speaker.',
      'Choose a quote, or remove this one.',
    ),
    defineField({
      name: 'display',
      title: 'Shown as',
      description: 'A pull quote repeats a strong line; a block is where the quote is first read.',
      type: 'string',
      initialValue: 'block',
      options: {list: DISPLAYS, layout: 'radio'},
      validation: (rule) => rule.required().error('How is the quote shown?'),
    }),
  ],
  validation: (rule) => [
    rule.custom(pullQuoteAtMost(MAX_LENGTHS.pullQuote.warn)).warning(),
    rule.custom(pullQuoteAtMost(MAX_LENGTHS.pullQuote.refuse)),
  ],
  preview: {
    select: {
      text: 'quote.text',
      attribution: 'quote.attribution',
      speaker: 'quote.speakers.0.source.name',
      display: 'display',
    },
    prepare: ({text, attribution, speaker, display}) => ({
      title: text ? `“${text}”` : 'No quote chosen',
      subtitle: [attribution || speaker, display === 'pull' && 'pull quote']
        .filter(Boolean)
        .join(' · '),
      media: DoubleQuoteIcon,
    }),
  },
})
