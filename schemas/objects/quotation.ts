// An annotation: words of running text that somebody said. The paragraph keeps its words, the quote document has the
// speaker and the proof.
import {HighlightIcon} from '@sanity/icons/Highlight'
import {defineType} from 'sanity'
import {quoteReference} from '../fields/quote-reference.ts'

export const quotation = defineType({
  name: 'quotation',
  title: 'Quotation',
  type: 'object',
  icon: HighlightIcon,
  fields: [
    quoteReference(
      'The quote that these words come from. The paragraph keeps its words; readers find the speaker.',
      'Choose the quote, or remove the annotation.',
    ),
  ],
  preview: {
    select: {
      text: 'quote.text',
      attribution: 'quote.attribution',
      speaker: 'quote.speakers.0.source.name',
    },
    prepare: ({text, attribution, speaker}) => ({
      title: text ? `“${text}”` : 'No quote chosen',
      subtitle: speaker || attribution,
      media: HighlightIcon,
    }),
  },
})
