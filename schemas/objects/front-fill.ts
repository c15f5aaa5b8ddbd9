// The rule that fills up a container of a front.
import {FilterIcon} from '@sanity/icons/Filter'
import {defineField, defineType} from 'sanity'
import {FILLS, type Fill} from '../../model/fronts.ts'

/** Shown and asked for only where the rule needs it. */
const of = (from: Fill, title: string, type: string) =>
  defineField({
    name: from,
    title,
    description: 'Where the stories come from.',
    type: 'reference',
    weak: true,
    to: [{type}],
    options: {disableNew: true},
    hidden: ({parent}) => parent?.from !== from,
    validation: (rule) =>
      rule.custom((value, {parent}) =>
        (parent as {from?: string} | undefined)?.from !== from || value
          ? true
          : `Which ${from} do the stories come from?`,
      ),
  })

export const frontFill = defineType({
  name: 'frontFill',
  title: 'Filled up by',
  type: 'object',
  icon: FilterIcon,
  fields: [
    defineField({
      name: 'from',
      title: 'Rule',
      description: 'What takes the places that are left.',
      type: 'string',
      options: {list: Object.entries(FILLS).map(([value, title]) => ({value, title}))},
      initialValue: 'newest',
    }),
    of('section', 'Section', 'section'),
    of('topic', 'Topic', 'topic'),
    of('series', 'Series', 'series'),
  ],
})
