// Somebody else's video, post or chart, shown inside the article.
import {PlayIcon} from '@sanity/icons/Play'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {embedHost} from '../rules/embed-host.ts'

export const embed = defineType({
  name: 'embed',
  title: 'Embed',
  type: 'object',
  icon: PlayIcon,
  fields: [
    defineField({
      name: 'url',
      title: 'Web address',
      description: 'The address of the video, post or chart, from a site that the newsroom allows.',
      type: 'url',
      validation: (rule) => [
        bareRule(rule).required().error('What should be shown? Paste its address.'),
        bareRule(rule).custom(embedHost),
      ],
    }),
    defineField({
      name: 'title',
      title: 'What it shows',
      description: 'Read out to people who cannot see it, and shown where it cannot load.',
      type: 'string',
      validation: (rule) =>
        rule.required().error('Say what it shows, for people who cannot see it.'),
    }),
  ],
  preview: {
    select: {title: 'title', subtitle: 'url'},
    prepare: ({title, subtitle}) => ({title: title || 'Embed', subtitle, media: PlayIcon}),
  },
})
