// The group *Confidential* of a public document. What is edited there is stored in a second, private
// document (`private.source.<id>` and so on): grants hide whole documents, never fields.
import {LockIcon} from '@sanity/icons/Lock'
import {defineField, type CustomValidator} from 'sanity'

export const confidentialGroup = {name: 'confidential', title: 'Confidential', icon: LockIcon}

/** Holds no value, ever; the studio draws the form of the private document in its place. */
export function confidentialField(description: string) {
  return defineField({
    name: 'confidential',
    title: 'Confidential',
    description,
    type: 'confidentialPanel',
    group: 'confidential',
    validation: (rule) => rule.custom(holdsNothing),
  })
}

/** The confidential panel shows another document; a value in it would be published with this one. */
const holdsNothing: CustomValidator = (value) =>
  value === undefined ||
  'Something confidential was saved in the public document. Remove it before anything is published.'
