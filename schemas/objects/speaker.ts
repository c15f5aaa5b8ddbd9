// Who speaks in a quote, with title and affiliation as they were when it was said.
import {MicrophoneIcon} from '@sanity/icons/Microphone'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {publishedWithArticle} from '../rules/references.ts'

export const speaker = defineType({
  name: 'speaker',
  title: 'Speaker',
  type: 'object',
  icon: MicrophoneIcon,
  fields: [
    defineField({
      name: 'source',
      title: 'Person or institution',
      description: 'Find the source, or create it here.',
      type: 'reference',
      to: [{type: 'source'}],
      validation: (rule) => [
        bareRule(rule).required().error('Who is speaking?'),
        bareRule(rule).custom(publishedWithArticle).info(),
      ],
    }),
    defineField({
      name: 'titleAtTime',
      title: 'Title at the time',
      description: 'The title when this was said. It stays as it is when the person moves on.',
      type: 'string',
    }),
    defineField({
      name: 'affiliationAtTime',
      title: 'Affiliation at the time',
      description:
        'The institution when this was said. It stays as it is when the person moves on.',
      type: 'string',
    }),
  ],
  preview: {
    select: {name: 'source.name', title: 'titleAtTime', affiliation: 'affiliationAtTime'},
    prepare: ({name, title, affiliation}) => ({
      title: name ?? 'No source chosen',
      subtitle: [title, affiliation].filter(Boolean).join(', '),
    }),
  },
})
