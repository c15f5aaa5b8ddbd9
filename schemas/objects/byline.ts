// Who made the article, and what their part in it was.
import {EditIcon} from '@sanity/icons/Edit'
import {defineField, defineType} from 'sanity'
import {bareRule} from '../rules/bare-rule.ts'
import {publishedWithArticle} from '../rules/references.ts'

const ROLES = [
  {title: 'Writer', value: 'writer'},
  {title: 'Reporter', value: 'reporter'},
  {title: 'Photographer', value: 'photographer'},
  {title: 'Illustrator', value: 'illustrator'},
  {title: 'Translator', value: 'translator'},
  {title: 'Editor', value: 'editor'},
  {title: 'Fact-checker', value: 'factChecker'},
  {title: 'Contributor', value: 'contributor'},
]

export const byline = defineType({
  name: 'byline',
  title: 'Byline',
  type: 'object',
  icon: EditIcon,
  fields: [
    defineField({
      name: 'author',
      title: 'Author',
      description: 'A new author is published together with the article.',
      type: 'reference',
      to: [{type: 'author'}],
      validation: (rule) => [
        bareRule(rule).required().error('Who is this?'),
        bareRule(rule).custom(publishedWithArticle).info(),
      ],
    }),
    defineField({
      name: 'role',
      title: 'Part in the article',
      description: 'What this person did for the article.',
      type: 'string',
      initialValue: 'writer',
      options: {list: ROLES},
      validation: (rule) => rule.required().error('What did this person do?'),
    }),
    defineField({
      name: 'prefix',
      title: 'Words before the name',
      description:
        'Optional, such as “Analysis by” or “Photographs by”. Otherwise the page chooses them.',
      type: 'string',
    }),
  ],
  preview: {
    select: {
      name: 'author.name',
      role: 'role',
      prefix: 'prefix',
      media: 'author.portrait.photo.image',
    },
    prepare: ({name, role, prefix, media}) => ({
      title: [prefix, name ?? 'No author chosen'].filter(Boolean).join(' '),
      subtitle: ROLES.find(({value}) => value === role)?.title,
      media,
    }),
  },
})
