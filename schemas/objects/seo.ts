// What search engines and other sites show of an article.
import {SearchIcon} from '@sanity/icons/Search'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {atMost} from '../rules/length.ts'
import {safeLink} from '../rules/safe-link.ts'

export const seo = defineType({
  name: 'seo',
  title: 'Search engines',
  type: 'object',
  icon: SearchIcon,
  fields: [
    defineField({
      name: 'description',
      title: 'Description',
      description:
        'One or two sentences for search results. The standfirst is used if this is empty.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.custom(atMost(160, 'A description in search results')).warning(),
    }),
    defineField({
      name: 'canonicalUrl',
      title: 'First published at',
      description: 'Only for a text that we took over: the address at which it first appeared.',
      type: 'url',
      validation: (rule) => bareRule(rule).custom(safeLink),
    }),
    defineField({
      name: 'noIndex',
      title: 'Keep out of search engines',
      description: 'Readers with the address can still open the article.',
      type: 'boolean',
    }),
  ],
})
