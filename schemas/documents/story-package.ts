// A main story with its side stories, which readers find together on each of their pages.
import {PackageIcon} from '@sanity/icons/Package'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {PIECES} from '../fields/record-subject.ts'
import {plainId} from '../rules/document-id.ts'
import {filled} from '../rules/filled.ts'
import {inNoOtherPackage, notTheMainStory} from '../rules/story-package.ts'

export const storyPackage = defineType({
  name: 'storyPackage',
  title: 'Package',
  type: 'document',
  icon: PackageIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Shown above the stories of the package, such as “The flood”.',
      type: 'string',
      validation: (rule) => rule.custom(filled('What is the package called?')),
    }),
    defineField({
      name: 'description',
      title: 'Description',
      description: 'Optional. One sentence below the title.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'main',
      title: 'Main story',
      description: 'The story that leads. While it is not published, readers see no package.',
      type: 'reference',
      weak: true,
      to: PIECES,
      options: {disableNew: true},
      validation: (rule) => [
        rule.required().error('Which story leads the package?'),
        rule.custom(inNoOtherPackage),
      ],
    }),
    defineField({
      name: 'sides',
      title: 'Side stories',
      description:
        'In the order in which readers find them. One that is not published is left out.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          weak: true,
          to: PIECES,
          options: {disableNew: true},
          validation: (rule) => rule.custom(inNoOtherPackage),
        }),
      ],
      validation: (rule) => [
        rule.required().min(1).error('A package needs a side story.'),
        rule.unique().error('This story is already in the package.'),
        rule.custom(notTheMainStory),
      ],
    }),
  ],
  validation: (rule) => rule.custom(plainId),
  orderings: [{title: 'Title', name: 'titleAsc', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', headline: 'main.headline', mainTitle: 'main.title'},
    prepare: ({title, headline, mainTitle}) => ({
      title: title || 'No title yet',
      subtitle: headline || mainTitle || 'No main story yet',
      media: PackageIcon,
    }),
  },
})
