// What ties a private document to its public one: the private one points, weakly, never the reverse.
import {defineField} from 'sanity'

/** Set by the studio when the private document is made; nobody points it elsewhere. */
export function publicDocumentField(name: string, title: string, type: string) {
  return defineField({
    name,
    title,
    description: 'The public document that this belongs to.',
    type: 'reference',
    weak: true,
    to: [{type}],
    readOnly: true,
    validation: (rule) => rule.required(),
  })
}
