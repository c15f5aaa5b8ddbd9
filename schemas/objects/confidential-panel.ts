// Shows the form of the private document. The studio finds it by the name of this type.
import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from 'sanity'

export const confidentialPanel = defineType({
  name: 'confidentialPanel',
  title: 'Confidential',
  description: 'Only the newsroom sees it. It is stored in a separate document.',
  type: 'object',
  icon: LockIcon,
  options: {collapsible: false},
  fields: [
    // An object needs a field, and one whose fields are all hidden is not drawn: hence only read-only.
    defineField({
      name: 'keptElsewhere',
      title: 'Stored elsewhere',
      description:
        'Never filled in: confidential details are stored in a separate, private document.',
      type: 'string',
      readOnly: true,
    }),
  ],
})
