// Which account belongs to an author: `private.author.<id of the author>`.
import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from 'sanity'
import {publicDocumentField} from '../fields/public-document.ts'
import {privateIdOf} from '../rules/document-id.ts'
import {exceptFor} from '../rules/roles.ts'

export const privateAuthor = defineType({
  name: 'privateAuthor',
  title: 'Author, confidential',
  type: 'document',
  icon: LockIcon,
  liveEdit: true,
  // Accounts do not belong in the results of a search.
  __experimental_omnisearch_visibility: false,
  fields: [
    publicDocumentField('author', 'Author', 'author'),
    defineField({
      name: 'userId',
      title: 'Account',
      description: 'The id of the author’s account in the studio. Set by an administrator.',
      type: 'string',
      readOnly: exceptFor('administrator'),
    }),
  ],
  validation: (rule) => rule.custom(privateIdOf('author', 'author')),
  orderings: [
    {title: 'Last edited', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {name: 'author.name', userId: 'userId'},
    prepare: ({name, userId}) => ({
      title: name || 'Author',
      subtitle: userId ? 'Confidential · has an account' : 'Confidential · no account',
      media: LockIcon,
    }),
  },
})
